using OneVisit.Bot.State;
using OneVisit.Bot.Turns;

namespace OneVisit.Bot.Sessions;

/// <summary>
/// The channel's conversation of each person: one, however many pages they have open, and a new one only when no token of the old one lives. It stands in their talk and is written
/// against its version, so of two pages that open at once both get the same.
/// </summary>
internal sealed class ChatLines(DirectLineTokens directLine, TalkBook talks)
{
    public const string Channel = "directline";

    private const int MostTries = 5;

    // Nobody who signs out is told to try again, however many pages of theirs are at it.
    private const int MostTriesToEnd = 50;

    /// <param name="participant">Whose talk it has to be: one that was left, or was another's, is begun anew.</param>
    /// <param name="until">When their sign-in ends; <c>null</c>: they have none.</param>
    public async Task<OpenLine> OpenAsync(string userId, string participant, DateTimeOffset? until, CancellationToken stop) =>
        (await TakeAsync(userId, talk => IsOver(talk, participant) ? talk.BegunAnew(participant) : talk, until, mayBegin: true, stop))!;

    /// <summary>A page is still open: the token for its conversation is to live on.</summary>
    /// <returns>The conversation they are in now; <c>null</c>: no token of it lives.</returns>
    public async Task<string?> KeepAsync(string userId, CancellationToken stop) => (await TakeAsync(userId, talk => talk, until: null, mayBegin: false, stop))?.Token.conversationId;

    /// <summary>Whether nobody but a stranger may go on under this name: they left, or have another since the key of names was changed, and nobody would hear them in the old one.</summary>
    public async Task<bool> IsOverAsync(string userId, string participant, CancellationToken stop) => IsOver((await FindAsync(userId, stop)).Talk, participant);

    /// <summary>Somebody signed out: nobody is heard in their conversation any more, whatever token of it lives.</summary>
    /// <returns>The conversation; <c>null</c>: there was none.</returns>
    public async Task<string?> EndAsync(string userId, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            var kept = await FindAsync(userId, stop);
            if (kept.Talk.Line is null || await IsWrittenAsync(kept, kept.Talk.SignedOut(Now), last: tries == MostTriesToEnd, stop)) return kept.Talk.Line?.ConversationId;
        }
    }

    private async Task<OpenLine?> TakeAsync(string userId, Func<Talk, Talk> whose, DateTimeOffset? until, bool mayBegin, CancellationToken stop)
    {
        var (begun, token, seen) = ((DirectLineToken?)null, (DirectLineToken?)null, (string?)null);
        for (var tries = 1; ; tries++)
        {
            var kept = await FindAsync(userId, stop);
            var talk = whose(kept.Talk);
            // Another page has just had a token of the same conversation kept: ours is as good.
            var isKept = token is not null && talk.Line is { } line && line.ConversationId == token.conversationId && line.Token != seen && Later(until, line.Until) == line.Until;
            if (!isKept)
            {
                seen = talk.Line?.Token;
                token = await NextAsync(talk, stop) ?? (mayBegin ? begun ??= await directLine.GenerateAsync(userId, stop) : null);
                if (token is null) return null;
            }
            if (isKept || await IsKeptAsync(kept, talk, token!, until, last: tries == MostTries, stop)) return new(token!, IsBegun: talk.Conversation == token!.conversationId);
        }
    }

    private static bool IsOver(Talk talk, string participant) => talk.IsLeft || (talk.Participant is { } name && name != participant);

    private Task<KeptTalk> FindAsync(string userId, CancellationToken stop) => StoragePatience.PatientlyAsync(limit => talks.FindAsync(Channel, userId, limit), stop);

    private async Task<DirectLineToken?> NextAsync(Talk talk, CancellationToken stop) => talk.Line is { } line && !IsEnded(line) ? await directLine.RefreshAsync(line.Token, stop) : null;

    // Of several sign-ins that are in the same conversation the last to end counts.
    private Task<bool> IsKeptAsync(KeptTalk kept, Talk talk, DirectLineToken token, DateTimeOffset? until, bool last, CancellationToken stop)
    {
        var before = talk.Line is { } line && line.ConversationId == token.conversationId ? line.Until : null;
        return IsWrittenAsync(kept, talk with { Line = new(token.conversationId, token.token) { Until = Later(until, before) } }, last, stop);
    }

    private static bool IsEnded(Line line) => line.Until <= Now;

    // As the sign-ins themselves end, whatever day a demo clock shows.
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;

    private async Task<bool> IsWrittenAsync(KeptTalk kept, Talk talk, bool last, CancellationToken stop)
    {
        try
        {
            await StoragePatience.PatientlyAsync(limit => talks.WriteAsync(kept, talk, limit), stop);
            return true;
        }
        catch (StateChangedException)
        {
            // Another page was faster, or a turn: look again. Who comes too late too often tries again by themselves.
            return last ? throw new Storage.StorageUnavailableException(new StateChangedException()) : false;
        }
    }
}

/// <param name="IsBegun">They were heard in it before: the page asks for all that was said.</param>
internal sealed record OpenLine(DirectLineToken Token, bool IsBegun);
