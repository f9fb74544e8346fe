using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Inspection;

/// <summary>
/// A waiting instance as the store has it, in a form that can be kept beside a release: whatever a later program would do with it can be found out without running it.
/// </summary>
/// <param name="Awaits">Names of the events it waits for, in order.</param>
public sealed record RecordedHistory(string Id, string Name, string Version, IReadOnlyList<RecordedEvent> History, IReadOnlyList<string> Awaits)
{
    /// <summary>JSON.</summary>
    public string? Input { get; init; }
}

/// <summary>One line of a stored history.</summary>
/// <param name="Kind">As the store names it, for example <c>ActivityScheduled</c>.</param>
/// <param name="At">UTC; only steps and timers have one.</param>
public sealed record RecordedEvent(string Kind, int Task = 0, string? Name = null, string? Data = null, DateTimeOffset? At = null)
{
    internal static RecordedEvent Of(HistoryEvent stored) =>
        new(stored.Kind.ToString(), stored.Task, stored.Name, stored.Data, stored.At == 0 ? null : new DateTimeOffset(stored.At, TimeSpan.Zero));

    internal HistoryEvent Stored() => new(Enum.Parse<EventKind>(Kind), Task, Name, Data, At?.UtcTicks ?? 0);
}
