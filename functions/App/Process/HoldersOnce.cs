using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Storage;

namespace OneVisit.Functions.Process;

/// <summary>The directory for the length of one publication: who holds a post is looked up once, however many messages go there.</summary>
internal sealed class HoldersOnce(StaffDirectory staff)
{
    private readonly Dictionary<(Role, string, DateOnly), IReadOnlyList<StaffMember>> known = [];

    public async Task<IReadOnlyList<StaffMember>> HoldersAsync(Role role, string office, DateOnly on, CancellationToken cancellation)
    {
        if (!known.TryGetValue((role, office, on), out var holders))
            known[(role, office, on)] = holders = await staff.HoldersAsync(role, office, on, cancellation);
        return holders;
    }
}
