using System.Buffers.Binary;

namespace OneVisit.Domain.Documents;

/// <summary>
/// A JPEG, segment by segment. Kept is what draws it: tables, frame, scans, colours, and how it is to be turned. Exif with the place, a second picture
/// or a film behind the first one (telephones put them there), comments and whatever an unknown segment holds are left out.
/// </summary>
internal static class JpegPicture
{
    // A progressive picture has about ten; each is drawn over the whole of it.
    private const int MostScans = 100;

    private static readonly DocumentReading.Refused Broken = new(DocumentProblem.Incomplete);

    public static DocumentReading Read(byte[] content)
    {
        List<Range> kept = [];
        var (at, turned, sized, scans) = (2, 1, false, 0);
        while (MarkerAt(content, ref at) is { } marker)
        {
            if (marker == 0xD9)
                return sized && scans > 0 ? new DocumentReading.Accepted(DocumentType.Jpeg, Put(content, kept, turned)) : Broken;
            if (at + 2 > content.Length)
                return Broken;
            var (start, length) = (at - 2, (int)BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(at)));
            if (length < 2 || length > content.Length - at)
                return Broken;
            var inside = content.AsSpan(at + 2, length - 2);
            at += length;
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2 when !sized && inside.Length >= 6:
                    if (PictureBounds.Of(BinaryPrimitives.ReadUInt16BigEndian(inside[3..]), BinaryPrimitives.ReadUInt16BigEndian(inside[1..])) is { } problem)
                        return new DocumentReading.Refused(problem);
                    sized = true;
                    break;
                case 0xDA when sized:
                    if (++scans > MostScans)
                        return Broken;
                    at = EndOfScan(content, at);
                    break;
                case 0xE1:
                    turned = ExifOrientation.In(inside) ?? turned;
                    continue;
                case 0xC4 or 0xDB or 0xDD:
                case 0xE0 when inside.Length == 14 && inside.StartsWith("JFIF\0"u8):
                case 0xE2 when inside.StartsWith("ICC_PROFILE\0"u8):
                case 0xEE when inside.Length == 12 && inside.StartsWith("Adobe"u8):
                    break;
                case >= 0xE0 and <= 0xEF or 0xFE:
                    continue;
                default:
                    return Broken;
            }
            kept.Add(start..at);
        }
        return Broken;
    }

    // A marker is 0xFF and a byte that is neither 0 nor 0xFF; it may be filled up with 0xFF before.
    private static byte? MarkerAt(ReadOnlySpan<byte> content, ref int at)
    {
        if (at >= content.Length || content[at] != 0xFF)
            return null;
        while (at < content.Length && content[at] == 0xFF)
            at++;
        return at < content.Length && content[at] != 0 ? content[at++] : null;
    }

    // Within a scan 0xFF is followed by 0, or is one of eight marks to start anew.
    private static int EndOfScan(ReadOnlySpan<byte> content, int at)
    {
        while (content[at..].IndexOf((byte)0xFF) is >= 0 and var found && at + found + 1 < content.Length)
        {
            at += found;
            if (content[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
                return at;
            at += 2;
        }
        return content.Length;
    }

    private static byte[] Put(byte[] content, List<Range> kept, int turned)
    {
        using var picture = new MemoryStream(content.Length);
        picture.Write([0xFF, 0xD8]);
        // JFIF, where there is one, is the first segment.
        foreach (var (segment, index) in kept.Select((segment, index) => (segment, index)))
        {
            if (index == 0 && content[segment][1] != 0xE0)
                picture.Write(ExifOrientation.Segment(turned));
            picture.Write(content.AsSpan(segment));
            if (index == 0 && content[segment][1] == 0xE0)
                picture.Write(ExifOrientation.Segment(turned));
        }
        picture.Write([0xFF, 0xD9]);
        return picture.ToArray();
    }
}
