using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using OneVisit.Local.DurableTask.Engine;
using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Inspection;

/// <summary>Replays recorded histories with a program that may be another than the one that wrote them. Nothing is run, nothing is written.</summary>
public static class HistoryReplay
{
    /// <param name="run">The orchestrator of today under the recorded name.</param>
    /// <param name="json">How its inputs and results are written; <c>null</c>: as they come.</param>
    public static ReplayFinding Of(RecordedHistory recorded, Func<TaskOrchestrationContext, Task<object?>> run, JsonSerializerOptions? json = null)
    {
        var options = new DurableTaskEngineOptions { DatabasePath = "", Json = json };
        var instance = new InstanceRow(
            recorded.Id, "replay", recorded.Name, OrchestrationRuntimeStatus.Running, recorded.Input, null, null, null, default, default, null, null, recorded.Version);
        var execution = new Execution(instance, run, json is null ? JsonDataConverter.Default : new JsonDataConverter(json), options);
        var outcome = execution.Step([.. recorded.History.Select(happened => happened.Stored())], []);
        return outcome.Ending switch
        {
            Ending.Failed failed => new ReplayFinding.Fails(failed.Failure.ErrorMessage),
            not null => new ReplayFinding.Ends(outcome.Ending.GetType().Name),
            _ when outcome.Orders.Count > 0 => new ReplayFinding.AsksForMore([.. outcome.Orders.Select(order => $"{order.Event.Kind} {order.Event.Name}".Trim())]),
            _ => new ReplayFinding.Waits(execution.Awaits),
        };
    }
}

/// <summary>Where a recorded instance stands once today's program has replayed its history.</summary>
public abstract record ReplayFinding
{
    /// <summary>It waits, and nothing else.</summary>
    /// <param name="For">Names of events, in order.</param>
    public sealed record Waits(IReadOnlyList<string> For) : ReplayFinding;

    /// <summary>It cannot be replayed: the program asks for other things than the one that wrote the history, or breaks.</summary>
    public sealed record Fails(string Why) : ReplayFinding;

    /// <summary>It asks for things that the program before did not ask for at that point.</summary>
    public sealed record AsksForMore(IReadOnlyList<string> Orders) : ReplayFinding;

    /// <summary>It would end, or start over, where the program before waited.</summary>
    public sealed record Ends(string How) : ReplayFinding;

    private ReplayFinding()
    {
    }
}
