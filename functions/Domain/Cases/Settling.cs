using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>
/// Sets the clocks of a case anew where they no longer follow from its journal and the calendar: after a pause, after an extension, and
/// where a day was provisional and the year's calendar is out now. A day that was fixed and that no pause touches never moves.
/// </summary>
internal static class Settling
{
    /// <returns>Nothing when all clocks are right, and while the clock stands still: then they are set when it goes on.</returns>
    public static LimitsRecomputed? Of(Case current, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now)
    {
        if (current.IsClosed || (current.IsPaused && current.Unsettled != RecomputeCauses.Extended))
            return null;
        var papers = PaperDays(current, calendar).ToImmutableArray();
        var limits = Changes(current, procedure, new(calendar, current.Pauses, BeijingTime.DayOf(now))).Concat(ErrandFor(current, papers)).ToImmutableArray();
        return limits.IsEmpty && papers.IsEmpty
            ? null
            : new(current.Unsettled ?? RecomputeCauses.Calendar, limits) { Papers = papers.IsEmpty ? null : papers };
    }

    /// <summary>Papers to follow whose day was provisional and is firm now.</summary>
    private static IEnumerable<PaperDayChange> PaperDays(Case current, WorkingDayCalendar calendar) =>
        from listed in current.StillToFollow
        where listed is { LaterByIsProvisional: true, LaterWorkingDays: not null }
        let day = calendar.After(BeijingTime.DayOf(current.SubmittedAt), listed.LaterWorkingDays!.Value)
        where !day.IsProvisional
        select new PaperDayChange(listed.Code, listed.LaterBy!.Value, day.On);

    // The errand for what is to follow is due on the last of its days.
    private static IEnumerable<LimitChange> ErrandFor(Case current, ImmutableArray<PaperDayChange> papers)
    {
        if (papers.IsEmpty || current.OpenTasks.FirstOrDefault(task => task is { StageId: PapersToFollow.StageId, Due.IsProvisional: true }) is not { } errand)
            yield break;
        var last = current.StillToFollow.Max(listed => papers.FirstOrDefault(paper => paper.Code == listed.Code)?.LaterBy ?? listed.LaterBy!.Value);
        yield return new(errand.Due.On, last, false, BeijingTime.StartOf(last), BeijingTime.EndOf(last), errand.TaskId);
    }

    private static IEnumerable<LimitChange> Changes(Case current, Procedure procedure, CaseCalendar days)
    {
        var acceptedOn = current.Promise?.AcceptedOn ?? BeijingTime.DayOf(current.SubmittedAt);
        var stretch = StageClock.StretchOf(current, procedure);
        if (current.Decision is null && current.Promise is { } promise && MayMove(current, promise.Due)
            && Change(null, promise.Due, StageClock.OfCase(procedure, acceptedOn, days, stretch)) is { } ofCase)
            yield return ofCase;
        foreach (var task in current.OpenTasks)
        {
            var openedOn = BeijingTime.DayOf(task.OpenedAt);
            var clock = !MayMove(current, task.Due) ? null
                : procedure.Find(task.StageId) is { } stage ? StageClock.Of(stage, procedure, acceptedOn, openedOn, days, stretch)
                : task.WorkingDays is { } own ? StageClock.Over(openedOn, own, days)
                : null;
            if (clock is not null && Change(task.TaskId, task.Due, clock) is { } ofTask)
                yield return ofTask;
        }
    }

    private static bool MayMove(Case current, DueDate due) => due.IsProvisional || !current.Pauses.IsEmpty || current.Extension is not null;

    private static LimitChange? Change(string? taskId, DueDate before, StageClock clock) =>
        clock.Due == before ? null : new(before.On, clock.Due.On, clock.Due.IsProvisional, clock.YellowAt, clock.RedAt, taskId);
}

/// <summary>Working days as they count for one case: those of the calendar on which its clock did not stand still.</summary>
internal sealed record CaseCalendar(WorkingDayCalendar Calendar, ImmutableArray<Pause> Pauses, DateOnly Today)
{
    /// <summary>The day on which <paramref name="workingDays"/> that count end, from the day after <paramref name="day"/>. A pause that runs counts until today.</summary>
    public DueDate After(DateOnly day, int workingDays)
    {
        if (Pauses.IsEmpty)
            return Calendar.After(day, workingDays);
        var due = Calendar.After(day, workingDays, IsPaused).On;
        // Stopped on its last day, a limit still has that day to go when the pause is over.
        while (StoppedOn(due) is { } end)
            due = Calendar.IsWorkingDay(end) ? end : Calendar.After(end, 1, IsPaused).On;
        return Calendar.Due(day, due);
    }

    private bool IsPaused(DateOnly day) => Pauses.Any(pause => pause.Covers(day, Today));

    private DateOnly? StoppedOn(DateOnly day) => Pauses.Where(pause => pause.FirstDay == day && pause.LastDay(Today) > day).Max(pause => (DateOnly?)pause.LastDay(Today));
}
