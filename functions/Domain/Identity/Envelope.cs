using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Domain.Identity;

/// <summary>
/// What is sealed with AES-256-GCM, as text: <c>{version}.{key id}.{base64url of nonce, ciphertext, tag}</c>. Version, key id and a context that is not in it are
/// authenticated too, so that it opens only where it belongs.
/// </summary>
internal sealed record Envelope(string Version, string KeyId, byte[] Body)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <returns><c>null</c>: it is none.</returns>
    public static Envelope? Read(string text) =>
        text.Split('.') is [{ Length: > 0 } version, { Length: > 0 } keyId, var body] && Base64Url.IsValid(body) && Base64Url.DecodeFromChars(body) is { Length: >= NonceLength + TagLength } bytes
            ? new(version, keyId, bytes)
            : null;

    public static Envelope Seal(string version, string keyId, byte[] key, ReadOnlySpan<byte> clear, string context)
    {
        var body = new byte[NonceLength + clear.Length + TagLength];
        var nonce = body.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, clear, body.AsSpan(NonceLength, clear.Length), body.AsSpan(NonceLength + clear.Length), Bound(version, keyId, context));
        return new(version, keyId, body);
    }

    /// <exception cref="CryptographicException">Another key or context, or tampered with. The message names no content.</exception>
    public byte[] Open(byte[] key, string context)
    {
        var clear = new byte[Body.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(Body.AsSpan(0, NonceLength), Body.AsSpan(NonceLength, clear.Length), Body.AsSpan(NonceLength + clear.Length), clear, Bound(Version, KeyId, context));
        return clear;
    }

    /// <summary>A key for one purpose only: HKDF-SHA256 (RFC 5869) of a key, with the purpose as info.</summary>
    public static byte[] Derive(byte[] key, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, SealingKeys.KeyLength, info: Encoding.UTF8.GetBytes(purpose));

    public override string ToString() => $"{Version}.{KeyId}.{Base64Url.EncodeToString(Body)}";

    private static byte[] Bound(string version, string keyId, string context) => Encoding.UTF8.GetBytes($"{version}.{keyId}.{context}");
}
