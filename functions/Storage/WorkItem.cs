using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Storage;

/// <summary>A line of an office's list of work; the rest of the task stands in the case's journal.</summary>
public sealed record WorkItem(string Office, Role Role, string CaseId, string TaskId, StageKind Kind, DateOnly DueOn)
{
    public static WorkItem Of(Case current, CaseTask task) => new(task.Office, task.Role, current.CaseId, task.TaskId, task.Kind, task.Due.On);
}
