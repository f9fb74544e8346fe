using OneVisit.Contracts;
using OneVisit.Storage;

namespace OneVisit.Functions.FrontDoor;

/// <summary>Turns the participant of a token into a caller: residents as they are, staff only when the directory has them.</summary>
public sealed class CallerDirectory(StaffDirectory staff)
{
    /// <returns><c>null</c>: the directory does not know this member of staff.</returns>
    public async Task<Caller?> FindAsync(string participant, CancellationToken cancellation)
    {
        if (participant == Participants.Door)
            return new Caller.Door();
        if (Participants.StaffIdOf(participant) is not { } staffId)
            return new Caller.Resident(participant);
        return await staff.FindAsync(staffId, cancellation) is { } member ? new Caller.Staff(member) : null;
    }
}
