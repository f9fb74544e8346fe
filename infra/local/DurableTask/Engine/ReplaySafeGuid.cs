using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Local.DurableTask.Engine;

/// <summary>Name-based GUIDs (RFC 4122 section 4.3, version 5) from instance, time and count.</summary>
internal static class ReplaySafeGuid
{
    private static readonly Guid Space = new("9e952958-5e33-4daf-827f-2fa12937b875");

    public static Guid Create(string instance, DateTime now, int count)
    {
        var name = Encoding.UTF8.GetBytes($"{instance}_{now:o}_{count}");
        var seed = new byte[16 + name.Length];
        Space.TryWriteBytes(seed, bigEndian: true, out _);
        name.CopyTo(seed, 16);

#pragma warning disable CA5350 // The RFC says SHA-1; nothing is kept secret by it.
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(seed, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
