using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Local.DirectLine.History;

/// <summary>
/// Seals bytes with AES-256-GCM under keys derived (HKDF-SHA256) from the one key of the service. Layout: nonce (12), tag (16), cipher text.
/// The context is bound to the cipher text, so that a row moved elsewhere does not open.
/// </summary>
internal sealed class Vault(DirectLineOptions options)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly byte[] key = Derive(options, "history");

    public static byte[] Derive(DirectLineOptions options, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, options.EncryptionKey, 32, info: Encoding.UTF8.GetBytes("onevisit.directline." + purpose));

    public byte[] Seal(ReadOnlySpan<byte> clear, string context)
    {
        var envelope = new byte[NonceSize + TagSize + clear.Length];
        var nonce = envelope.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, clear, envelope.AsSpan(NonceSize + TagSize), envelope.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(context));
        return envelope;
    }

    /// <exception cref="CryptographicException">Another key, another context, or damaged.</exception>
    public byte[] Open(ReadOnlySpan<byte> envelope, string context)
    {
        if (envelope.Length < NonceSize + TagSize) throw new CryptographicException("Too short to be sealed.");
        var clear = new byte[envelope.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(envelope[..NonceSize], envelope[(NonceSize + TagSize)..], envelope.Slice(NonceSize, TagSize), clear, Encoding.UTF8.GetBytes(context));
        return clear;
    }
}
