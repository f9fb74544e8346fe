namespace OneVisit.Domain.Documents;

/// <summary>
/// Packed lists of objects (<c>/ObjStm</c>) in a PDF, each with the whole of its description. What programs write there is plain: names and numbers. A text or a comment in it could
/// end the description for us and not for a reader, a predictor changes what comes out, so neither is taken.
/// </summary>
internal static class PdfObjectLists
{
    // Of a description, to either side of the name.
    private const int Longest = 4096;

    public static DocumentProblem? ProblemIn(ReadOnlySpan<byte> content)
    {
        foreach (var name in new PdfNames(content))
        {
            if (name.Is("ObjStm"u8) && !IsPlain(content, content.Length - name.Left))
                return DocumentProblem.PdfTooComplex;
        }
        return null;
    }

    private static bool IsPlain(ReadOnlySpan<byte> content, int at)
    {
        var (from, to) = (Math.Max(0, at - Longest), Math.Min(content.Length, at + Longest));
        var (begins, ends) = (content[from..at].LastIndexOf("obj"u8), content[at..to].IndexOf("stream"u8));
        // An endobj comes where a beginning should be: the name belongs to no description.
        if (begins < 0 || ends < 0 || content[from..(from + begins)].EndsWith("end"u8))
            return false;
        var description = content[(from + begins + "obj"u8.Length)..(at + ends)].Trim(" \t\r\n\f\0"u8);
        return IsOneDictionary(description) && SaysAll(description);
    }

    private static bool IsOneDictionary(ReadOnlySpan<byte> description)
    {
        if (!description.StartsWith("<<"u8) || description.ContainsAny("()%"u8) || description.IndexOf("obj"u8) >= 0)
            return false;
        var depth = 0;
        for (var at = 0; at < description.Length; at++)
        {
            var letter = description[at];
            if (letter is not ((byte)'<' or (byte)'>'))
                continue;
            if (at + 1 == description.Length || description[at + 1] != letter)
                return false;
            depth += letter == '<' ? 1 : -1;
            at++;
            if (depth == 0)
                return at + 1 == description.Length;
        }
        return false;
    }

    /// <summary>Nothing in it says that what comes out is in another file, changed after unpacking, or packed so that we cannot look into it.</summary>
    internal static bool SaysAll(ReadOnlySpan<byte> description)
    {
        foreach (var name in new PdfNames(description))
        {
            // In another file; changed after unpacking; or packed in a way that we do not unpack.
            if (name.Is("F"u8) || name.Is("FFilter"u8) || name.Is("Predictor"u8) || IsOpaque(name))
                return false;
            if ((name.Is("DecodeParms"u8) || name.Is("DP"u8)) && name.IsElsewhere)
                return false;
        }
        return true;
    }

    private static bool IsOpaque(PdfName name) =>
        name.Is("ASCIIHexDecode"u8) || name.Is("AHx"u8) || name.Is("ASCII85Decode"u8) || name.Is("A85"u8) || name.Is("LZWDecode"u8) || name.Is("LZW"u8)
        || name.Is("RunLengthDecode"u8) || name.Is("RL"u8) || name.Is("Crypt"u8);
}
