using OneVisit.Bot.Limits;
using OneVisit.Bot.Pages;
using OneVisit.Bot.State;
using OneVisit.Bot.Turns;

namespace OneVisit.Bot.Sessions;

/// <summary>Opens the chat for a browser: a new conversation the first time, the same one ever after.</summary>
internal sealed class ChatSessions(DirectLineTokens directLine, ChatSessionCookie cookies, VisitorLanguages languages, VisitorAddresses addresses, TalkBook talks, ChatUserId ids, BotSettings settings)
{
    private const string Channel = "directline";

    /// <param name="isStill">Whether a user id of before may still speak; one that is signed under a key of before may not.</param>
    public async Task<OpenedChat> OpenAsync(HttpContext http, string cookie, string path, Func<string> userId, CancellationToken stop, Func<string, bool>? isStill = null)
    {
        var known = cookies.Read(http, cookie, path) is { } kept && isStill?.Invoke(kept.UserId) != false ? kept : null;
        if (known is { ConversationId: { } was } && await IsOverAsync(known.UserId, was, stop)) known = null;
        if (known?.ConversationId is { } before && await directLine.ReconnectAsync(before, stop) is { } again)
        {
            cookies.Write(http, cookie, path, known);
            addresses.Note(known.UserId, http.Connection.RemoteIpAddress);
            return Opened(known.UserId, again, returning: true);
        }
        var user = known?.UserId ?? userId();
        languages.Note(user, PageEndpoints.LanguageOf(http));
        addresses.Note(user, http.Connection.RemoteIpAddress);
        var token = await directLine.GenerateAsync(user, stop);
        cookies.Write(http, cookie, path, new ChatSession(user, token.conversationId));
        return Opened(user, token, returning: false);
    }

    /// <summary>Leaves the conversation of this browser and forgets it.</summary>
    public async Task LeaveAsync(HttpContext http, string cookie, string path, CancellationToken stop)
    {
        var known = cookies.Read(http, cookie, path);
        cookies.Delete(http, cookie, path);
        if (known?.ConversationId is { } conversation) await talks.LeaveAsync(Channel, conversation, stop);
    }

    // Who left has left for good: whoever holds on to the cookie begins as a stranger. So does who has another name since the key of names was changed: in the old one nobody would hear them.
    private async Task<bool> IsOverAsync(string userId, string conversation, CancellationToken stop)
    {
        var talk = await StoragePatience.PatientlyAsync(limit => talks.ReadAsync(Channel, conversation, limit), stop);
        return talk.IsLeft || (talk.Participant is { } name && name != ids.ParticipantOf(Channel, userId));
    }

    private OpenedChat Opened(string user, DirectLineToken token, bool returning)
    {
        // On one address with the pages, the page speaks to Direct Line under the name by which it was itself reached.
        var domain = settings.DirectLine == settings.PublicUrl ? "/v3/directline" : new Uri(settings.DirectLine, "v3/directline").ToString();
        return new OpenedChat(domain, token.token, token.conversationId, user, token.expires_in, returning);
    }
}

/// <param name="Domain">Base address of the Direct Line protocol; a path alone when it lies on the page's own host.</param>
/// <param name="ExpiresIn">Seconds the token lives.</param>
/// <param name="Returning">The conversation was there before: the page asks for all of it.</param>
internal sealed record OpenedChat(string Domain, string Token, string ConversationId, string UserId, int ExpiresIn, bool Returning);
