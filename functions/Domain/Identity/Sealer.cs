using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Domain.Identity;

/// <summary>
/// Seals personal data at rest with AES-256-GCM. An envelope reads <c>v1.{key id}.{base64url of nonce, ciphertext, tag}</c>;
/// version, key id and purpose are authenticated too, so an envelope opens only for the purpose it was sealed for.
/// </summary>
public sealed class Sealer(SealingKeys keys)
{
    private const string Version = "v1";
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public string Seal(string clear, string purpose)
    {
        var text = Encoding.UTF8.GetBytes(clear);
        var body = new byte[NonceLength + text.Length + TagLength];
        var nonce = body.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys.Find(keys.Current)!, TagLength);
        aes.Encrypt(nonce, text, body.AsSpan(NonceLength, text.Length), body.AsSpan(NonceLength + text.Length), Context(keys.Current, purpose));
        return $"{Version}.{keys.Current}.{Base64Url.EncodeToString(body)}";
    }

    /// <exception cref="CryptographicException">Not an envelope, key not known, other purpose, or tampered with. The message names no content.</exception>
    public string Open(string envelope, string purpose)
    {
        var parts = envelope.Split('.');
        if (parts.Length != 3 || parts[0] != Version || keys.Find(parts[1]) is not { } key || !Base64Url.IsValid(parts[2]))
            throw new CryptographicException();
        var body = Base64Url.DecodeFromChars(parts[2]);
        if (body.Length < NonceLength + TagLength)
            throw new CryptographicException();
        var text = new byte[body.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(body.AsSpan(0, NonceLength), body.AsSpan(NonceLength, text.Length), body.AsSpan(NonceLength + text.Length), text, Context(parts[1], purpose));
        return Encoding.UTF8.GetString(text);
    }

    private static byte[] Context(string keyId, string purpose) => Encoding.UTF8.GetBytes($"{Version}.{keyId}.{purpose}");
}
