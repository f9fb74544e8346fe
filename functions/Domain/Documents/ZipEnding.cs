namespace OneVisit.Domain.Documents;

/// <summary>
/// Whether a file is a zip as well: those are read from their end, so a picture or a PDF can be one beside (GIFAR, a program in a photo). The mark of
/// the end may stand in the last 65,557 bytes; four bytes that fell so by chance come once in 65,000 files, and a photo taken again is another.
/// </summary>
internal static class ZipEnding
{
    private const int Farthest = 65_535 + 22;

    public static bool IsIn(ReadOnlySpan<byte> content) => content[Math.Max(0, content.Length - Farthest)..].IndexOf("PK\u0005\u0006"u8) >= 0;
}
