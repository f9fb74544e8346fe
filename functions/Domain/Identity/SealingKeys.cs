using System.Collections.Frozen;

namespace OneVisit.Domain.Identity;

/// <summary>The keys a <see cref="Sealer"/> may open with, and the one it seals with now.</summary>
public sealed class SealingKeys
{
    /// <summary>Length of each key in bytes.</summary>
    public const int KeyLength = 32;

    /// <summary>Id of a key that is alone, and of the first of all look-up keys: its hashes name no key.</summary>
    public const string First = "k1";

    private readonly FrozenDictionary<string, byte[]> keys;
    private readonly FrozenDictionary<string, DateTimeOffset> from;

    /// <param name="current">Id of the key new envelopes are sealed with; letters, digits and hyphens.</param>
    /// <param name="keys">Every key by id, old ones included so that old envelopes still open; 32 bytes each.</param>
    /// <param name="from">From when on each counts, those included that may not be used any more; that of which it is not told always did; <c>null</c>: nobody asks.</param>
    public SealingKeys(string current, IReadOnlyDictionary<string, byte[]> keys, IReadOnlyDictionary<string, DateTimeOffset>? from = null)
    {
        if (!keys.ContainsKey(current))
            throw new ArgumentException("current", nameof(current));
        if (keys.Any(key => key.Value.Length != KeyLength || key.Key.Length == 0 || key.Key.Contains('.', StringComparison.Ordinal)))
            throw new ArgumentException("key", nameof(keys));
        Current = current;
        this.keys = keys.ToFrozenDictionary(key => key.Key, key => key.Value.ToArray(), StringComparer.Ordinal);
        this.from = (from ?? new Dictionary<string, DateTimeOffset>()).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>One key only, under the id <see cref="First"/>.</summary>
    public SealingKeys(byte[] key)
        : this(First, new Dictionary<string, byte[]> { [First] = key })
    {
    }

    public string Current { get; }

    /// <summary>Of every key that may be used.</summary>
    public IReadOnlyCollection<string> Ids => keys.Keys;

    /// <summary>The first instant at which it is used for what is new.</summary>
    public DateTimeOffset FromOf(string id) => from.GetValueOrDefault(id, DateTimeOffset.MinValue);

    /// <summary>Id of the key that counted at an instant, whether or not it may still be used: a key that is gone is not taken for the one before it.</summary>
    /// <returns><c>null</c>: nobody knows of one so early.</returns>
    public string? IdAt(DateTimeOffset at) => keys.Keys.Union(from.Keys, StringComparer.Ordinal).Where(id => FromOf(id) <= at).MaxBy(FromOf);

    internal byte[]? Find(string id) => keys.GetValueOrDefault(id);
}
