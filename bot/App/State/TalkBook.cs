using System.Text.Json;
using Microsoft.Bot.Builder;

namespace OneVisit.Bot.State;

/// <summary>Reads and writes the <see cref="Talk"/> of a turn's conversation.</summary>
internal sealed class TalkBook(ConversationState state, IStorage storage)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private const int MostTries = 5;

    private readonly IStatePropertyAccessor<string> text = state.CreateProperty<string>("talk");

    /// <summary>As it is stored now.</summary>
    public async Task<Talk> ReadAsync(ITurnContext turn, CancellationToken stop)
    {
        await state.LoadAsync(turn, force: true, stop);
        return await text.GetAsync(turn, () => "", stop) is { Length: > 0 } json ? JsonSerializer.Deserialize<Talk>(json, Json)! : new Talk();
    }

    /// <summary>As it is stored now, outside a turn; only to look at.</summary>
    public async Task<Talk> ReadAsync(string channelId, string conversationId, CancellationToken stop)
    {
        var key = KeyOf(channelId, conversationId);
        var items = await storage.ReadAsync([key], stop);
        return items.TryGetValue(key, out var item) && item is StateItem kept && kept.TryGetValue(text.Name, out var json) && json is string { Length: > 0 } told
            ? JsonSerializer.Deserialize<Talk>(told, Json)!
            : new Talk();
    }

    /// <summary>Somebody left a conversation at the page, outside a turn.</summary>
    public async Task LeaveAsync(string channelId, string conversationId, CancellationToken stop)
    {
        var key = KeyOf(channelId, conversationId);
        for (var tries = 1; ; tries++)
        {
            var items = await storage.ReadAsync([key], stop);
            if (!items.TryGetValue(key, out var item) || item is not StateItem kept || !kept.TryGetValue(text.Name, out var json) || json is not string { Length: > 0 } told) return;
            kept[text.Name] = JsonSerializer.Serialize(JsonSerializer.Deserialize<Talk>(told, Json)!.Left(), Json);
            try
            {
                await storage.WriteAsync(new Dictionary<string, object> { [key] = kept }, stop);
                return;
            }
            catch (StateChangedException) when (tries < MostTries)
            {
                // A turn was faster: what it remembered goes, too.
            }
        }
    }

    // The key under which ConversationState keeps a conversation.
    private static string KeyOf(string channelId, string conversationId) => $"{channelId}/conversations/{conversationId}";

    /// <exception cref="StateChangedException">Somebody was faster.</exception>
    public async Task WriteAsync(ITurnContext turn, Talk talk, CancellationToken stop)
    {
        await text.SetAsync(turn, JsonSerializer.Serialize(talk, Json), stop);
        await state.SaveChangesAsync(turn, force: false, stop);
    }
}
