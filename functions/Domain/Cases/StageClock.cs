using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>A limit as dates: the due day, and the instants at which it turns yellow and red.</summary>
internal sealed record StageClock(DueDate Due, DateTimeOffset YellowAt, DateTimeOffset RedAt)
{
    /// <summary>The committed time of the whole case, from the day after acceptance.</summary>
    public static StageClock OfCase(Procedure procedure, DateOnly acceptedOn, WorkingDayCalendar calendar) =>
        Over(acceptedOn, procedure.TotalWorkingDays, calendar);

    /// <summary>
    /// A stage's own limit: by a working day of the case, or so many of its own. A stage without either, and one that opens when its day
    /// is past because the case came late or came back, has what is left of the case's time.
    /// </summary>
    public static StageClock Of(Stage stage, Procedure procedure, DateOnly acceptedOn, DateOnly openedOn, WorkingDayCalendar calendar)
    {
        if (stage.Limit.WorkingDaysOfItsOwn is { } days)
            return Over(openedOn, days, calendar);
        if (stage.Limit.ByWorkingDayOfCase is { } day && Over(acceptedOn, day, calendar) is var own && openedOn <= own.Due.On)
            return own;
        return OfCase(procedure, acceptedOn, calendar);
    }

    /// <summary>So many working days from the day after. Yellow at 90% of them, rounded up: of 20 days the start of the 18th, of 3 days the start of the last.</summary>
    public static StageClock Over(DateOnly from, int workingDays, WorkingDayCalendar calendar)
    {
        var due = calendar.After(from, workingDays);
        var yellow = calendar.After(from, (workingDays * 9 + 9) / 10).On;
        return new StageClock(due, BeijingTime.StartOf(yellow), BeijingTime.EndOf(due.On));
    }
}
