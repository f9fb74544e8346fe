using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Audit;

/// <summary>
/// Seals where a journal stands, with a key that tables do not hold: who can write rows, and their hashes right, still cannot write the newest entries anew before the night anchors
/// them. A seal says from which entry on all were written by who has the key, one on the other: an entry put on top of forged ones does not make them right.
/// </summary>
public sealed class HeadSeal(KeyRing ring)
{
    private const string Purpose = "journal-head";

    /// <param name="from">The first entry since when the succession is unbroken.</param>
    public string Of(string journal, JournalHead head, int from)
    {
        var keys = ring.Keys;
        return string.Create(CultureInfo.InvariantCulture, $"{from}.{keys.Current}.{SignatureOf(keys.Find(keys.Current)!, journal, head, from)}");
    }

    /// <returns>From which entry on; <c>null</c>: there is no seal of ours, as on what earlier releases and commands from outside wrote, or of a key that is used no more.</returns>
    public int? FromOf(string journal, JournalHead head, string? seal) =>
        seal?.Split('.') is [var told, var id, var signature] && int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && ring.Keys.Find(id) is { } key
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(SignatureOf(key, journal, head, from)), Encoding.UTF8.GetBytes(signature))
            ? from
            : null;

    private static string SignatureOf(byte[] key, string journal, JournalHead head, int from) => Base64Url.EncodeToString(HMACSHA256.HashData(
        Envelope.Derive(key, Purpose), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{journal}\n{head.Version}\n{head.Hash}\n{from}"))));
}
