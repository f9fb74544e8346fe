using System.Buffers.Binary;

namespace OneVisit.Domain.Documents;

/// <summary>The first bytes by which a file betrays what it is.</summary>
internal static class MagicBytes
{
    public static DocumentType? TypeOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return DocumentType.Jpeg;
        if (content.StartsWith(PngPicture.Signature))
            return DocumentType.Png;
        if (content.Length >= 12 && content.StartsWith("RIFF"u8) && content[8..12].SequenceEqual("WEBP"u8))
            return DocumentType.WebP;
        if (IsHeic(content))
            return DocumentType.Heic;
        return content.StartsWith("%PDF-"u8) ? DocumentType.Pdf : null;
    }

    /// <summary>Of a file that is nothing we take: what it is instead, so that one can say what to do.</summary>
    public static DocumentProblem ProblemOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("MZ"u8) || content.StartsWith("\u007fELF"u8) || content.StartsWith("#!"u8) || IsMachO(content))
            return DocumentProblem.Executable;
        if (content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || content.StartsWith("{\\rtf"u8))
            return DocumentProblem.OfficeFile;
        if (content.StartsWith("PK\u0003\u0004"u8))
            return content.IndexOf("[Content_Types].xml"u8) >= 0 || content.IndexOf("mimetypeapplication/vnd.oasis"u8) >= 0 || content.IndexOf("OFD.xml"u8) >= 0
                ? DocumentProblem.OfficeFile : DocumentProblem.Archive;
        if (content.StartsWith("Rar!"u8) || content.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF]) || content.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return DocumentProblem.Archive;
        return IsVideo(content) ? DocumentProblem.Video : DocumentProblem.UnknownType;
    }

    // ISO base media: a box of type "ftyp" first, whose major brand names the coding of the picture.
    private static bool IsHeic(ReadOnlySpan<byte> content)
    {
        if (content.Length < 12 || !content[4..8].SequenceEqual("ftyp"u8))
            return false;
        var brand = content[8..12];
        return brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("heim"u8) || brand.SequenceEqual("heis"u8)
            || brand.SequenceEqual("hevc"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8);
    }

    private static bool IsVideo(ReadOnlySpan<byte> content) =>
        (content.Length >= 12 && content[4..8].SequenceEqual("ftyp"u8)) || content.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])
        || (content.Length >= 12 && content.StartsWith("RIFF"u8) && content[8..12].SequenceEqual("AVI "u8));

    private static bool IsMachO(ReadOnlySpan<byte> content) =>
        content.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(content) is 0xFEEDFACE or 0xFEEDFACF or 0xCEFAEDFE or 0xCFFAEDFE or 0xCAFEBABE;
}
