namespace OneVisit.Local.DurableTask.Store;

/// <summary>What can stand in a history or an inbox. The numbers are stored: never change one.</summary>
internal enum EventKind
{
    StepStarted = 0,
    ActivityScheduled = 1,
    ActivityCompleted = 2,
    ActivityFailed = 3,
    TimerCreated = 4,
    TimerFired = 5,
    SubOrchestrationScheduled = 6,
    SubOrchestrationCompleted = 7,
    SubOrchestrationFailed = 8,
    EventRaised = 9,
    EventSent = 10,

    // Only ever in an inbox.
    Start = 20,
    Suspend = 21,
    Resume = 22,
    Terminate = 23,
}

/// <summary>
/// One thing that happened to an orchestration. <paramref name="Task"/> numbers what the orchestrator scheduled, from 0 in the order of its
/// calls; <paramref name="Name"/> is the task's or event's; <paramref name="At"/> is a UTC time in ticks where the kind has one.
/// </summary>
internal sealed record HistoryEvent(EventKind Kind, int Task = 0, string? Name = null, string? Data = null, long At = 0);

/// <summary>Something that has reached an instance. Results carry the execution that asked for them; events carry none.</summary>
internal sealed record Message(long Sequence, string? Execution, HistoryEvent Event);
