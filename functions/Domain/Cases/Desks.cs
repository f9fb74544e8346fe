using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>Whose desk a stage's task belongs on: the agent's errands are the township's own while no mandate is in force.</summary>
internal static class Desks
{
    public static (Role Role, string Office) Of(Stage stage, Case current, DateOnly today) =>
        stage.Role == Role.VillageAgent ? Errands(current, today) : (stage.Role, Offices.InChargeOf(current.Applicant.VillageCode, stage.Level));

    /// <summary>Open errands that lie on the wrong desk, because the mandate came, went or expired.</summary>
    public static IEnumerable<TaskReassigned> Moved(Case current, DateOnly today)
    {
        var (role, office) = Errands(current, today);
        return OpenErrands(current).Where(task => (task.Role, task.Office) != (role, office))
            .Select(task => new TaskReassigned(task.TaskId, role, office));
    }

    /// <summary>When open errands are to leave the agent's desk by themselves: the mandate's last day is over.</summary>
    public static DateTimeOffset? ErrandsLeaveAt(Case current) =>
        current.Mandate is { RevokedAt: null } mandate && OpenErrands(current).Any(task => task.Role == Role.VillageAgent)
            ? BeijingTime.EndOf(mandate.ExpiresOn)
            : null;

    private static IEnumerable<CaseTask> OpenErrands(Case current) => current.OpenTasks.Where(task => task.Kind == StageKind.Collect);

    /// <summary>Whose the errands are on a day.</summary>
    public static (Role Role, string Office) Errands(Case current, DateOnly today) => current.IsMandatedOn(today)
        ? (Role.VillageAgent, current.Mandate.HolderOffice)
        : (Role.TownshipOfficer, Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.Township));
}
