using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Domain.Tests.Identity;

/// <summary>Envelopes as releases before <c>v2</c> made them: the master key k1 itself, bound to the purpose.</summary>
internal static class EarlierEnvelopes
{
    public static string Of(byte[] key, string clear, string purpose)
    {
        var text = Encoding.UTF8.GetBytes(clear);
        var body = new byte[12 + text.Length + 16];
        RandomNumberGenerator.Fill(body.AsSpan(0, 12));
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(body.AsSpan(0, 12), text, body.AsSpan(12, text.Length), body.AsSpan(12 + text.Length), Encoding.UTF8.GetBytes($"v1.k1.{purpose}"));
        return $"v1.k1.{Base64Url.EncodeToString(body)}";
    }
}
