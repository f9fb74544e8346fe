using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Caching.Memory;
using OneVisit.Domain.Identity;
using OneVisit.Storage;

namespace OneVisit.Bot.State;

/// <summary>
/// Bot Framework storage on blobs whose content is sealed, bound to its key. Writes are refused when somebody else wrote in between.
/// What was last read or written stays in memory for a while: a stale copy costs a refused write, never a lost one.
/// </summary>
internal sealed class SealedBotStorage(BotStateBlobs blobs, Sealer sealer, BotMemory cache) : IStorage
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        var items = new Dictionary<string, object>();
        foreach (var key in keys) items[key] = await ReadAsync(key, cancellationToken);
        return items;
    }

    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        foreach (var (key, value) in changes)
        {
            var item = value as StateItem ?? throw new NotSupportedException("State is read before it is written.");
            var json = JsonSerializer.Serialize(item.ToDictionary(pair => pair.Key, pair => (string)pair.Value));
            var (by, envelope) = Envelope(key, json);
            var written = await blobs.WriteAsync(key, envelope, item.ETag, by, cancellationToken);
            if (written is not StateWrite.Saved saved)
            {
                cache.Remove(CacheKey(key));
                throw new StateChangedException();
            }
            item.ETag = saved.ETag;
            Keep(key, json, saved.ETag);
        }
    }

    public async Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        foreach (var key in keys)
        {
            cache.Remove(CacheKey(key));
            await blobs.DeleteAsync(key, cancellationToken);
        }
    }

    /// <summary>Seals what lies under a key with the current sealing key, if an older one sealed it. Somebody writing at the same time does so anyway.</summary>
    /// <returns><c>false</c>: it was changed meanwhile, and is looked at again later.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It cannot be opened with the keys at hand.</exception>
    public async Task<bool> SealAnewAsync(string key, CancellationToken stop)
    {
        if (await blobs.ReadAsync(key, stop) is not { } stored || SealedIn(stored) is not { } before) return true;
        var (by, envelope) = Envelope(key, sealer.Open(before, PurposeOf(key)));
        var written = await blobs.WriteAnewAsync(key, envelope, stored, by, stop);
        // A copy from before would only cost its owner a refused write.
        cache.Remove(CacheKey(key));
        return written is StateWrite.Saved;
    }

    private async Task<StateItem> ReadAsync(string key, CancellationToken stop)
    {
        if (cache.Get<Copy>(CacheKey(key)) is { } copy) return StateItem.Of(copy.Json, copy.ETag);
        if (await blobs.ReadAsync(key, stop) is not { } stored) return new StateItem();
        var json = sealer.Open(SealedIn(stored) ?? throw new InvalidDataException("State that is not sealed is none of a conversation."), PurposeOf(key));
        Keep(key, json, stored.ETag);
        return StateItem.Of(json, stored.ETag);
    }

    private void Keep(string key, string json, string etag) =>
        cache.Set(CacheKey(key), new Copy(json, etag), new MemoryCacheEntryOptions { SlidingExpiration = Kept, Size = json.Length });

    // The key is named before: if it changes meanwhile, the mark is too old, and it is sealed once more.
    private (string By, string Text) Envelope(string key, string json) =>
        (sealer.Current, JsonSerializer.Serialize(new Dictionary<string, string> { ["sealed"] = sealer.Seal(json, PurposeOf(key)) }));

    /// <returns><c>null</c>: it is not sealed.</returns>
    private static string? SealedIn(StoredState stored) =>
        JsonDocument.Parse(stored.Json).RootElement is { ValueKind: JsonValueKind.Object } state && state.TryGetProperty("sealed", out var text) ? text.GetString() : null;

    private static string PurposeOf(string key) => "bot-state|" + key;

    private static string CacheKey(string key) => "bot-state|" + key;

    private sealed record Copy(string Json, string ETag);
}

/// <summary>Properties of one key, all text, and the version they were read at; no version: there was nothing.</summary>
internal sealed class StateItem : Dictionary<string, object>, IStoreItem
{
    public string? ETag { get; set; }

#pragma warning disable CS8766 // The Bot Framework is not annotated: its ETag may be null.
    string IStoreItem.ETag
    {
        get => ETag!;
        set => ETag = value;
    }
#pragma warning restore CS8766

    public static StateItem Of(string json, string etag)
    {
        var item = new StateItem { ETag = etag };
        foreach (var (name, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(json)!) item[name] = text;
        return item;
    }
}

/// <summary>Somebody else wrote this conversation's state since it was read; nothing was written. Read again and decide anew.</summary>
internal sealed class StateChangedException() : Exception("The conversation was continued elsewhere.");
