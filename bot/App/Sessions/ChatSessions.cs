using Microsoft.AspNetCore.Authentication;
using OneVisit.Bot.Limits;
using OneVisit.Bot.Pages;
using OneVisit.Bot.State;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;

namespace OneVisit.Bot.Sessions;

/// <summary>Opens the chat for a browser: a resident is whoever the cookie says, staff are who signed in. Nothing of the channel stays in the browser but the token of the hour.</summary>
internal sealed class ChatSessions(ChatLines lines, ChatSessionCookie cookies, VisitorLanguages languages, VisitorAddresses addresses, TalkBook talks, ChatUserId ids, StaffSessions sessions, BotSettings settings)
{
    private const string Cookie = SessionEndpoints.ResidentCookie;

    public async Task<OpenedChat> OpenForResidentAsync(HttpContext http, CancellationToken stop)
    {
        var user = cookies.Read(http, Cookie)?.UserId;
        // Who left has left for good: whoever holds on to the cookie begins as a stranger.
        if (user is null || await lines.IsOverAsync(user, NameOf(user), stop)) user = ChatUserId.NewResident();
        var opened = await OpenAsync(http, user, NameOf(user), until: null, stop);
        cookies.Write(http, Cookie, new ChatSession(user));
        return opened;
    }

    /// <returns><c>null</c>: they signed out while it was being opened.</returns>
    public async Task<OpenedChat?> OpenForStaffAsync(HttpContext http, string staffId, CancellationToken stop)
    {
        var opened = await OpenAsync(http, UserOf(http, staffId), Participants.StaffPrefix + staffId, (await http.AuthenticateAsync(StaffSignIn.Scheme)).Properties?.ExpiresUtc, stop);
        if (await sessions.IsOpenAsync(http.User, stop)) return opened;
        await EndForStaffAsync(http, staffId, CancellationToken.None);
        return null;
    }

    /// <inheritdoc cref="ChatLines.KeepAsync"/>
    public async Task<string?> KeepForResidentAsync(HttpContext http, CancellationToken stop) => cookies.Read(http, Cookie) is { } known ? await lines.KeepAsync(known.UserId, stop) : null;

    /// <inheritdoc cref="ChatLines.KeepAsync"/>
    public Task<string?> KeepForStaffAsync(HttpContext http, string staffId, CancellationToken stop) => lines.KeepAsync(UserOf(http, staffId), stop);

    /// <summary>Leaves what was told at this browser and forgets it.</summary>
    public async Task LeaveAsync(HttpContext http, CancellationToken stop)
    {
        var known = cookies.Read(http, Cookie);
        cookies.Delete(http, Cookie);
        if (known is not null) await talks.LeaveAsync(ChatLines.Channel, known.UserId, stop);
    }

    /// <inheritdoc cref="ChatLines.EndAsync"/>
    public Task<string?> EndForStaffAsync(HttpContext http, string staffId, CancellationToken stop) => lines.EndAsync(UserOf(http, staffId), stop);

    private async Task<OpenedChat> OpenAsync(HttpContext http, string user, string participant, DateTimeOffset? until, CancellationToken stop)
    {
        var (token, isBegun) = await lines.OpenAsync(user, participant, until, stop);
        addresses.Note(user, http.Connection.RemoteIpAddress);
        if (!isBegun) languages.Note(user, PageEndpoints.LanguageOf(http));
        // On one address with the pages, the page speaks to Direct Line under the name by which it was itself reached.
        var domain = settings.DirectLine == settings.PublicUrl ? "/v3/directline" : new Uri(settings.DirectLine, "v3/directline").ToString();
        return new OpenedChat(domain, token.token, token.conversationId, user, token.expires_in, isBegun);
    }

    private string NameOf(string user) => ids.ParticipantOf(ChatLines.Channel, user) ?? "";

    private string UserOf(HttpContext http, string staffId) => http.User.AccountId() is { } account ? ids.OfAccount(account) : ids.OfStaff(staffId);
}

/// <param name="Domain">Base address of the Direct Line protocol; a path alone when it lies on the page's own host.</param>
/// <param name="ExpiresIn">Seconds the token lives: as many as the channel gives.</param>
/// <param name="Returning">The conversation was there before: the page asks for all of it.</param>
internal sealed record OpenedChat(string Domain, string Token, string ConversationId, string UserId, int ExpiresIn, bool Returning);
