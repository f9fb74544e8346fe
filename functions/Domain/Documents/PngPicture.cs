using System.Buffers.Binary;

namespace OneVisit.Domain.Documents;

/// <summary>A PNG, chunk by chunk. Kept is what draws it; texts, Exif, packed profiles, moving frames and whatever comes behind the end are left out.</summary>
internal static class PngPicture
{
    private static readonly DocumentReading.Refused Broken = new(DocumentProblem.Incomplete);

    private static readonly uint[] Crc = [.. Enumerable.Range(0, 256).Select(value => Enumerable.Range(0, 8).Aggregate((uint)value, (crc, _) => (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1)))];

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static DocumentReading Read(byte[] content)
    {
        using var kept = new MemoryStream(content.Length);
        kept.Write(Signature);
        var (at, drawn, headed, coloured) = (Signature.Length, false, false, false);
        while (content.Length - at >= 12)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(at));
            if (length > content.Length - at - 12)
                return Broken;
            var chunk = content.AsSpan(at, (int)length + 12);
            at += chunk.Length;
            var name = chunk[4..8];
            var inside = chunk[8..^4];
            if (!headed)
            {
                if (!name.SequenceEqual("IHDR"u8) || inside.Length != 13 || !IsHeader(inside))
                    return Broken;
                if (PictureBounds.Of(BinaryPrimitives.ReadUInt32BigEndian(inside), BinaryPrimitives.ReadUInt32BigEndian(inside[4..])) is { } problem)
                    return new DocumentReading.Refused(problem);
                (headed, coloured) = (true, inside[9] != 3);
            }
            else if (name.SequenceEqual("IDAT"u8))
            {
                if (!coloured)
                    return Broken;
                drawn = true;
            }
            else if (name.SequenceEqual("PLTE"u8) && inside.Length is > 0 and <= 768)
                coloured = true;
            else if (!name.SequenceEqual("IEND"u8) && !IsOfUse(name))
            {
                // A small first letter: it may be left out.
                if (name[0] >= (byte)'a')
                    continue;
                return Broken;
            }
            if (BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]) != CrcOf(chunk[4..^4]))
                return Broken;
            kept.Write(chunk);
            if (name.SequenceEqual("IEND"u8))
                return drawn ? new DocumentReading.Accepted(DocumentType.Png, kept.ToArray()) : Broken;
        }
        return Broken;
    }

    private static bool IsHeader(ReadOnlySpan<byte> header) =>
        header[8] is 1 or 2 or 4 or 8 or 16 && header[9] is 0 or 2 or 3 or 4 or 6 && header[10] == 0 && header[11] == 0 && header[12] <= 1;

    private static bool IsOfUse(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("tRNS"u8) || name.SequenceEqual("gAMA"u8) || name.SequenceEqual("cHRM"u8) || name.SequenceEqual("sRGB"u8)
        || name.SequenceEqual("sBIT"u8) || name.SequenceEqual("bKGD"u8) || name.SequenceEqual("pHYs"u8);

    private static uint CrcOf(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var part in bytes)
            crc = Crc[(byte)(crc ^ part)] ^ (crc >> 8);
        return ~crc;
    }
}
