using System.Net.Http.Headers;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Storage;

namespace OneVisit.Bot.BackOffices;

/// <summary>A token of our own identity, which has the role <see cref="EntraWord.FrontDoorRole"/> at the back office, and beside it for whom we speak.</summary>
internal sealed class FrontDoorIdentity(IProgramIdentity identity, string scope) : IFrontDoorWord
{
    public async ValueTask GiveAsync(HttpRequestMessage request, Speaker speaker, CancellationToken stop)
    {
        var token = await identity.TokenForAsync(scope, stop) ?? throw new HttpRequestException("This program has no token for the back office.");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (speaker.Participant != Participants.Door) request.Headers.Add(Headers.Participant, speaker.Participant);
    }
}
