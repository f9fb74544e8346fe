using System.Security.Cryptography;
using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using OneVisit.Storage;

namespace OneVisit.Bot.Turns;

/// <summary>Where people can be reached later: the newest conversation of each.</summary>
internal sealed class AddressBook(ConversationBook book)
{
    /// <summary>Writes the address of this turn's person when it is another than the one known by its digest.</summary>
    /// <param name="goesAbout">They have several conversations, on the pages and in Teams, and this is the one in which they have just spoken.</param>
    /// <returns>The digest of the address as it is written now.</returns>
    public async Task<string> KeepAsync(ITurnContext turn, string participant, string? knownDigest, bool goesAbout, CancellationToken stop)
    {
        var json = AddressOf(turn);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..16];
        if (!goesAbout)
        {
            if (digest != knownDigest) await book.SaveAsync(participant, json, BotStateBlobs.Any, stop);
            return digest;
        }
        if ((await book.FindAsync(participant, stop))?.Json is var before && before == json) return digest;
        // Where they are reached when they are not at the pages.
        if (before is not null && Read(before) is { ChannelId: Channels.Msteams } && turn.Activity.ChannelId != Channels.Msteams) await book.SaveAsync(InTeams(participant), before, BotStateBlobs.Any, stop);
        await book.SaveAsync(participant, json, BotStateBlobs.Any, stop);
        return digest;
    }

    /// <returns><c>null</c>: never heard from them.</returns>
    public async Task<ConversationReference?> FindAsync(string participant, CancellationToken stop) =>
        await book.FindAsync(participant, stop) is { } stored ? Read(stored.Json) : null;

    /// <summary>Where somebody of the staff was last heard in Teams before they came to the pages.</summary>
    /// <returns><c>null</c>: they were not.</returns>
    public async Task<ConversationReference?> FindInTeamsAsync(string participant, CancellationToken stop) =>
        await book.FindAsync(InTeams(participant), stop) is { } stored ? Read(stored.Json) : null;

    /// <summary>Where this turn is held, as text.</summary>
    public static string AddressOf(ITurnContext turn)
    {
        var reference = turn.Activity.GetConversationReference();
        reference.ActivityId = null;
        reference.Locale = null;
        return JsonConvert.SerializeObject(reference);
    }

    private static string InTeams(string participant) => participant + "|teams";

    public static ConversationReference? Read(string address) => JsonConvert.DeserializeObject<ConversationReference>(address);
}
