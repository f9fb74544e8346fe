using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Domain.Identity;

/// <summary>
/// Signs what somebody has proven, for one participant alone: <c>{what is said}.{key id}.{HMAC-SHA256, base64url}</c>. The current key signs; a word under any other key that
/// may be used is good as well, so that nobody has to prove anything anew because a key was changed.
/// </summary>
public sealed class ProofSeal(KeyRing ring)
{
    private const string Purpose = "proof";

    public string Sign(string participant, string said)
    {
        var keys = ring.Keys;
        return $"{said}.{keys.Current}.{SignatureOf(keys.Find(keys.Current)!, participant, said)}";
    }

    /// <returns>What is said; <c>null</c>: we did not sign it for this participant, or not with a key that may be used.</returns>
    public string? Read(string participant, string word) =>
        word.LastIndexOf('.') is > 0 and var end && word.LastIndexOf('.', end - 1) is > 0 and var middle
            && ring.Keys.Find(word[(middle + 1)..end]) is { } key && IsRight(SignatureOf(key, participant, word[..middle]), word[(end + 1)..])
            ? word[..middle]
            : null;

    private static bool IsRight(string signature, string told) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(told));

    private static string SignatureOf(byte[] key, string participant, string said) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Envelope.Derive(key, Purpose), Encoding.UTF8.GetBytes($"{participant}\n{said}")));
}
