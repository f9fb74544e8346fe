using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask;

/// <summary>An orchestrator, replayed, did something else than the first time: its code changed, or it looked at more than its context.</summary>
public sealed class NonDeterministicOrchestrationException : Exception
{
    internal NonDeterministicOrchestrationException(HistoryEvent before, HistoryEvent? now)
        : base($"Step #{before.Task} of this orchestration was {Describe(before)}; replayed, it is {(now is null ? "not there" : Describe(now))}.")
    {
    }

    private static string Describe(HistoryEvent step) => step.Kind switch
    {
        EventKind.ActivityScheduled => $"a call of activity '{step.Name}'",
        EventKind.SubOrchestrationScheduled => $"a call of sub-orchestrator '{step.Name}'",
        EventKind.TimerCreated => "a timer",
        EventKind.EventSent => $"the event '{step.Name}' sent to another orchestration",
        _ => step.Kind.ToString(),
    };
}
