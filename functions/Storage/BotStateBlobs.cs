namespace OneVisit.Storage;

/// <summary>Container <c>bot</c>: the bot's state as JSON text, one blob a key, with ETags.</summary>
public sealed class BotStateBlobs(OneVisitStorage storage)
{
    /// <summary>Given as ETag: write whatever is there.</summary>
    public const string Any = GuardedTexts.Any;

    private readonly GuardedTexts texts = new(storage.Container(Names.Bot));

    /// <returns><c>null</c>: nothing is kept under that key.</returns>
    public Task<StoredState?> ReadAsync(string key, CancellationToken cancellation = default) => texts.ReadAsync(NameOf(key), cancellation);

    /// <param name="etag">As read; <see cref="Any"/> to write whatever is there; <c>null</c> to write only when nothing is there.</param>
    public Task<StateWrite> WriteAsync(string key, string json, string? etag, CancellationToken cancellation = default) =>
        texts.WriteAsync(NameOf(key), json, etag, cancellation);

    public Task DeleteAsync(string key, CancellationToken cancellation = default) => texts.DeleteAsync(NameOf(key), cancellation);

    /// <summary>Deletes conversations last written on before an instant, at most so many; one that goes on meanwhile stays.</summary>
    /// <returns>How many went.</returns>
    public Task<int> EraseConversationsAsync(DateTimeOffset before, int most, CancellationToken cancellation = default) =>
        texts.EraseAsync(name => name.Contains("/conversations/", StringComparison.Ordinal), before, most, cancellation);

    private static string NameOf(string key) => string.Join('/', key.Split('/').Select(Keys.Of));
}

/// <summary>State as it was read.</summary>
public sealed record StoredState(string Json, string ETag);

/// <summary>What came of a write.</summary>
public abstract record StateWrite
{
    public sealed record Saved(string ETag) : StateWrite;

    /// <summary>Somebody else wrote since it was read; nothing was written.</summary>
    public sealed record Conflict : StateWrite;

    private StateWrite() { }
}
