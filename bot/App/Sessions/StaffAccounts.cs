using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Notices;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;

namespace OneVisit.Bot.Sessions;

/// <summary>Whose an account of the city's tenant is now, as the directory says; asked in each turn, so that whoever lost it is heard no more.</summary>
internal sealed class StaffAccounts(BackOffice office)
{
    /// <returns>The participant; <c>null</c>: nobody's, or theirs without a post today. Without one they have nothing to do here, which they are told as anybody else.</returns>
    /// <exception cref="BackOfficeSilentException">It cannot be known now.</exception>
    /// <exception cref="BackOfficeBrokeException">The back office breaks on saying it.</exception>
    public async Task<string?> ParticipantOfAsync(Guid account, CancellationToken stop) =>
        await office.GetAsync<StaffAccountView>(Speaker.Door, Paths.StaffAccount(account), stop) switch
        {
            Answer<StaffAccountView>.Got { Value: { HasPost: true } known } => Participants.StaffPrefix + known.StaffId,
            Answer<StaffAccountView>.Got or Answer<StaffAccountView>.Refused { Problem.Status: StatusCodes.Status404NotFound } => null,
            Answer<StaffAccountView>.Broke => throw new BackOfficeBrokeException(),
            _ => throw new BackOfficeSilentException(),
        };
}
