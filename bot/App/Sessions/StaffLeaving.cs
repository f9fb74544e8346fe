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
    // A channel that hangs keeps nobody waiting who wants to go.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Once begun it is done, whether or not the browser still waits.</summary>
    public async Task<SignedOut> LeaveAsync(HttpContext http)
    {
        // The chat first, since whose session had ended could not try again; and once more, since a page may have been opening it.
        var conversation = await EndChatAsync(http);
        await sessions.EndAsync(http.User, CancellationToken.None);
        await EndChatAsync(http);
        if (conversation is not null) await TellAsync(http.User.StaffId()!, conversation);
        await http.SignOutAsync(StaffSignIn.Scheme);
        return new(settings.Entra?.ClientId is null ? null : EntraEndpoints.Leave);
    }

    private async Task<string?> EndChatAsync(HttpContext http) => http.User.StaffId() is { } staffId ? await chats.EndForStaffAsync(http, staffId, CancellationToken.None) : null;

    // Pages that are still open in it close themselves at once. Those that do not hear it are told at the next word.
    private async Task TellAsync(string staffId, string conversation)
    {
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            if (await addresses.FindAsync(Participants.StaffPrefix + staffId, limit.Token) is { } reference && reference.Conversation?.Id == conversation)
                await proactive.RunAsync(reference, (turn, token) => turn.SendActivityAsync(new Activity { Type = ActivityTypes.Event, Name = Speaking.LeftEvent }, token), limit.Token).WaitAsync(limit.Token);
        }
        // The sign-out holds all the same.
        catch (Exception silence)
        {
            log.LogWarning("Open pages of who signed out could not be told: {Silence}", silence.GetType().FullName);
        }
    }
}

/// <param name="RedirectUrl">Where the sign-in itself is ended, too; <c>null</c>: there is nothing more to end.</param>
internal sealed record SignedOut(string? RedirectUrl);
