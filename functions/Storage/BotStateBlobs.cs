using System.Runtime.CompilerServices;

namespace OneVisit.Storage;

/// <summary>Container <c>bot</c>: the bot's state as JSON text, one blob a key, with ETags.</summary>
public sealed class BotStateBlobs(OneVisitStorage storage)
{
    /// <summary>Given as ETag: write whatever is there.</summary>
    public const string Any = GuardedTexts.Any;

    /// <summary>In place of a sealing key: nothing about a person is in it, and it is not sealed.</summary>
    public const string Unsealed = "unsealed";

    private readonly GuardedTexts texts = new(storage.Container(Names.Bot));

    /// <returns><c>null</c>: nothing is kept under that key.</returns>
    public Task<StoredState?> ReadAsync(string key, CancellationToken cancellation = default) => texts.ReadAsync(NameOf(key), cancellation);

    /// <param name="etag">As read; <see cref="Any"/> to write whatever is there; <c>null</c> to write only when nothing is there.</param>
    public Task<StateWrite> WriteAsync(string key, string json, string? etag, CancellationToken cancellation = default) => WriteAsync(key, json, etag, null, cancellation);

    /// <param name="etag">As read; <see cref="Any"/> to write whatever is there; <c>null</c> to write only when nothing is there.</param>
    /// <param name="sealedBy">Id of the sealing key, kept beside it, so that who seals anew need not read it; <see cref="Unsealed"/>; <c>null</c>: not said.</param>
    public Task<StateWrite> WriteAsync(string key, string json, string? etag, string? sealedBy, CancellationToken cancellation = default) =>
        texts.WriteAsync(NameOf(key), json, etag, cancellation, sealedBy);

    /// <summary>The same state under another sealing key: it stays as old as it was.</summary>
    /// <param name="before">As it was read.</param>
    public Task<StateWrite> WriteAnewAsync(string key, string json, StoredState before, string sealedBy, CancellationToken cancellation = default) =>
        texts.WriteAsync(NameOf(key), json, before.ETag, cancellation, sealedBy, before.WrittenAt);

    /// <summary>Everything that is kept, without its content; a request for five thousand.</summary>
    public async IAsyncEnumerable<KeptState> ListAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var (name, sealedBy) in texts.ListAsync(cancellation))
            yield return new(KeyOf(name), sealedBy);
    }

    public Task DeleteAsync(string key, CancellationToken cancellation = default) => texts.DeleteAsync(NameOf(key), cancellation);

    /// <summary>Deletes what is remembered of conversations, by person or by conversation, last written on before an instant, at most so many; one that goes on meanwhile stays.</summary>
    /// <returns>How many went.</returns>
    public Task<int> EraseConversationsAsync(DateTimeOffset before, int most, CancellationToken cancellation = default) =>
        texts.EraseAsync(name => name.Contains("/conversations/", StringComparison.Ordinal) || name.Contains("/users/", StringComparison.Ordinal), before, most, cancellation);

    // A part that was too long is a digest, which leads back to nothing.
    private static string? KeyOf(string name)
    {
        try
        {
            return string.Join('/', name.Split('/').Select(Keys.Read));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string NameOf(string key) => string.Join('/', key.Split('/').Select(Keys.Of));
}

/// <summary>Something that is kept.</summary>
/// <param name="Key"><c>null</c>: it cannot be told from its name.</param>
/// <param name="SealedBy">Id of the sealing key; <c>null</c>: an earlier release did not say.</param>
public sealed record KeptState(string? Key, string? SealedBy);

/// <summary>State as it was read.</summary>
public sealed record StoredState(string Json, string ETag)
{
    /// <summary>When what it says was last written; <c>null</c>: not known.</summary>
    public DateTimeOffset? WrittenAt { get; init; }
}

/// <summary>What came of a write.</summary>
public abstract record StateWrite
{
    public sealed record Saved(string ETag) : StateWrite;

    /// <summary>Somebody else wrote since it was read; nothing was written.</summary>
    public sealed record Conflict : StateWrite;

    private StateWrite() { }
}
