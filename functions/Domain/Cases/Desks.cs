using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

/// <summary>Whose desk a stage's task belongs on: the agent's errands are the township's own while no mandate is in force.</summary>
internal static class Desks
{
    /// <param name="authority">Of the case's point; <c>null</c>: nobody looked.</param>
    /// <param name="bench">Who holds the posts; <c>null</c>: nobody looked.</param>
    public static Carrier Of(Stage stage, Case current, DateOnly today, PointAuthority? authority, Bench? bench) =>
        stage.Kind == StageKind.Collect ? Of(stage, current, today, authority) : Recusal.Away(Of(stage, current, today, authority), current, bench);

    /// <summary>Where it belongs as long as nobody is related to anybody.</summary>
    public static Carrier Of(Stage stage, Case current, DateOnly today, PointAuthority? authority = null)
    {
        if (stage.Role == Role.VillageAgent)
            return Errands(current, today);
        return IsDelegated(stage) && authority?.On(current.Application.Service, today) is { } suspension
            ? new(suspension.ToRole, suspension.ToOffice)
            : new(stage.Role, Offices.InChargeOf(current.Applicant.VillageCode, stage.Level));
    }

    /// <summary>Open decisions that lie on the wrong desk, because the point's authority was suspended or restored.</summary>
    public static IEnumerable<TaskReassigned> HandedOver(Case current, Procedure procedure, DateOnly today, PointAuthority authority, Bench? bench = null)
    {
        foreach (var task in current.OpenTasks)
        {
            if (procedure.Find(task.StageId) is not { } stage || !IsDelegated(stage))
                continue;
            var (role, office, _) = Of(stage, current, today, authority, bench);
            if ((task.Role, task.Office) != (role, office))
                yield return new TaskReassigned(task.TaskId, role, office, role == stage.Role && office == authority.Point ? MoveCauses.AuthorityRestored : MoveCauses.AuthoritySuspended);
        }
    }

    /// <summary>A decision that the bureau delegated to the point.</summary>
    public static bool IsDelegated(Stage stage) => stage is { Kind: StageKind.Decide, Role: Role.ChiefRepresentative };

    /// <summary>Open errands that lie on the wrong desk, because the mandate came, went or expired.</summary>
    public static IEnumerable<TaskReassigned> Moved(Case current, DateOnly today)
    {
        var (role, office, person) = Errands(current, today);
        return OpenErrands(current).Where(task => (task.Role, task.Office, task.Person) != (role, office, person))
            .Select(task => new TaskReassigned(task.TaskId, role, office) { Person = person });
    }

    /// <summary>When open errands are to leave the agent's desk by themselves: the mandate's last day is over.</summary>
    public static DateTimeOffset? ErrandsLeaveAt(Case current) =>
        current.Mandate is { RevokedAt: null } mandate && OpenErrands(current).Any(task => task.Role.IsAgent())
            ? BeijingTime.EndOf(mandate.ExpiresOn)
            : null;

    private static IEnumerable<CaseTask> OpenErrands(Case current) => current.OpenTasks.Where(task => task.Kind == StageKind.Collect);

    /// <summary>Whose the errands are on a day.</summary>
    public static Carrier Errands(Case current, DateOnly today) => current.IsMandatedOn(today) && current.Mandate.RunsErrands
        ? current.Carrier
        : new(Role.TownshipOfficer, Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.Township));
}
