namespace OneVisit.Domain.Documents;

/// <summary>The parts of a HEIC: which of them are texts about the photo (Exif, XMP), and where they lie.</summary>
internal static class HeicItems
{
    private const ulong Exif = 0x45786966;
    private const ulong Mime = 0x6D696D65;
    private const ulong Uri = 0x75726920;

    /// <returns>Their numbers.</returns>
    public static IEnumerable<uint> TextsIn(byte[] picture, Box list)
    {
        if (list.End - list.Inside < 6)
            yield break;
        var first = list.Inside + (picture[list.Inside] == 0 ? 6 : 8);
        foreach (var entry in Box.All(picture, first, list.End))
        {
            if (TextIn(picture, entry) is { } item)
                yield return item;
        }
    }

    private static uint? TextIn(byte[] picture, Box entry)
    {
        var walk = new ByteWalk(picture, entry.Inside, entry.End);
        var version = walk.Number(1);
        walk.Skip(3);
        var item = walk.Number(version >= 3 ? 4 : 2);
        walk.Skip(2);
        var kind = walk.Number(4);
        return !walk.Failed && version >= 2 && kind is Exif or Mime or Uri ? (uint)item : null;
    }

    /// <summary>Writes zeros over what lies there.</summary>
    /// <returns><c>false</c>: it cannot be told where they lie.</returns>
    public static bool Blank(byte[] picture, Box places, Box? inner, HashSet<uint> texts)
    {
        var walk = new ByteWalk(picture, places.Inside, places.End);
        var version = walk.Number(1);
        walk.Skip(3);
        var (sizes, more) = ((int)walk.Number(1), (int)walk.Number(1));
        var (offsetSize, lengthSize, baseSize, indexSize) = (sizes >> 4, sizes & 15, more >> 4, version == 0 ? 0 : more & 15);
        var items = walk.Number(version < 2 ? 2 : 4);
        // Without an offset or a length there is nothing to walk through; and no byte of a photo lies in two texts.
        if (offsetSize == 0 || lengthSize == 0)
            return false;
        var left = (ulong)picture.Length;
        for (; items > 0 && !walk.Failed; items--)
        {
            var item = (uint)walk.Number(version < 2 ? 2 : 4);
            var how = version == 0 ? 0 : walk.Number(2) & 15;
            walk.Skip(2);
            var start = walk.Number(baseSize);
            for (var extents = walk.Number(2); extents > 0 && !walk.Failed; extents--)
            {
                walk.Skip(indexSize);
                var (offset, length) = (start + walk.Number(offsetSize), walk.Number(lengthSize));
                if (walk.Failed || !texts.Contains(item))
                    continue;
                // A length of 0 is all that follows: a text that long is no telephone's.
                if (length == 0 || length > left || !BlankStretch(picture, how, inner, offset, length))
                    return false;
                left -= length;
            }
        }
        return !walk.Failed;
    }

    private static bool BlankStretch(byte[] picture, ulong how, Box? inner, ulong offset, ulong length)
    {
        // From the start of the file, or from that of the box for small things. Of a third kind no telephone makes use.
        var (from, end) = how switch { 0 => (0, picture.Length), 1 when inner is { } box => (box.Inside, box.End), _ => (0, -1) };
        if (end < 0 || offset > (ulong)(end - from) || length > (ulong)(end - from) - offset)
            return false;
        picture.AsSpan(from + (int)offset, (int)length).Clear();
        return true;
    }
}
