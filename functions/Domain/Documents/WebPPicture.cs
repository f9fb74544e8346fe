using System.Buffers.Binary;

namespace OneVisit.Domain.Documents;

/// <summary>A WebP, chunk by chunk. Kept is what draws it; Exif, XMP and whatever comes behind the end are left out. A moving one is no photo of a paper.</summary>
internal static class WebPPicture
{
    private const byte Moving = 0x02;
    private const byte WithTexts = 0x0C;

    private static readonly DocumentReading.Refused Broken = new(DocumentProblem.Incomplete);

    public static DocumentReading Read(byte[] content)
    {
        var end = BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(4)) + 8L;
        if (end > content.Length)
            return Broken;
        using var kept = new MemoryStream(content.Length);
        kept.Write(content.AsSpan(0, 12));
        var (at, drawn) = (12, false);
        while (end - at >= 8)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(at + 4));
            var whole = 8L + length + (length & 1);
            if (whole > end - at)
                return Broken;
            var chunk = content.AsSpan(at, (int)whole);
            at += (int)whole;
            var name = chunk[..4];
            var inside = chunk[8..];
            if (name.SequenceEqual("VP8X"u8) && inside.Length >= 10)
            {
                if ((inside[0] & Moving) != 0)
                    return new DocumentReading.Refused(DocumentProblem.Video);
                if (PictureBounds.Of(Number24(inside[4..]) + 1, Number24(inside[7..]) + 1) is { } problem)
                    return new DocumentReading.Refused(problem);
                byte[] head = [.. chunk];
                head[8] &= unchecked((byte)~WithTexts);
                kept.Write(head);
                continue;
            }
            if (SizeOf(name, inside) is { } size)
            {
                if (PictureBounds.Of(size.Width, size.Height) is { } problem)
                    return new DocumentReading.Refused(problem);
                drawn = true;
            }
            else if (!name.SequenceEqual("ALPH"u8) && !name.SequenceEqual("ICCP"u8))
                continue;
            kept.Write(chunk);
        }
        if (!drawn)
            return Broken;
        var picture = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(picture.AsSpan(4), (uint)picture.Length - 8);
        return new DocumentReading.Accepted(DocumentType.WebP, picture);
    }

    private static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> name, ReadOnlySpan<byte> inside)
    {
        if (name.SequenceEqual("VP8 "u8) && inside.Length >= 10 && inside[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
            return (BinaryPrimitives.ReadUInt16LittleEndian(inside[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(inside[8..]) & 0x3FFF);
        if (!name.SequenceEqual("VP8L"u8) || inside.Length < 5 || inside[0] != 0x2F)
            return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(inside[1..]);
        return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
    }

    private static int Number24(ReadOnlySpan<byte> at) => at[0] | (at[1] << 8) | (at[2] << 16);
}
