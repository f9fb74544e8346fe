using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Storage;

namespace OneVisit.Functions.Process;

/// <summary>The directory for the length of one publication: one look at an office, however many of its posts hear of something.</summary>
/// <param name="posts">All that will be asked for.</param>
internal sealed class HoldersOnce(StaffDirectory staff, IEnumerable<(Role Role, string Office)> posts)
{
    private readonly ILookup<string, Role> roles = posts.Distinct().ToLookup(post => post.Office, post => post.Role, StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<StaffMember>> known = new(StringComparer.Ordinal);

    /// <summary>Whoever holds the post on a day, away or not.</summary>
    public async Task<IEnumerable<StaffMember>> HoldersAsync(Role role, string office, DateOnly on, CancellationToken cancellation)
    {
        if (!known.TryGetValue(office, out var members))
            known[office] = members = await staff.EverAtAsync(office, roles[office].ToArray() is [var one] ? one : null, cancellation);
        return members.Where(member => member.PostsOn(on).Any(post => post.Is(role, office)));
    }
}
