using System.IO.Compression;

namespace OneVisit.Domain.Documents;

/// <summary>
/// A PDF, looked through without being drawn: names that make it do something (scripts, programs, sending), lock it or carry other files are looked for in all of its bytes
/// and in what its packed lists of objects unpack to; all that is packed is unpacked once, thrown away, and counted. What comes behind its end is cut.
/// </summary>
internal static class PdfFile
{
    /// <summary>Streams, inclusive.</summary>
    private const int MostStreams = 10_000;

    public static DocumentReading Read(byte[] content)
    {
        var end = content.AsSpan().LastIndexOf("%%EOF"u8);
        if (end < 0 || content.AsSpan().LastIndexOf("startxref"u8) is var tail && (tail < 0 || tail > end))
            return new DocumentReading.Refused(DocumentProblem.Incomplete);
        byte[] whole = [.. content.AsSpan(0, end + "%%EOF".Length), (byte)'\n'];
        var described = new PdfDescriptions(whole);
        return (PdfNames.ProblemIn(whole) ?? PdfObjectLists.ProblemIn(whole) ?? described.Problem() ?? ProblemInStreams(whole, described.Lists)) is { } problem ? new DocumentReading.Refused(problem) : new DocumentReading.Accepted(DocumentType.Pdf, whole);
    }

    // Streams are looked for wherever the word stands, also within others: what one reader takes for a text, another may take for a stream.
    private static DocumentProblem? ProblemInStreams(byte[] content, HashSet<int> lists)
    {
        var unpacking = new PdfUnpacking();
        var (at, count) = (0, 0);
        while (content.AsSpan(at).IndexOf("stream"u8) is >= 0 and var found)
        {
            var word = at + found;
            at = word + "stream".Length;
            if (content.AsSpan(0, word).EndsWith("end"u8))
                continue;
            if (++count > MostStreams)
                return DocumentProblem.PdfTooComplex;
            var head = PdfStreamHead.Before(content, word);
            if ((lists.Contains(at) ? head with { IsObjects = true } : head).ProblemOf(content, DataAfter(content, at), unpacking) is { } problem)
                return problem;
        }
        return null;
    }

    private static int DataAfter(ReadOnlySpan<byte> content, int at)
    {
        if (at < content.Length && content[at] == '\r')
            at++;
        return at < content.Length && content[at] == '\n' ? at + 1 : at;
    }
}

/// <summary>What may be unpacked of one file, altogether.</summary>
internal sealed class PdfUnpacking
{
    // A reader takes 8 KB at a time: with the most streams there may be, 80 MB.
    private const long MostIn = 128L * 1024 * 1024;
    private const long MostOut = 256L * 1024 * 1024;
    private const int MostObjects = 8 * 1024 * 1024;

    private readonly byte[] buffer = new byte[64 * 1024];
    private long taken;
    private long given;

    public static bool IsPacked(ReadOnlySpan<byte> data) => data.Length >= 2 && (data[0] & 0x0F) == 8 && ((data[0] << 8) | data[1]) % 31 == 0;

    /// <summary>Unpacks what begins at <paramref name="at"/>, and looks through it when it is a list of objects.</summary>
    public DocumentProblem? ProblemIn(byte[] content, int at, bool objects)
    {
        using var packed = new MemoryStream(content, at, content.Length - at, writable: false);
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        using var kept = new MemoryStream();
        try
        {
            int read;
            while ((read = unpacked.Read(buffer)) > 0)
            {
                given += read;
                if (given > MostOut || (objects && kept.Length + read > MostObjects))
                    return DocumentProblem.PdfTooComplex;
                // A list of objects begins with numbers. Who does not say so may still be read as one.
                if (objects || kept.Length > 0 || IsList(buffer.AsSpan(0, read)))
                    kept.Write(buffer.AsSpan(0, (int)Math.Min(read, MostObjects - kept.Length)));
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            // A reader shows what came out so far, so that is looked through.
        }
        taken += packed.Position;
        return taken > MostIn ? DocumentProblem.PdfTooComplex : PdfNames.ProblemIn(kept.GetBuffer().AsSpan(0, (int)kept.Length));
    }

    private static bool IsList(ReadOnlySpan<byte> text) => text.Length > 0 && text[0] is (>= (byte)'0' and <= (byte)'9') or (byte)'%' or <= (byte)' ';
}
