using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

public static partial class CaseDecisions
{
    /// <summary>90% of a task's limit is used: tell its desk, once. No events when it is done, told before, or not yet time.</summary>
    public static Decision Remind(Case current, string taskId, DateTimeOffset now) =>
        current.Task(taskId) is { } task && now >= task.RemindAt
            ? Accept(Actor.System, [new Reminded(taskId, task.Due.On)])
            : Nothing(current, taskId);

    /// <summary>A task's limit is past: tell the next of its superiors, each once. The task stays open; silence never approves.</summary>
    /// <param name="isHeld">Somebody holds that role at that office; <c>null</c>: nobody looked, and all posts count as held.</param>
    public static Decision Escalate(Case current, string taskId, WorkingDayCalendar calendar, DateTimeOffset now, Func<Role, string, bool>? isHeld = null) =>
        current.Task(taskId) is { } task && now >= task.EscalateAt
            ? Accept(Actor.System, [EscalationLadder.Next(current, task, calendar, isHeld)])
            : Nothing(current, taskId);

    /// <summary>Posts above the desks of tasks whose limit is past, as far as their time has come: whoever advances the case looks up who holds them.</summary>
    public static IEnumerable<(Role Role, string Office)> SuperiorsToTell(Case current, DateTimeOffset now) => current.OpenTasks.Any(task => now >= task.EscalateAt)
        ? new[] { Role.DeputyRepresentative, Role.TownshipHead }.Select(role => (role, EscalationLadder.OfficeOf(current, role)))
        : [];

    /// <summary>Whom the limit has passed needs no reminder that it is near.</summary>
    internal static IEnumerable<CaseEvent> TellOf(Case current, CaseTask task, WorkingDayCalendar calendar, DateTimeOffset now, Func<Role, string, bool>? isHeld) =>
    [
        .. Escalate(current, task.TaskId, calendar, now, isHeld) is Decision.Accepted { Events.IsEmpty: false } escalated ? escalated.Events
            : Remind(current, task.TaskId, now) is Decision.Accepted reminded ? reminded.Events
            : [],
        .. RemindOfStart(current, task.TaskId, now) is Decision.Accepted start ? start.Events : [],
    ];

    /// <summary>The next instant at which the clock itself has something to do; <c>null</c> when only people do.</summary>
    public static DateTimeOffset? NextAlarm(Case current) => current.OpenTasks
        .SelectMany(task => new[] { task.RemindAt, task.EscalateAt, task.StartAt })
        .Append(current.Notice is { IsHanging: true } notice ? notice.EndsAt : null)
        .Append(Objecting.To(current) is { } objecting ? BeijingTime.EndOf(objecting.By) : null)
        .Append(Desks.ErrandsLeaveAt(current))
        .Append(PapersToFollow.NextDay(current))
        .Append(RepresentationClock.NextAt(current))
        .Append(PauseEnds.NextAt(current))
        .Min();

    /// <summary>Working days that a decided or closed case took, from the day after acceptance; those on which its clock stood still are left out.</summary>
    public static int WorkingDaysUsed(Case current, WorkingDayCalendar calendar)
    {
        if (current.Promise is not { } promise || (current.Decision?.At ?? current.ClosedAt) is not { } end)
            return 0;
        var (used, last) = (0, BeijingTime.DayOf(end));
        for (var day = promise.AcceptedOn.AddDays(1); day <= last; day = day.AddDays(1))
        {
            if (calendar.IsWorkingDay(day) && !current.Pauses.Any(pause => pause.Covers(day, last)))
                used++;
        }
        return used;
    }

    private static Decision Nothing(Case current, string taskId) =>
        current.Task(taskId) is null ? Refuse(RefusalReason.UnknownTask) : Accept(Actor.System, []);
}
