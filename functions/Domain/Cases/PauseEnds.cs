using OneVisit.Domain.Calendars;

namespace OneVisit.Domain.Cases;

/// <summary>
/// How pauses end without anybody thinking of it: the papers came, the task that waited is done, or the last day is over. Then the office goes
/// on with what is there; not having answered is never by itself a reason to refuse.
/// </summary>
internal static class PauseEnds
{
    /// <summary>Pauses that are over, and reminders that are due, now.</summary>
    public static IEnumerable<CaseEvent> Due(Case current, DateTimeOffset now)
    {
        foreach (var (cause, pauses) in Open(current))
        {
            if (WhyOver(current, cause, pauses, now) is { } why)
                yield return new ClockResumed(cause, why);
            else if (RemindAt(pauses) <= now)
                yield return new PauseReminded(cause, Last(pauses));
        }
    }

    /// <summary>The next instant at which a pause ends or its reminder is due.</summary>
    public static DateTimeOffset? NextAt(Case current) =>
        Open(current).SelectMany(pauses => new[] { EndsAt(pauses.Pauses), RemindAt(pauses.Pauses) }).Min();

    private static string? WhyOver(Case current, string cause, Pause[] pauses, DateTimeOffset now)
    {
        if (cause == PauseCauses.WaitingForResident && HaveCome(current, pauses))
            return ResumeReasons.PapersCame;
        if (pauses.All(pause => pause.TaskId is { } taskId && current.Task(taskId) is { IsOpen: false }))
            return ResumeReasons.TaskDone;
        return now >= EndsAt(pauses) ? ResumeReasons.TimeOver : null;
    }

    // What an earlier pause waited for in vain is not waited for again.
    private static bool HaveCome(Case current, Pause[] pauses)
    {
        var from = pauses.Min(pause => pause.From);
        return current.Requests.Any(request => request.At >= from) && !current.AskedFor.Values.Any(request => request.At >= from);
    }

    // One cause ends as a whole, on the latest of its days.
    private static IEnumerable<(string Cause, Pause[] Pauses)> Open(Case current) =>
        current.OpenPauses.GroupBy(pause => pause.Cause).Select(pauses => (pauses.Key, pauses.ToArray()));

    private static DateOnly Last(Pause[] pauses) => pauses.Max(pause => pause.Until);

    private static DateTimeOffset? EndsAt(Pause[] pauses) => BeijingTime.EndOf(Last(pauses));

    private static DateTimeOffset? RemindAt(Pause[] pauses) =>
        pauses.MaxBy(pause => pause.Until) is { RemindedAt: null, RemindOn: { } day } ? BeijingTime.StartOf(day) : null;
}
