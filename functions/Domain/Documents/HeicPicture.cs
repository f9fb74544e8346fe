namespace OneVisit.Domain.Documents;

/// <summary>
/// A HEIC, box by box. Places of its parts are counted from the start of the file, so nothing is taken out: Exif and other texts are blanked where they lie, boxes that are
/// none of a picture's (a film beside it) too, and what comes behind the last box is cut. How it is turned is a property of its own and stays.
/// </summary>
internal static class HeicPicture
{
    private static readonly DocumentReading.Refused Broken = new(DocumentProblem.Incomplete);

    /// <summary>Twice: what was blanked could have been what describes the picture, where texts are said to lie over it.</summary>
    public static DocumentReading Read(byte[] content) => Clean(content) switch
    {
        DocumentReading.Accepted once => MagicBytes.TypeOf(once.Content) is DocumentType.Heic && Clean(once.Content) is DocumentReading.Accepted twice && twice.Content.AsSpan().SequenceEqual(once.Content) ? once : Broken,
        var refused => refused,
    };

    private static DocumentReading Clean(byte[] content)
    {
        var picture = (byte[])content.Clone();
        var (at, described) = (0, false);
        while (Box.At(picture, at, picture.Length) is { } box)
        {
            if (box.Is(picture, "meta"u8))
            {
                if (described || box.Inside + 4 > box.End)
                    return Broken;
                if (ProblemOf(picture, box) is { } problem)
                    return new DocumentReading.Refused(problem);
                described = true;
            }
            else if (!box.Is(picture, "ftyp"u8) && !box.Is(picture, "mdat"u8))
            {
                "free"u8.CopyTo(picture.AsSpan(at + 4));
                picture.AsSpan(box.Inside, box.End - box.Inside).Clear();
            }
            at = box.End;
        }
        // A box of the picture that goes beyond the end of the file was broken off.
        if (!described || (at + 8 <= picture.Length && (picture.AsSpan(at + 4).StartsWith("mdat"u8) || picture.AsSpan(at + 4).StartsWith("meta"u8))))
            return Broken;
        return new DocumentReading.Accepted(DocumentType.Heic, picture[..at]);
    }

    private static DocumentProblem? ProblemOf(byte[] picture, Box meta)
    {
        HashSet<uint> texts = [];
        Box? places = null, inner = null;
        var sized = false;
        foreach (var box in Box.All(picture, meta.Inside + 4, meta.End))
        {
            if (box.Is(picture, "iinf"u8))
                texts.UnionWith(HeicItems.TextsIn(picture, box));
            else if (box.Is(picture, "iloc"u8))
                places = box;
            else if (box.Is(picture, "idat"u8))
                inner = box;
            else if (box.Is(picture, "iprp"u8))
            {
                foreach (var size in Box.All(picture, box.Inside, box.End).Where(part => part.Is(picture, "ipco"u8)).SelectMany(part => Box.All(picture, part.Inside, part.End))
                    .Where(part => part.Is(picture, "ispe"u8)))
                {
                    var walk = new ByteWalk(picture, size.Inside + 4, size.End);
                    if (PictureBounds.Of((long)walk.Number(4), (long)walk.Number(4)) is { } problem)
                        return problem;
                    sized = true;
                }
            }
        }
        return sized && (texts.Count == 0 || (places is { } known && HeicItems.Blank(picture, known, inner, texts))) ? null : DocumentProblem.Incomplete;
    }
}

/// <summary>A stretch of an ISO base media file: size, four letters, content.</summary>
/// <param name="Start">Of its head.</param>
/// <param name="Inside">Of its content.</param>
/// <param name="End">Behind its last byte.</param>
internal readonly record struct Box(int Start, int Inside, int End)
{
    public bool Is(ReadOnlySpan<byte> content, ReadOnlySpan<byte> letters) => content.Slice(Start + 4, 4).SequenceEqual(letters);

    /// <returns><c>null</c>: there is none, or it is longer than what is round it.</returns>
    public static Box? At(ReadOnlySpan<byte> content, int at, int end)
    {
        var walk = new ByteWalk(content, at, end);
        var size = walk.Number(4);
        walk.Skip(4);
        if (size == 1)
            size = walk.Number(8);
        else if (size == 0)
            size = (ulong)(end - at);
        return walk.Failed || size < (ulong)(walk.At - at) || size > (ulong)(end - at) ? null : new Box(at, walk.At, at + (int)size);
    }

    public static IEnumerable<Box> All(byte[] content, int at, int end)
    {
        for (; At(content, at, end) is { } box; at = box.End)
            yield return box;
    }
}
