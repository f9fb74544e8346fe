using Microsoft.DurableTask.Client;
using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Inspection;

/// <summary>
/// Tells a stored history as the platform would. The store times only steps and timers: whatever else happened carries the time of its step.
/// What was kept over a ContinueAsNew stands before the first step and is told right after the start.
/// </summary>
internal sealed class HistoryReading(InstanceRow instance)
{
    private readonly List<HistoryStep> told = [];
    private readonly Dictionary<int, HistoryEvent> scheduled = [];
    private readonly List<HistoryEvent> kept = [];
    private DateTimeOffset now;

    public IReadOnlyList<HistoryStep> Tell(IEnumerable<HistoryEvent> history)
    {
        foreach (var happened in history) Take(happened);
        if (told.Count > 0 && instance.IsFinal) End();
        return told;
    }

    private void Take(HistoryEvent happened)
    {
        if (happened.Kind == EventKind.StepStarted) Start(new(happened.At, TimeSpan.Zero));
        else if (told.Count == 0) kept.Add(happened);
        else if (Tell(happened) is { } step) told.Add(step);
    }

    private void Start(DateTimeOffset at)
    {
        now = at;
        if (told.Count > 0) return;

        told.Add(new("ExecutionStarted", at, Name: instance.Name, Data: instance.Input));
        foreach (var early in kept) Take(early);
    }

    private HistoryStep? Tell(HistoryEvent happened)
    {
        if (happened.Kind is EventKind.ActivityScheduled or EventKind.TimerCreated or EventKind.SubOrchestrationScheduled)
            scheduled[happened.Task] = happened;
        return happened.Kind switch
        {
            EventKind.ActivityScheduled => new("TaskScheduled", now, happened.Task, happened.Name),
            EventKind.ActivityCompleted => new("TaskCompleted", now, happened.Task, NameOf(happened), happened.Data),
            EventKind.ActivityFailed => Failed("TaskFailed", happened),
            EventKind.TimerCreated => new("TimerCreated", now, happened.Task) { FireAt = new(happened.At, TimeSpan.Zero) },
            EventKind.TimerFired => new("TimerFired", now, happened.Task) { FireAt = DueAt(happened) },
            EventKind.SubOrchestrationScheduled => new("SubOrchestrationInstanceCreated", now, happened.Task, happened.Name) { Other = happened.Data },
            EventKind.SubOrchestrationCompleted => new("SubOrchestrationInstanceCompleted", now, happened.Task, NameOf(happened), happened.Data),
            EventKind.SubOrchestrationFailed => Failed("SubOrchestrationInstanceFailed", happened),
            EventKind.EventRaised => new("EventRaised", now, Name: happened.Name, Data: happened.Data),
            EventKind.EventSent => new("EventSent", now, happened.Task, happened.Name) { Other = happened.Data },
            _ => null,
        };
    }

    private HistoryStep Failed(string type, HistoryEvent happened) =>
        new(type, now, happened.Task, NameOf(happened)) { Failure = FailureText.Read(happened.Data) };

    private string? NameOf(HistoryEvent result) => scheduled.GetValueOrDefault(result.Task)?.Name ?? result.Name;

    private DateTimeOffset? DueAt(HistoryEvent fired) =>
        scheduled.GetValueOrDefault(fired.Task) is { } timer ? new DateTimeOffset(timer.At, TimeSpan.Zero) : null;

    private void End() => told.Add(
        new(instance.Status == OrchestrationRuntimeStatus.Terminated ? "ExecutionTerminated" : "ExecutionCompleted", instance.Updated, Data: instance.Output)
        {
            Ended = instance.Status,
            Failure = instance.Failure,
        });
}
