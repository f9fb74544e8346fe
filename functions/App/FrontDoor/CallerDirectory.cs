using Microsoft.AspNetCore.Http;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.FrontDoor;

/// <summary>Turns the participant of a token into a caller: residents with what they have proven, staff only when the directory has them. A post of another city is none here.</summary>
public sealed class CallerDirectory(StaffDirectory staff, CatalogueShelf shelf, ProofWords proofs, PersonalData personal)
{
    private const int CityDigits = 6;

    /// <returns><c>null</c>: the directory does not know this member of staff.</returns>
    public async Task<Caller?> FindAsync(HttpRequest request, string participant, CancellationToken cancellation)
    {
        if (participant == Participants.Door)
            return new Caller.Door();
        if (Participants.StaffIdOf(participant) is { } staffId)
            return Staff(await staff.FindAsync(staffId, cancellation));
        var proven = proofs.Read(request, participant);
        proofs.Renew(request, participant, proven);
        return new Caller.Resident(participant, new Proven(proven, personal));
    }

    /// <summary>Who sent something a while ago, and had shown then what it takes, as they are today.</summary>
    /// <returns><c>null</c>: the directory does not know this member of staff any more.</returns>
    public async Task<Caller?> FindSenderAsync(string participant, CancellationToken cancellation) => Participants.StaffIdOf(participant) is { } staffId
        ? Staff(await staff.FindAsync(staffId, cancellation))
        : new Caller.Resident(participant, new Proven([], personal, earlier: true));

    /// <returns><c>null</c>: the directory knows nobody by that account.</returns>
    public async Task<Caller?> FindByAccountAsync(Guid account, CancellationToken cancellation) => Staff(await staff.FindByAccountAsync(account, cancellation));

    private Caller.Staff? Staff(StaffMember? member) => member is null ? null : new(member with { Posts = [.. member.Posts.Where(IsOfThisCity)] });

    private bool IsOfThisCity(Post post) =>
        shelf.InForce.Places.Townships.FirstOrDefault() is not { } township || Offices.PlaceOf(post.Office).StartsWith(township.Code[..CityDigits], StringComparison.Ordinal);
}
