using System.Collections.Immutable;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

/// <summary>Who holds which posts today, as far as somebody looked: participants by role and office.</summary>
public sealed record Bench(IReadOnlyDictionary<(Role Role, string Office), ImmutableArray<string>> Holders)
{
    /// <summary>Those of them who lack the training that deciding on this case takes.</summary>
    public IReadOnlySet<(Role Role, string Participant)> Untrained { get; init; } = ImmutableHashSet<(Role, string)>.Empty;

    public ImmutableArray<string> Of(Role role, string office) => Holders.GetValueOrDefault((role, office), []);
}

/// <summary>
/// 回避: whoever is related judges nothing; errands are no judgement, and the household chooses who runs them. Work leaves a desk at which everybody is related to the household, to the nearest one at which somebody is not. A desk at which nobody sits
/// at all is no matter of kinship and stays as it is.
/// </summary>
internal static class Recusal
{
    /// <param name="bench"><c>null</c>: nobody looked, and the work stays where it is.</param>
    public static Carrier Away(Carrier desk, Case current, Bench? bench)
    {
        if (bench is null || bench.Of(desk.Role, desk.Office) is not { IsEmpty: false } holders || !holders.All(current.IsRelated))
            return desk;
        return Ladder(desk.Role, current).Where(next => bench.Of(next.Role, next.Office).Any(holder => !current.IsRelated(holder)))
            .Select(next => new Carrier(next.Role, next.Office)).FirstOrDefault(desk);
    }

    /// <summary>Open tasks whose desk is blocked by kinship. What is for one person only is theirs to say no to.</summary>
    public static IEnumerable<TaskReassigned> Moved(Case current, Bench bench)
    {
        foreach (var task in current.OpenTasks.Where(task => task.Person is null && !task.IsErrand))
        {
            var (role, office, _) = Away(new Carrier(task.Role, task.Office), current, bench);
            if ((role, office) != (task.Role, task.Office))
                yield return new TaskReassigned(task.TaskId, role, office, MoveCauses.Recused);
        }
    }

    /// <summary>Where work goes from a desk, the nearest first.</summary>
    public static IEnumerable<(Role Role, string Office)> Ladder(Role role, Case current)
    {
        var (township, city) = (At(OfficeLevel.Township), At(OfficeLevel.City));
        return role switch
        {
            Role.TownshipOfficer => [(Role.DeputyRepresentative, township), (Role.BureauOfficer, city)],
            Role.ChiefRepresentative => [(Role.DeputyRepresentative, township), (Role.BureauOfficer, city)],
            Role.DeputyRepresentative => [(Role.ChiefRepresentative, township), (Role.BureauOfficer, city)],
            Role.CityFilingOfficer or Role.BureauOfficer => [(Role.CityReviewer, city), (Role.BureauOfficer, city)],
            Role.CityReviewer => [(Role.BureauOfficer, city), (Role.CityFilingOfficer, city)],
            _ => [(Role.TownshipOfficer, township), (Role.DeputyRepresentative, township), (Role.BureauOfficer, city)],
        };

        string At(OfficeLevel level) => Offices.InChargeOf(current.Applicant.VillageCode, level);
    }
}

public static partial class CaseDecisions
{
    /// <summary>Where work goes that nobody at a desk can do, the nearest first.</summary>
    public static IEnumerable<(Role Role, string Office)> DesksBeyond(Role role, Case current) => Recusal.Ladder(role, current);

    /// <summary>
    /// Posts whose holders have to be known before the course of a case goes on: none while nobody of the offices is related to the household.
    /// </summary>
    public static ImmutableArray<(Role Role, string Office)> DesksToKnow(Case current, Procedure procedure, DateOnly today, PointAuthority? authority = null)
    {
        if (current.IsClosed || current.Relatives.All(relative => relative.Staff is null))
            return [];
        var desks = procedure.Stages.Where(stage => stage.Role != Role.System && stage.Kind != StageKind.Collect).Select(stage => Desks.Of(stage, current, today, authority))
            .Select(desk => (desk.Role, desk.Office))
            .Concat(current.OpenTasks.Where(task => !task.IsErrand).Select(task => (task.Role, task.Office)))
            .Append((Role: Role.CityReviewer, Office: Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.City)));
        return [.. desks.SelectMany(desk => Recusal.Ladder(desk.Role, current).Prepend(desk)).Distinct()];
    }
}
