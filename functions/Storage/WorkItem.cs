using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Storage;

/// <summary>A line of an office's list of work; the person only masked.</summary>
public sealed record WorkItem(
    string Office, Role Role, string CaseId, string TaskId, StageKind Kind, int Round, string Service, DateOnly DueOn, bool DueIsProvisional,
    DateTimeOffset YellowAt, DateTimeOffset RedAt, DateTimeOffset OpenedAt, string ApplicantMasked, string Village, int? Members = null)
{
    public static WorkItem Of(Case current, CaseTask task) => new(
        task.Office, task.Role, current.CaseId, task.TaskId, task.Kind, task.Round, current.Application.Service, task.Due.On, task.Due.IsProvisional,
        task.YellowAt, task.RedAt, task.OpenedAt, current.Applicant.NameMasked, current.Applicant.VillageCode, current.Application.Household.Members);

    public DueState StateAt(DateTimeOffset now) => DueStates.Of(YellowAt, RedAt, now);
}
