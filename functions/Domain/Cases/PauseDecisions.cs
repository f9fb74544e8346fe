using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>Stopping the clock, letting it go on, and the longer limit, whoever does it.</summary>
public static partial class CaseDecisions
{
    /// <summary>The clock stands still, at the latest until the end of a day. Paused for the same cause until that day or longer: nothing is written.</summary>
    /// <param name="cause">One of <see cref="PauseCauses"/>.</param>
    /// <param name="until">Last day, inclusive: not before today, not more than <see cref="PauseLimits.LongestDays"/> away.</param>
    public static Decision Pause(
        Case current, string cause, string? taskId, DateOnly until, Actor by, WorkingDayCalendar calendar, DateTimeOffset now, string? reason = null)
    {
        if (AgainstEnded(current) is { } ended)
            return ended;
        if (!PauseCauses.All.Contains(cause))
            return Refuse(RefusalReason.CauseRequired) with { Field = "cause" };
        var today = BeijingTime.DayOf(now);
        if (until < today || until > today.AddDays(PauseLimits.LongestDays))
            return Refuse(RefusalReason.DayRequired) with { Field = "until" };
        return current.OpenPauses.Any(pause => pause.Cause == cause && pause.Until >= until)
            ? Accept(by, [])
            : Accept(by, [PauseUntil(cause, taskId, until, reason, today, calendar)]);
    }

    /// <summary>The clock goes on and the days of the pause are given back. Not paused for that cause: nothing is written.</summary>
    public static Decision Resume(Case current, string cause, Actor by, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now, string? why = null)
    {
        if (AgainstEnded(current) is { } ended)
            return ended;
        return current.OpenPauses.Any(pause => pause.Cause == cause)
            ? Accept(by, WithLimits(current, new ClockResumed(cause, why), by, procedure, calendar, now))
            : Accept(by, []);
    }

    /// <summary>The case takes the longer limit of hard cases, once, while it has a limit to extend.</summary>
    /// <param name="cause">One of <see cref="ExtensionCauses"/>.</param>
    /// <param name="reason">Told to the household, 5 to 500 characters.</param>
    public static Decision Extend(
        Case current, string? cause, string? reason, Actor by, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now)
    {
        if (AgainstEnded(current) is { } ended)
            return ended;
        if (current.Promise is null || procedure.ExtendedWorkingDays is not { } longer || longer <= procedure.TotalWorkingDays)
            return Refuse(RefusalReason.NoLongerLimit) with { Field = "action" };
        if (current.Extension is { } before)
            return Refuse(RefusalReason.ExtendedOnce) with { By = before.By, At = before.At };
        if (cause is null || !ExtensionCauses.All.Contains(cause))
            return Refuse(RefusalReason.CauseRequired) with { Field = "cause" };
        var words = PlainText.Of(reason);
        return words.Length is < Limits.ReasonShortest or > Limits.ReasonLongest
            ? Refuse(RefusalReason.ReasonRequired) with { Field = "reason" }
            : Accept(by, WithLimits(current, new TimeExtended(cause, words), by, procedure, calendar, now));
    }

    /// <summary>The pause that a request for papers brings: the resident has so many working days for them, and is reminded before they end.</summary>
    internal static ClockPaused WaitForResident(string taskId, DateOnly today, WorkingDayCalendar calendar) =>
        PauseUntil(PauseCauses.WaitingForResident, taskId, calendar.After(today, PauseLimits.PapersWorkingDays).On, null, today, calendar);

    private static ClockPaused PauseUntil(string cause, string? taskId, DateOnly until, string? reason, DateOnly today, WorkingDayCalendar calendar)
    {
        var days = calendar.WorkingDaysBetween(today, until);
        var remindOn = calendar.After(today, Math.Max(0, days - PauseLimits.RemindBefore)).On;
        return new(cause, taskId, until, remindOn > today ? remindOn : null, reason);
    }

    // One append: nobody may see a clock that goes on with the days of its pause still in it.
    private static ImmutableArray<CaseEvent> WithLimits(
        Case current, CaseEvent happened, Actor by, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now) =>
        Settling.Of(current.After(happened, by, now), procedure, calendar, now) is { } settled ? [happened, settled] : [happened];
}
