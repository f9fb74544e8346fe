namespace OneVisit.Local.DurableTask.Store;

/// <summary>
/// What of a failed history stays when it is taken back to before its failure: everything but the failures that nothing was ordered after.
/// If something was ordered after every failure (a clean-up, a last retry of another task), everything since the latest one is undone too.
/// </summary>
internal static class Rewinding
{
    public static List<HistoryEvent> Healthy(List<HistoryEvent> history)
    {
        var lastOrder = history.FindLastIndex(IsOrder);
        var lastFailure = history.FindLastIndex(IsFailure);
        return lastFailure > lastOrder || lastFailure < 0
            ? [.. history.Where((happened, i) => i <= lastOrder || !IsFailure(happened))]
            : history[..lastFailure];
    }

    /// <summary>Orders that have no answer: the orchestrator places them again when it is replayed.</summary>
    public static HashSet<HistoryEvent> Open(List<HistoryEvent> history)
    {
        var answered = history.Where(IsAnswer).Select(happened => happened.Task).ToHashSet();
        return [.. history.Where(happened => IsOrder(happened) && happened.Kind != EventKind.EventSent && !answered.Contains(happened.Task))];
    }

    private static bool IsOrder(HistoryEvent happened) => happened.Kind
        is EventKind.ActivityScheduled or EventKind.SubOrchestrationScheduled or EventKind.TimerCreated or EventKind.EventSent;

    private static bool IsFailure(HistoryEvent happened) => happened.Kind is EventKind.ActivityFailed or EventKind.SubOrchestrationFailed;

    private static bool IsAnswer(HistoryEvent happened) => IsFailure(happened)
        || happened.Kind is EventKind.ActivityCompleted or EventKind.SubOrchestrationCompleted or EventKind.TimerFired;
}
