using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Domain.Identity;

/// <summary>
/// Keyed hashes (HMAC-SHA256, base64url) to find a person again without keeping the number in clear. Several keys may be live: what is made is made with the current one, what is looked for is
/// looked for under all. A hash has the id of its key in front, <c>{key id}.{43 characters}</c>, but for the first key of all, <see cref="SealingKeys.First"/>, which had none beside it for long.
/// </summary>
public sealed class LookupHash(KeyRing ring)
{
    /// <summary>One key only.</summary>
    public LookupHash(byte[] key)
        : this(new KeyRing(new SealingKeys(key)))
    {
    }

    /// <summary>Id of the key with which hashes are made now.</summary>
    public string Current => ring.Keys.Current;

    /// <summary>All of them, as this program knows them now.</summary>
    public SealingKeys Keys => ring.Keys;

    /// <summary>Ids of all that are looked for.</summary>
    public IReadOnlyCollection<string> Ids => ring.Keys.Ids;

    /// <summary>The first key of all is the only one: nothing can stand under another.</summary>
    public bool IsFirstAlone => ring.Keys is { Ids.Count: 1, Current: SealingKeys.First };

    /// <summary>Finds a person's cases, and their place in the staff directory, again without the number.</summary>
    public PersonHash Of(ResidentId id) => new([.. Under("applicant-id", id.Reveal())]);

    /// <summary>A hash says who it is under every live key.</summary>
    public bool Covers(PersonHash hash) => ring.Keys.Ids.All(id => hash.Texts.Any(text => PersonHash.KeyOf(text) == id));

    /// <summary>Under the current key. The same value under two purposes gives two unrelated hashes.</summary>
    public string Of(string purpose, string value) => ring.Keys is var keys ? Of(keys, keys.Current, purpose, value) : "";

    /// <summary>Under every live key, the current one first: what was made with an older one counts until that is gone.</summary>
    public ImmutableArray<string> Under(string purpose, string value) => ring.Keys is var keys ? [.. Ordered(keys).Select(id => Of(keys, id, purpose, value))] : [];

    /// <summary>Under the key that was current at an instant, the same now and later.</summary>
    /// <returns><c>null</c>: that key is there no more.</returns>
    public string? At(DateTimeOffset at, string purpose, string value) => ring.Keys is var keys && keys.IdAt(at) is { } id && keys.Find(id) is not null ? Of(keys, id, purpose, value) : null;

    private static IEnumerable<string> Ordered(SealingKeys keys) => keys.Ids.OrderByDescending(id => id == keys.Current).ThenByDescending(keys.FromOf).ThenBy(id => id, StringComparer.Ordinal);

    private static string Of(SealingKeys keys, string id, string purpose, string value)
    {
        var hash = Base64Url.EncodeToString(HMACSHA256.HashData(keys.Find(id)!, Encoding.UTF8.GetBytes($"{purpose}\0{value}")));
        return id == SealingKeys.First ? hash : $"{id}.{hash}";
    }
}
