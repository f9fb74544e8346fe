using Microsoft.AspNetCore.Http;
using OneVisit.Contracts;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.FrontDoor;

/// <summary>Turns the participant of a token into a caller: residents with what they have proven, staff only when the directory has them.</summary>
public sealed class CallerDirectory(StaffDirectory staff, ProofWords proofs, PersonalData personal)
{
    /// <returns><c>null</c>: the directory does not know this member of staff.</returns>
    public async Task<Caller?> FindAsync(HttpRequest request, string participant, CancellationToken cancellation)
    {
        if (participant == Participants.Door)
            return new Caller.Door();
        if (Participants.StaffIdOf(participant) is not { } staffId)
        {
            var proven = proofs.Read(request, participant);
            proofs.Renew(request, participant, proven);
            return new Caller.Resident(participant, new Proven(proven, personal));
        }

        return await staff.FindAsync(staffId, cancellation) is { } member ? new Caller.Staff(member) : null;
    }

    /// <summary>Who sent something a while ago, and had shown then what it takes, as they are today.</summary>
    /// <returns><c>null</c>: the directory does not know this member of staff any more.</returns>
    public async Task<Caller?> FindSenderAsync(string participant, CancellationToken cancellation) =>
        Participants.StaffIdOf(participant) is not { } staffId ? new Caller.Resident(participant, new Proven([], personal, earlier: true))
        : await staff.FindAsync(staffId, cancellation) is { } member ? new Caller.Staff(member) : null;

    /// <returns><c>null</c>: the directory knows nobody by that account.</returns>
    public async Task<Caller?> FindByAccountAsync(Guid account, CancellationToken cancellation) =>
        await staff.FindByAccountAsync(account, cancellation) is { } member ? new Caller.Staff(member) : null;
}
