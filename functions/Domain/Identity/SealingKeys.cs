using System.Collections.Frozen;

namespace OneVisit.Domain.Identity;

/// <summary>The keys a <see cref="Sealer"/> may open with, and the one it seals with now.</summary>
public sealed class SealingKeys
{
    /// <summary>Length of each key in bytes.</summary>
    public const int KeyLength = 32;

    private readonly FrozenDictionary<string, byte[]> keys;

    /// <param name="current">Id of the key new envelopes are sealed with; letters, digits and hyphens.</param>
    /// <param name="keys">Every key by id, old ones included so that old envelopes still open; 32 bytes each.</param>
    public SealingKeys(string current, IReadOnlyDictionary<string, byte[]> keys)
    {
        if (!keys.ContainsKey(current))
            throw new ArgumentException("current", nameof(current));
        if (keys.Any(key => key.Value.Length != KeyLength || key.Key.Length == 0 || key.Key.Contains('.', StringComparison.Ordinal)))
            throw new ArgumentException("key", nameof(keys));
        Current = current;
        this.keys = keys.ToFrozenDictionary(key => key.Key, key => key.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>One key only, under the id <c>k1</c>.</summary>
    public SealingKeys(byte[] key)
        : this("k1", new Dictionary<string, byte[]> { ["k1"] = key })
    {
    }

    public string Current { get; }

    /// <summary>Of every key that may be used.</summary>
    public IReadOnlyCollection<string> Ids => keys.Keys;

    internal byte[]? Find(string id) => keys.GetValueOrDefault(id);
}
