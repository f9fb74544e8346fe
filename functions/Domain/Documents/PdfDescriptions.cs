namespace OneVisit.Domain.Documents;

/// <summary>
/// What stands before the streams of a PDF, as a reader comes to it: from <c>5 0 obj</c> on, however long, with texts, comments and brackets taken as such. What is a list of objects by
/// what stands in it is one, whatever it calls itself: a reader goes by <c>/N</c> and <c>/First</c>.
/// </summary>
internal sealed class PdfDescriptions(byte[] content)
{
    // Each is walked through once; objects within objects, or texts that look like them, are walked again.
    private const int MostTimes = 8;
    private const int MostNested = 500;

    private long steps;

    /// <summary>Where data of lists begin that are plainly described.</summary>
    public HashSet<int> Lists { get; } = [];

    /// <returns><c>null</c>: every list is described so that it can be looked through.</returns>
    public DocumentProblem? Problem()
    {
        var at = 0;
        while (content.AsSpan(at).IndexOf("obj"u8) is >= 0 and var found)
        {
            var word = at + found;
            at = word + "obj"u8.Length;
            if (word > 0 && content[word - 1] == 'd')
                continue;
            var ends = DictionaryFrom(at);
            if (steps > (long)content.Length * MostTimes)
                return DocumentProblem.PdfTooComplex;
            if (ends < 0 || StreamAfter(ends) is not (>= 0 and var stream))
                continue;
            var description = content.AsSpan(at..ends);
            if (!IsList(description))
                continue;
            if (!PdfObjectLists.SaysAll(description))
                return DocumentProblem.PdfTooComplex;
            Lists.Add(stream);
        }
        return null;
    }

    private static bool IsList(ReadOnlySpan<byte> description)
    {
        var (first, count) = (false, false);
        foreach (var name in new PdfNames(description))
        {
            if (name.Is("ObjStm"u8))
                return true;
            first |= name.Is("First"u8);
            count |= name.Is("N"u8);
        }
        return first && count;
    }

    // Behind its closing brackets; -1: there is none.
    private int DictionaryFrom(int at)
    {
        at = BehindSpace(at);
        if (!Stands("<<"u8, at))
            return -1;
        var depth = 0;
        while (at < content.Length && depth < MostNested)
        {
            var before = at;
            if (Stands("<<"u8, at))
                (depth, at) = (depth + 1, at + 2);
            else if (Stands(">>"u8, at))
                (depth, at) = (depth - 1, at + 2);
            else
                at = content[at] switch { (byte)'(' => BehindText(at), (byte)'%' => BehindLine(at), (byte)'<' => Behind((byte)'>', at), _ => at + 1 };
            steps += at - before;
            if (depth == 0)
                return at;
        }
        return -1;
    }

    private int BehindText(int at)
    {
        var depth = 0;
        for (; at < content.Length; at++)
        {
            if (content[at] == '\\')
                at++;
            else if (content[at] == '(')
                depth++;
            else if (content[at] == ')' && --depth == 0)
                return at + 1;
        }
        return content.Length;
    }

    private int BehindLine(int at) => content.AsSpan(at).IndexOfAny((byte)'\r', (byte)'\n') is >= 0 and var end ? at + end + 1 : content.Length;

    private int Behind(byte letter, int at) => content.AsSpan(at).IndexOf(letter) is >= 0 and var end ? at + end + 1 : content.Length;

    private int BehindSpace(int at)
    {
        var begun = at;
        while (at < content.Length && (content[at] <= ' ' || content[at] == '%'))
            at = content[at] == '%' ? BehindLine(at) : at + 1;
        steps += at - begun;
        return at;
    }

    // Where the word ends; -1: something else follows.
    private int StreamAfter(int at) => BehindSpace(at) is var word && Stands("stream"u8, word) ? word + "stream"u8.Length : -1;

    private bool Stands(ReadOnlySpan<byte> text, int at) => content.AsSpan(Math.Min(at, content.Length)).StartsWith(text);
}
