using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Domain.Identity;

/// <summary>A keyed hash (HMAC-SHA256, base64url, 43 characters) to find a person again without keeping the number in clear.</summary>
/// <param name="key">At least 32 bytes.</param>
public sealed class LookupHash(byte[] key)
{
    private readonly byte[] key = key.Length >= 32 ? key : throw new ArgumentException("length", nameof(key));

    /// <summary>Finds a person's cases, and their place in the staff directory, again without the number.</summary>
    public string Of(ResidentId id) => Of("applicant-id", id.Reveal());

    /// <summary>The same value under two purposes gives two unrelated hashes.</summary>
    public string Of(string purpose, string value) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{purpose}\0{value}")));
}
