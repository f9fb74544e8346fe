namespace OneVisit.Domain.Documents;

/// <summary>What stands before a stream of a PDF and says how it is to be read.</summary>
/// <param name="IsObjects">A list of objects.</param>
/// <param name="Filters">Times that something is packed, one in the other.</param>
/// <param name="IsPlain">It says nothing of being packed.</param>
internal readonly record struct PdfStreamHead(bool IsObjects, int Filters, bool IsPlain, long Width, long Height)
{
    private const int Longest = 4096;

    /// <summary>Its data are said to lie in a file elsewhere, which a reader would fetch.</summary>
    public bool IsElsewhere { get; init; }

    public static PdfStreamHead Before(ReadOnlySpan<byte> content, int word)
    {
        var head = content[Math.Max(0, word - Longest)..word];
        if (head.LastIndexOf("endobj"u8) is >= 0 and var before)
            head = head[before..];
        var (objects, filters, plain, width, height) = (false, 0, true, 0L, 0L);
        var (first, count, elsewhere) = (false, false, false);
        foreach (var name in new PdfNames(head))
        {
            elsewhere |= name.Is("F"u8) && name.IsFollowedByFile;
            objects |= name.Is("ObjStm"u8);
            first |= name.Is("First"u8);
            count |= name.Is("N"u8);
            plain &= !name.Is("Filter"u8);
            if (name.Is("FlateDecode"u8) || name.Is("Fl"u8) || name.Is("LZWDecode"u8) || name.Is("LZW"u8) || name.Is("RunLengthDecode"u8) || name.Is("RL"u8))
                filters++;
            if (name.Is("Width"u8))
                width = name.NumberAfter();
            if (name.Is("Height"u8))
                height = name.NumberAfter();
        }
        // By these two a reader takes it for one, whatever it calls itself.
        return new PdfStreamHead(objects || (first && count), filters, plain, width, height) { IsElsewhere = elsewhere };
    }

    public DocumentProblem? ProblemOf(byte[] content, int at, PdfUnpacking unpacking)
    {
        if (IsElsewhere)
            return DocumentProblem.PdfProgram;
        var packed = PdfUnpacking.IsPacked(content.AsSpan(at));
        // Packed twice, or in a way we cannot look into: no program for documents does that.
        if (Filters > 1 || (IsObjects && !packed && !IsPlain))
            return DocumentProblem.PdfTooComplex;
        if (Width > 0 && Height > 0 && PictureBounds.Of(Width, Height) is { } problem)
            return problem;
        return packed ? unpacking.ProblemIn(content, at, IsObjects) : null;
    }
}
