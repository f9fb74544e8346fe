using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Storage;

/// <summary>A line of an office's list of work; the rest of the task stands in the journal of the case, or of the matter of supervision.</summary>
/// <param name="CaseId">Number of the case or of the matter.</param>
/// <param name="Kind">Code of a stage or of a step.</param>
public sealed record WorkItem(string Office, Role Role, string CaseId, string TaskId, string Kind, DateOnly DueOn)
{
    /// <summary>The one person of the desk whose it is; <c>null</c>: whoever holds the post, or a line from before that was kept.</summary>
    public string? Person { get; init; }

    public static WorkItem Of(Case current, CaseTask task) => new(task.Office, task.Role, current.CaseId, task.TaskId, task.Kind.Code(), task.Due.On) { Person = task.Person };

    public static WorkItem Of(Matter current, MatterStep step) => new(step.Office, step.Role, current.MatterId, step.TaskId, step.Kind.Code(), step.Due.On);
}
