using System.Buffers.Binary;

namespace OneVisit.Domain.Documents;

/// <summary>The one thing of a photo's Exif that is kept: how the telephone was held (1 to 8, as TIFF counts). All else, the place first of all, is the household's own.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;

    /// <returns><c>null</c>: it does not say.</returns>
    public static int? In(ReadOnlySpan<byte> app1)
    {
        if (!app1.StartsWith("Exif\0\0"u8) || app1.Length < 14)
            return null;
        var tiff = app1[6..];
        var little = tiff.StartsWith("II"u8);
        if (!little && !tiff.StartsWith("MM"u8))
            return null;
        var first = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > tiff.Length - 2)
            return null;
        var entries = tiff[((int)first + 2)..];
        for (var left = Word(tiff[(int)first..], little); left > 0 && entries.Length >= 12; left--, entries = entries[12..])
        {
            if (Word(entries, little) == Tag && Word(entries[2..], little) == Short && Word(entries[8..], little) is >= 1 and <= 8 and var turned)
                return turned;
        }
        return null;
    }

    /// <summary>A segment that says so and nothing else; none when the picture stands upright.</summary>
    public static byte[] Segment(int turned) => turned == 1 ? [] :
    [
        0xFF, 0xE1, 0, 34, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort Word(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
