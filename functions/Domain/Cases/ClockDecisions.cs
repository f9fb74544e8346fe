namespace OneVisit.Domain.Cases;

public static partial class CaseDecisions
{
    /// <summary>90% of a task's limit is used: tell its desk, once. No events when it is done, told before, or not yet time.</summary>
    public static Decision Remind(Case current, string taskId, DateTimeOffset now) =>
        current.Task(taskId) is { } task && now >= task.RemindAt
            ? Accept(Actor.System, [new Reminded(taskId, task.Due.On)])
            : Nothing(current, taskId);

    /// <summary>A task's limit is past: tell its superiors, once. The task stays open; silence never approves.</summary>
    public static Decision Escalate(Case current, string taskId, DateTimeOffset now) =>
        current.Task(taskId) is { } task && now >= task.EscalateAt
            ? Accept(Actor.System, [new Escalated(taskId, task.Office, task.Due.On)])
            : Nothing(current, taskId);

    /// <summary>The next instant at which the clock itself has something to do; <c>null</c> when only people do.</summary>
    public static DateTimeOffset? NextAlarm(Case current) => current.OpenTasks
        .SelectMany(task => new[] { task.RemindAt, task.EscalateAt })
        .Append(current.Notice is { IsHanging: true } notice ? notice.EndsAt : null)
        .Append(Desks.ErrandsLeaveAt(current))
        .Append(PapersToFollow.NextDay(current))
        .Min();

    private static Decision Nothing(Case current, string taskId) =>
        current.Task(taskId) is null ? Refuse(RefusalReason.UnknownTask) : Accept(Actor.System, []);
}
