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

    /// <param name="participant">Whose talk it has to be: one that was left, or was another's, is begun anew.</param>
    public async Task<OpenLine> OpenAsync(string userId, string participant, CancellationToken stop)
    {
        DirectLineToken? begun = null;
        for (var tries = 1; ; tries++)
        {
            var kept = await FindAsync(userId, stop);
            var talk = IsOver(kept.Talk, participant) ? kept.Talk.BegunAnew(participant) : kept.Talk;
            var token = await NextAsync(talk, stop) ?? (begun ??= await directLine.GenerateAsync(userId, stop));
            if (await IsKeptAsync(kept, talk, token, last: tries == MostTries, stop)) return new(token, IsBegun: talk.Conversation == token.conversationId);
        }
    }

    /// <summary>A page is still open: the token for its conversation is to live on.</summary>
    /// <returns>The conversation they are in now; <c>null</c>: no token of it lives.</returns>
    public async Task<string?> KeepAsync(string userId, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            var kept = await FindAsync(userId, stop);
            if (await NextAsync(kept.Talk, stop) is not { } token) return null;
            if (await IsKeptAsync(kept, kept.Talk, token, last: tries == MostTries, stop)) return token.conversationId;
        }
    }

    /// <summary>Whether nobody but a stranger may go on under this name: they left, or have another since the key of names was changed, and nobody would hear them in the old one.</summary>
    public async Task<bool> IsOverAsync(string userId, string participant, CancellationToken stop) => IsOver((await FindAsync(userId, stop)).Talk, participant);

    private static bool IsOver(Talk talk, string participant) => talk.IsLeft || (talk.Participant is { } name && name != participant);

    private Task<KeptTalk> FindAsync(string userId, CancellationToken stop) => StoragePatience.PatientlyAsync(limit => talks.FindAsync(Channel, userId, limit), stop);

    private async Task<DirectLineToken?> NextAsync(Talk talk, CancellationToken stop) => talk.Line is { } line ? await directLine.RefreshAsync(line.Token, stop) : null;

    private async Task<bool> IsKeptAsync(KeptTalk kept, Talk talk, DirectLineToken token, bool last, CancellationToken stop)
    {
        try
        {
            await StoragePatience.PatientlyAsync(limit => talks.WriteAsync(kept, talk with { Line = new(token.conversationId, token.token) }, limit), stop);
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
