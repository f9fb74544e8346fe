using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Storage;

namespace OneVisit.Functions.Mandates;

/// <summary>The agents of the village, the township and the city, as the directory knows them today.</summary>
public sealed class AgentDirectory(StaffDirectory staff, TimeProvider clock)
{
    private static readonly OfficeLevel[] Levels = [OfficeLevel.Village, OfficeLevel.Township, OfficeLevel.City];

    /// <summary>Agents of the office of a level that is in charge of a village.</summary>
    public Task<IReadOnlyList<StaffMember>> AtAsync(OfficeLevel level, string villageCode, CancellationToken cancellation) =>
        staff.HoldersAsync(AgentRoles.RoleAt(level), Offices.InChargeOf(villageCode, level), BeijingTime.DayOf(clock.GetUtcNow()), cancellation);

    /// <summary>Everybody who could come to a household instead of its agent.</summary>
    /// <param name="other">Code of the village that the agent thinks it is; <c>null</c>: not said.</param>
    public async Task<IReadOnlyCollection<StaffMember>> WhoCouldComeAsync(string villageCode, string? other, CancellationToken cancellation)
    {
        var all = new List<StaffMember>();
        foreach (var level in Levels)
            all.AddRange(await AtAsync(level, villageCode, cancellation));
        // A village of another township is another township's: its agents do not come here.
        if (other is { Length: 12 } && other != villageCode && other[..9] == villageCode[..9])
            all.AddRange(await AtAsync(OfficeLevel.Village, other, cancellation));
        return all;
    }
}
