using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>A limit as dates: the due day, and the instants at which it turns yellow and red.</summary>
internal sealed record StageClock(DueDate Due, DateTimeOffset YellowAt, DateTimeOffset RedAt)
{
    /// <summary>The committed time of the whole case, from the day after acceptance.</summary>
    public static StageClock OfCase(Procedure procedure, DateOnly acceptedOn, WorkingDayCalendar calendar) =>
        Over(acceptedOn, procedure.TotalWorkingDays, calendar);

    /// <inheritdoc cref="OfCase(Procedure, DateOnly, WorkingDayCalendar)"/>
    /// <param name="stretch">Working days by which the case was extended.</param>
    public static StageClock OfCase(Procedure procedure, DateOnly acceptedOn, CaseCalendar days, int stretch) =>
        Over(acceptedOn, procedure.TotalWorkingDays + stretch, days);

    /// <summary>
    /// A stage's own limit: by a working day of the case, or so many of its own. A stage without either, and one that opens when its day
    /// is past because the case came late or came back, has what is left of the case's time. An extension moves the days of the case, not those
    /// that a stage has of its own: so each stage that is still to end keeps its distance to the end of the case.
    /// </summary>
    public static StageClock Of(Stage stage, Procedure procedure, DateOnly acceptedOn, DateOnly openedOn, CaseCalendar days, int stretch)
    {
        if (stage.Limit.WorkingDaysOfItsOwn is { } own)
            return Over(openedOn, own, days);
        if (stage.Limit.ByWorkingDayOfCase is { } day && Over(acceptedOn, day + stretch, days) is var clock && openedOn <= clock.Due.On)
            return clock;
        return OfCase(procedure, acceptedOn, days, stretch);
    }

    /// <summary>Working days that an extension added; 0 without one.</summary>
    public static int StretchOf(Case current, Procedure procedure) =>
        current.Extension is null ? 0 : Math.Max(0, (procedure.ExtendedWorkingDays ?? 0) - procedure.TotalWorkingDays);

    /// <summary>So many working days from the day after. Yellow at 90% of them, rounded up: of 20 days the start of the 18th, of 3 days the start of the last.</summary>
    public static StageClock Over(DateOnly from, int workingDays, WorkingDayCalendar calendar) =>
        Over(from, workingDays, new CaseCalendar(calendar, [], from));

    /// <inheritdoc cref="Over(DateOnly, int, WorkingDayCalendar)"/>
    public static StageClock Over(DateOnly from, int workingDays, CaseCalendar days)
    {
        var due = days.After(from, workingDays);
        var yellow = days.After(from, (workingDays * 9 + 9) / 10).On;
        return new StageClock(due, BeijingTime.StartOf(yellow), BeijingTime.EndOf(due.On));
    }
}
