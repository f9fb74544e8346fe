using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Storage;

namespace OneVisit.Functions.FrontDoor;

/// <summary>Turns the participant of a token into a caller: residents as they are, staff only when the directory has them. A post of another city is none here.</summary>
public sealed class CallerDirectory(StaffDirectory staff, CatalogueShelf shelf)
{
    private const int CityDigits = 6;

    /// <returns><c>null</c>: the directory does not know this member of staff.</returns>
    public async Task<Caller?> FindAsync(string participant, CancellationToken cancellation)
    {
        if (Participants.StaffIdOf(participant) is not { } staffId)
            return new Caller.Resident(participant);
        return await staff.FindAsync(staffId, cancellation) is { } member ? new Caller.Staff(member with { Posts = [.. member.Posts.Where(IsOfThisCity)] }) : null;
    }

    private bool IsOfThisCity(Post post) =>
        shelf.InForce.Places.Townships.FirstOrDefault() is not { } township || Offices.PlaceOf(post.Office).StartsWith(township.Code[..CityDigits], StringComparison.Ordinal);
}
