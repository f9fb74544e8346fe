using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Storage;

namespace OneVisit.Functions.Mandates;

/// <summary>The agents of the village, the township and the city, as the directory knows them today.</summary>
public sealed class AgentDirectory(StaffDirectory staff, WorkQueue work, TimeProvider clock)
{
    /// <summary>Agents of the office of a level that is in charge of a village.</summary>
    public Task<IReadOnlyList<StaffMember>> AtAsync(OfficeLevel level, string villageCode, CancellationToken cancellation) =>
        staff.HoldersAsync(AgentRoles.RoleAt(level), Offices.InChargeOf(villageCode, level), clock.Today(), cancellation);

    /// <summary>Everybody who could come to a household instead of its agent, and how much each has to do.</summary>
    /// <param name="other">Code of the village that the agent thinks it is; <c>null</c>: not said.</param>
    public async Task<AgentsToAsk> WhoCouldComeAsync(string villageCode, string? other, CancellationToken cancellation)
    {
        // A village of another township is another township's: its agents do not come here.
        var neighbour = other is { Length: 12 } && other != villageCode && other[..9] == villageCode[..9] ? other : null;
        var desks = AgentChoice.DesksOf(villageCode).Concat(neighbour is null ? [] : AgentChoice.DesksOf(neighbour).Take(1)).ToArray();
        var (all, load) = (new List<StaffMember>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (role, office) in desks)
        {
            var there = await staff.HoldersAsync(role, office, clock.Today(), cancellation);
            all.AddRange(there);
            // Where there is nobody to choose from, nobody counts.
            if (there.Count > 1)
                await CountAsync(role, office, load, cancellation);
        }
        return new(all, load);
    }

    private async Task CountAsync(Role role, string office, Dictionary<string, int> load, CancellationToken cancellation)
    {
        await foreach (var line in work.ListAsync(office, role, cancellation))
        {
            if (line.Person is { } person)
                load[person] = load.GetValueOrDefault(person) + 1;
        }
    }
}
