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
        return stage.IsDelegated && authority?.On(current.Application.Service, today) is { } suspension
            ? new(suspension.ToRole, suspension.ToOffice)
            : new(stage.Role, Offices.InChargeOf(current.Applicant.VillageCode, stage.Level));
    }

    /// <summary>Open decisions that lie on the wrong desk, because the point's authority does not reach them, was taken away, changed or given back.</summary>
    public static IEnumerable<TaskReassigned> HandedOver(Case current, Procedure procedure, DateOnly today, PointAuthority authority, Bench? bench = null)
    {
        foreach (var task in current.OpenTasks)
        {
            if (procedure.Find(task.StageId) is not { } stage || !stage.IsDelegated)
                continue;
            var (role, office, also, cause) = DecisionDesk(current, task.Office, today, authority, bench);
            if ((task.Role, task.Office, task.Also) != (role, office, also))
                yield return new TaskReassigned(task.TaskId, role, office, cause, also);
        }
    }

    /// <summary>Who else of the point may take a decision that opens.</summary>
    public static Role? AlsoOf(Stage stage, Case current, DateOnly today, PointAuthority? authority, Bench? bench)
    {
        if (!stage.IsDelegated || authority is null)
            return null;
        var desk = DecisionDesk(current, authority.Point, today, authority, bench);
        return desk.Role == stage.Role && desk.Office == authority.Point ? desk.Also : null;
    }

    // By authority, kinship and training together: whoever of the point has the one and not the other, and nobody else of it.
    private static (Role Role, string Office, Role? Also, string Cause) DecisionDesk(Case current, string from, DateOnly today, PointAuthority authority, Bench? bench)
    {
        switch (authority.WhoDecides(current.Application.Service, AmountOf(current), today))
        {
            case Competence.OfPoint point:
                var (chief, deputy) = (point.Chief is not null && IsFree(Role.ChiefRepresentative), point.Deputy is not null && IsFree(Role.DeputyRepresentative));
                if (chief)
                    return (Role.ChiefRepresentative, authority.Point, deputy ? Role.DeputyRepresentative : null, from == authority.Point ? MoveCauses.AuthorityChanged : MoveCauses.AuthorityRestored);
                if (deputy)
                    return (Role.DeputyRepresentative, authority.Point, null, point.Chief is null ? MoveCauses.AuthorityChanged : Cause(Role.ChiefRepresentative));
                var (bureau, city, _) = Recusal.Away(new Carrier(Role.BureauOfficer, MatterDecisions.CityOf(authority.Point)), current, bench);
                return (bureau, city, null, Cause(point.Chief is null ? Role.DeputyRepresentative : Role.ChiefRepresentative));
            case Competence.Elsewhere other:
                var (role, office, _) = Recusal.Away(new Carrier(other.Role, other.Office), current, bench);
                return (role, office, null, (role, office) == (other.Role, other.Office) ? other.Cause : MoveCauses.Recused);
            default:
                throw new InvalidOperationException();
        }

        // A post that nobody holds keeps its desk: that is for the escalation to tell.
        bool IsFree(Role role) => bench?.Of(role, authority.Point) is not { IsEmpty: false } holders || holders.Any(holder => !current.IsRelated(holder) && !bench.Untrained.Contains((role, holder)));

        string Cause(Role role) => bench?.Of(role, authority.Point) is { } holders && holders.All(current.IsRelated) ? MoveCauses.Recused : MoveCauses.TrainingMissing;
    }

    /// <summary>The amount that a decision is about: what the review proposed; <c>null</c>: nothing is to be paid.</summary>
    public static Money? AmountOf(Case current) => current.Opinion?.Act.AmountNamed;

    /// <summary>Open errands that lie on the wrong desk, because the mandate came, went or expired.</summary>
    public static IEnumerable<CaseEvent> Moved(Case current, DateOnly today)
    {
        var (role, office, person) = Errands(current, today);
        return current.OpenTasks.Where(task => task.Kind == StageKind.Collect && (task.Role, task.Office, task.Person) != (role, office, person))
            .Select(CaseEvent (task) => new TaskReassigned(task.TaskId, role, office) { Person = person })
            .Concat(ReadingOut.Moved(current, today));
    }

    /// <summary>When open errands are to leave the agent's desk by themselves: the mandate's last day is over.</summary>
    public static DateTimeOffset? ErrandsLeaveAt(Case current) =>
        current.Mandate is { RevokedAt: null } mandate && current.OpenTasks.Any(task => task.IsErrand && task.Role.IsAgent())
            ? BeijingTime.EndOf(mandate.ExpiresOn)
            : null;

    /// <summary>Whose the errands are on a day.</summary>
    public static Carrier Errands(Case current, DateOnly today) => current.IsMandatedOn(today) && current.Mandate.RunsErrands
        ? current.Carrier
        : new(Role.TownshipOfficer, Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.Township));
}
