using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Domain.Identity;

/// <summary>
/// Seals personal data that lies in no journal, with the current master key: under <c>v2</c> each purpose has a key of its own, derived from it. An envelope opens only
/// for the purpose it was sealed for. Those of earlier releases (<c>v1</c>, the master key itself) open as well.
/// </summary>
public sealed class Sealer(KeyRing ring)
{
    private const string Version = "v2";
    private const string EarlierVersion = "v1";

    /// <summary>With keys that never change.</summary>
    public Sealer(SealingKeys keys)
        : this(new KeyRing(keys))
    {
    }

    /// <summary>Id of the key that seals now.</summary>
    public string Current => ring.Keys.Current;

    public string Seal(string clear, string purpose)
    {
        var keys = ring.Keys;
        return Envelope.Seal(Version, keys.Current, ForPurpose(keys.Find(keys.Current)!, purpose), Encoding.UTF8.GetBytes(clear), purpose).ToString();
    }

    /// <exception cref="CryptographicException">Not an envelope, key not known, other purpose, or tampered with. The message names no content.</exception>
    public string Open(string envelope, string purpose)
    {
        if (Envelope.Read(envelope) is not { Version: Version or EarlierVersion } read || ring.Keys.Find(read.KeyId) is not { } key)
            throw new CryptographicException();
        return Encoding.UTF8.GetString(read.Open(read.Version == Version ? ForPurpose(key, purpose) : key, purpose));
    }

    /// <summary>Sealed in today's form with the current master key: nothing of an older key is in it.</summary>
    public bool IsCurrent(string envelope) => Envelope.Read(envelope) is { Version: Version, KeyId: var id } && id == ring.Keys.Current;

    private static byte[] ForPurpose(byte[] key, string purpose) => Envelope.Derive(key, "value|" + purpose);
}
