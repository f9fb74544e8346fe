using System.Collections.Immutable;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>
/// From a household to its agent: of the nearest desk that has somebody, who is there today, is not kept from this case, and has the least open work. Who was passed
/// over is told with why.
/// </summary>
/// <param name="Desk">Where <paramref name="Agent"/> sits; <c>null</c> with them.</param>
/// <param name="Agent"><c>null</c>: nobody can come.</param>
public sealed record AgentChoice(Carrier? Desk, StaffMember? Agent, ImmutableArray<PassedOver> PassedOver)
{
    /// <param name="desks">The nearest first, see <see cref="DesksOf"/>.</param>
    /// <param name="agents">All who could come, in any order.</param>
    /// <param name="load">Open work by participant; who is not named has none.</param>
    /// <param name="leaving">Whose place is to be taken; <c>null</c>: nobody's.</param>
    public static AgentChoice Of(
        Case current, IEnumerable<(Role Role, string Office)> desks, IReadOnlyCollection<StaffMember> agents, DateOnly today, IReadOnlyDictionary<string, int>? load = null,
        StaffMember? leaving = null)
    {
        var passed = ImmutableArray.CreateBuilder<PassedOver>();
        foreach (var (role, office) in desks.Distinct())
        {
            var free = new List<StaffMember>();
            foreach (var agent in agents.Where(agent => agent.PostsOn(today).Any(post => post.Is(role, office))).DistinctBy(agent => agent.Id))
            {
                if (Against(agent, current, today, leaving) is { } why)
                    passed.Add(new(agent.Participant, agent.Name, role, office, why));
                else
                    free.Add(agent);
            }
            // Who was named to stand in, then who has least to do; the id settles the rest, so that asked twice it is the same.
            if (free.OrderBy(agent => agent.Id != leaving?.AbsenceOn(today)?.StandIn).ThenBy(agent => load?.GetValueOrDefault(agent.Participant) ?? 0).ThenBy(agent => agent.Id, StringComparer.Ordinal).FirstOrDefault() is not { } chosen)
                continue;
            passed.AddRange(free.Where(agent => agent.Id != chosen.Id).Select(agent => new PassedOver(agent.Participant, agent.Name, role, office, PassedOverFor.Busier)));
            return new(new(role, office, chosen.Participant), chosen, passed.ToImmutable());
        }
        return new(null, null, passed.ToImmutable());
    }

    /// <summary>Agents' desks in charge of a household: its village's, then its township's, then the city's.</summary>
    public static IEnumerable<(Role Role, string Office)> DesksOf(string villageCode) =>
        Enum.GetValues<OfficeLevel>().Select(level => (AgentRoles.RoleAt(level), Offices.InChargeOf(villageCode, level)));

    /// <summary>What keeps somebody from being this household's agent today; <c>null</c>: nothing.</summary>
    public static PassedOverFor? Against(StaffMember agent, Case current, DateOnly today, StaffMember? leaving = null) =>
        agent.Id == leaving?.Id ? PassedOverFor.Leaving
        : current.Declined.Contains(agent.Participant) ? PassedOverFor.Declined
        : current.Relatives.Any(relative => relative.Staff == agent.Participant && relative.Source == RelativeSource.Detected) ? PassedOverFor.IsTheApplicant
        : current.IsRelated(agent.Participant) ? PassedOverFor.Related
        : HasJudged(current, agent.Participant) ? PassedOverFor.JudgedTheCase
        : agent.IsAwayOn(today) ? PassedOverFor.Away
        : null;

    // Who looked at the household for the office does not look at it with its own eyes.
    private static bool HasJudged(Case current, string participant) => current.Investigators.Any(one => one.Participant == participant)
        || current.Tasks.Any(task => task is { IsErrand: false, Done.By: var by } && by.Participant == participant && by.Role != Role.System);
}

/// <summary>An agent who could have come and does not.</summary>
public sealed record PassedOver(string Participant, string Name, Role Role, string Office, PassedOverFor Why);

/// <summary>Why an agent is passed over.</summary>
public enum PassedOverFor
{
    /// <summary>It is their place that is to be taken.</summary>
    Leaving,

    /// <summary>Away today.</summary>
    Away,

    /// <summary>Said before that this errand is not theirs, or that they cannot.</summary>
    Declined,

    /// <summary>The household's applicant.</summary>
    IsTheApplicant,

    /// <summary>In the register of relatives of this case.</summary>
    Related,

    /// <summary>Surveyed, checked, reviewed or decided it.</summary>
    JudgedTheCase,

    /// <summary>Somebody at the same desk has less to do, or stands in.</summary>
    Busier,
}
