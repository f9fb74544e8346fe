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
        return current.OpenTasks.Where(task => task.Kind == StageKind.Collect && (task.Role, task.Office) != (role, office))
            .Select(task => new TaskReassigned(task.TaskId, role, office));
    }

    private static (Role, string) Errands(Case current, DateOnly today) => current.Mandate?.IsActiveOn(today) == true
        ? (Role.VillageAgent, current.Mandate.HolderOffice)
        : (Role.TownshipOfficer, Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.Township));
}
