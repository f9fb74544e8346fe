namespace OneVisit.Local.DurableTask.Store;

/// <summary>An activity to run: gone from the store in the transaction that delivers its result, so it runs again after a crash.</summary>
internal sealed record ActivityRow(
    long Sequence, string Instance, string Execution, int Task, string Name, string? Input, string? Trace);
