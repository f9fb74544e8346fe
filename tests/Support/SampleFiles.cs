using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Support;

/// <summary>Files as residents send them, made when they are needed; each mark gives another file, the same mark the same bytes.</summary>
public static class SampleFiles
{
    // Short codes for a grey picture: of the one value that a stretch begins with, and of the others.
    private static readonly byte[] Codes =
    [
        0xFF, 0xC4, 0, 20, 0x00, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0xFF, 0xC4, 0, 20, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>A JPEG with nothing in it that would be taken out: it is kept byte for byte.</summary>
    /// <param name="length">Of the whole file, in bytes; as short as it gets when less is asked for.</param>
    public static byte[] Photo(string mark = "", int length = 0, int width = 8, int height = 8)
    {
        byte[] head = [0xFF, 0xD8, .. Table(mark), 0xFF, 0xC0, 0, 11, 8, .. Number(height), .. Number(width), 1, 1, 0x11, 0, .. Codes, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0];
        return [.. head, .. new byte[Math.Max(1, length - head.Length - 2)], 0xFF, 0xD9];
    }

    /// <summary>A PNG of one grey point.</summary>
    public static byte[] Png(string mark = "") =>
        [.. PngHead, .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), .. Chunk("gAMA", SHA256.HashData(Encoding.UTF8.GetBytes(mark))[..4]), .. Chunk("IDAT", Packed([0, 128])), .. Chunk("IEND", [])];

    /// <summary>A PDF with one empty page.</summary>
    /// <param name="objects">More objects of it, whole.</param>
    /// <param name="catalogue">More entries of its catalogue.</param>
    public static byte[] Pdf(string mark = "", string objects = "", string catalogue = "") => Encoding.Latin1.GetBytes(
        $"%PDF-1.7\n%{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(mark)))}\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R {catalogue}>>\nendobj\n"
        + $"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n{objects}"
        + "trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%EOF\n");

    public static ReadOnlySpan<byte> PngHead => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Chunk(string name, byte[] inside)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. inside];
        var check = named.Aggregate(uint.MaxValue, (crc, part) =>
        {
            crc ^= part;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
            return crc;
        });
        return [.. Number((uint)inside.Length), .. named, .. Number(~check)];
    }

    public static byte[] Packed(byte[] clear)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize)) zlib.Write(clear);
        return packed.ToArray();
    }

    // The mark is in the table of steps: it belongs to the picture. No step is 0.
    private static byte[] Table(string mark)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(mark));
        return [0xFF, 0xDB, 0, 67, 0, .. hash.Concat(hash).Select(part => (byte)(part % 254 + 1))];
    }

    private static byte[] Number(int number) => [(byte)(number >> 8), (byte)number];

    private static byte[] Number(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
}
