using Microsoft.AspNetCore.Authentication;
using Microsoft.Bot.Schema;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;

namespace OneVisit.Bot.Sessions;

/// <summary>
/// Signs a member of staff out of the pages: on the server first, so that neither a copy of the cookie nor an open chat goes on. Where the store is away nothing is changed, and
/// they are told to try again. Their sessions at other devices last; the chat there is opened anew.
/// </summary>
internal sealed class StaffLeaving(StaffSessions sessions, ChatSessions chats, AddressBook addresses, Proactive proactive, BotSettings settings, ILogger<StaffLeaving> log)
{
    public async Task<SignedOut> LeaveAsync(HttpContext http, CancellationToken stop)
    {
        // The chat first: whose session had ended before it could not try again.
        var conversation = http.User.StaffId() is { } staffId ? await chats.EndForStaffAsync(http, staffId, stop) : null;
        await sessions.EndAsync(http.User, stop);
        if (conversation is not null) await TellAsync(http.User.StaffId()!, conversation, stop);
        await http.SignOutAsync(StaffSignIn.Scheme);
        return new(settings.Entra?.ClientId is null ? null : EntraEndpoints.Leave);
    }

    // Pages that are still open in it close themselves at once. Those that do not hear it are told at the next word.
    private async Task TellAsync(string staffId, string conversation, CancellationToken stop)
    {
        try
        {
            if (await addresses.FindAsync(Participants.StaffPrefix + staffId, stop) is { } reference && reference.Conversation?.Id == conversation)
                await proactive.RunAsync(reference, (turn, token) => turn.SendActivityAsync(new Activity { Type = ActivityTypes.Event, Name = Speaking.LeftEvent }, token), stop);
        }
        catch (Exception silence) when (silence is not OperationCanceledException)
        {
            log.LogWarning("Open pages of who signed out could not be told: {Silence}", silence.GetType().FullName);
        }
    }
}

/// <param name="RedirectUrl">Where the sign-in itself is ended, too; <c>null</c>: there is nothing more to end.</param>
internal sealed record SignedOut(string? RedirectUrl);
