using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace OneVisit.Bot.State;

/// <summary>Reads and writes the <see cref="Talk"/> of a person, in a turn and outside of one.</summary>
internal sealed class TalkBook(TalkState state, IStorage storage)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    // Nobody who leaves is told to try again, however many pages of theirs are at it.
    private const int MostTriesToLeave = 50;

    // As the channels give them, and the store takes them as a name.
    private const int LongestConversation = 150;

    // Under a conversation: whose it is.
    private const string Person = "person";

    private readonly IStatePropertyAccessor<string> text = state.CreateProperty<string>("talk");

    /// <summary>As it is stored now.</summary>
    public async Task<Talk> ReadAsync(ITurnContext turn, CancellationToken stop)
    {
        await state.LoadAsync(turn, force: true, stop);
        return Read(await text.GetAsync(turn, () => "", stop));
    }

    /// <exception cref="StateChangedException">Somebody was faster.</exception>
    public async Task WriteAsync(ITurnContext turn, Talk talk, CancellationToken stop)
    {
        await text.SetAsync(turn, JsonSerializer.Serialize(talk, Json), stop);
        await state.SaveChangesAsync(turn, force: false, stop);
    }

    /// <summary>Whether the conversation of a turn is this person's: it is whoever's who first spoke in it.</summary>
    /// <exception cref="StateChangedException">Somebody was faster.</exception>
    public async Task<bool> IsTheirsAsync(Activity activity, CancellationToken stop)
    {
        if (!TalkState.IsPersons(activity)) return true;
        if (activity.Conversation is not { Id: var conversation } || !IsName(activity.ChannelId) || !IsName(conversation)) return false;
        var key = TalkState.KeyOfConversation(activity.ChannelId, conversation);
        var item = await ItemAsync(key, stop);
        if (item.TryGetValue(Person, out var person)) return (string)person == activity.From.Id;
        item[Person] = activity.From.Id;
        await storage.WriteAsync(new Dictionary<string, object> { [key] = item }, stop);
        return true;
    }

    /// <summary>The talk of whoever speaks in a conversation, as it is stored now; only to look at.</summary>
    public async Task<Talk> ReadAsync(string channelId, string conversationId, CancellationToken stop)
    {
        var item = await ItemAsync(TalkState.KeyOfConversation(channelId, conversationId), stop);
        return item.TryGetValue(Person, out var person) ? (await FindAsync(channelId, (string)person, stop)).Talk : Read(TextOf(item));
    }

    /// <summary>Somebody's talk outside of a turn, to be changed.</summary>
    public async Task<KeptTalk> FindAsync(string channelId, string userId, CancellationToken stop)
    {
        var key = TalkState.KeyOfPerson(channelId, userId);
        var item = await ItemAsync(key, stop);
        return new(key, item, Read(TextOf(item)));
    }

    /// <exception cref="StateChangedException">Somebody was faster.</exception>
    public Task WriteAsync(KeptTalk kept, Talk talk, CancellationToken stop)
    {
        kept.Item[text.Name] = JsonSerializer.Serialize(talk, Json);
        return storage.WriteAsync(new Dictionary<string, object> { [kept.Key] = kept.Item }, stop);
    }

    /// <summary>Somebody left at the page, outside of a turn.</summary>
    public async Task LeaveAsync(string channelId, string userId, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            var kept = await FindAsync(channelId, userId, stop);
            if (kept.Talk.IsLeft) return;
            try
            {
                await WriteAsync(kept, kept.Talk.Left(), stop);
                return;
            }
            catch (StateChangedException) when (tries < MostTriesToLeave)
            {
                // A turn was faster: what it remembered goes, too.
            }
        }
    }

    /// <summary>What has still to be handed on of a talk that an earlier release remembered by its conversation, and not by the person.</summary>
    public async Task<ImmutableArray<PendingErrand>> LeftBehindAsync(Activity activity, string conversationId, CancellationToken stop) =>
        TalkState.IsPersons(activity) ? Read(TextOf(await ItemAsync(TalkState.KeyOfConversation(activity.ChannelId, conversationId), stop))).Pending : [];

    /// <summary>So much of that is left.</summary>
    public async Task LeaveBehindAsync(Activity activity, string conversationId, ImmutableArray<PendingErrand> left, CancellationToken stop)
    {
        var key = TalkState.KeyOfConversation(activity.ChannelId, conversationId);
        var item = await ItemAsync(key, stop);
        var kept = new KeptTalk(key, item, Read(TextOf(item)));
        await WriteAsync(kept, kept.Talk with { Pending = left }, stop);
    }

    // Anything else, a path among others, is a name of no channel's making.
    private static bool IsName(string? told) =>
        told is { Length: > 0 and <= LongestConversation } && told.Any(char.IsAsciiLetterOrDigit) && told.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_:|@=+.".Contains(letter, StringComparison.Ordinal));

    private async Task<StateItem> ItemAsync(string key, CancellationToken stop) => (StateItem)(await storage.ReadAsync([key], stop))[key];

    private string? TextOf(StateItem item) => item.TryGetValue(text.Name, out var json) ? (string)json : null;

    private static Talk Read(string? json) => json is { Length: > 0 } ? JsonSerializer.Deserialize<Talk>(json, Json)! : new Talk();
}

/// <summary>A talk with the version at which it was read.</summary>
internal sealed record KeptTalk(string Key, StateItem Item, Talk Talk);
