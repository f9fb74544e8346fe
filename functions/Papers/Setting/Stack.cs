namespace OneVisit.Papers.Setting;

/// <summary>A line that is set, with its height.</summary>
internal readonly record struct SetLine(Letter[] Letters, float Size, Tone Tone)
{
    public float Height => Size * Sizes.Leading;

    public float Width => Size * Letters.Sum(letter => letter.Width);

    /// <param name="top">Of the room that the line takes.</param>
    public Mark At(float x, float top) => new Mark.Text([.. Letters.Select(letter => letter.Glyph)], x, top + (Height - Size) / 2 + Size * 0.86f, Size, Tone);
}

/// <summary>Lines beneath each other.</summary>
internal static class Stack
{
    /// <summary>The words, and what explains them beneath, small. Words with line ends in them are so many lines at least.</summary>
    public static List<SetLine> Of(TypeCase type, Wording wording, float width, float size, Tone tone = Tone.Ink)
    {
        var lines = Of(type, wording.Words, width, size, tone);
        if (wording.Explained is { Length: > 0 } explained)
            lines.AddRange(Of(type, explained, width, Math.Min(size, Sizes.Explained), Tone.Quiet));
        return lines;
    }

    public static float HeightOf(IEnumerable<SetLine> lines) => lines.Sum(line => line.Height);

    private static List<SetLine> Of(TypeCase type, string text, float width, float size, Tone tone) =>
        [.. text.Split('\n').SelectMany(part => LineBreaker.Lines(type.LettersOf(part), width / size)).Select(line => new SetLine(line, size, tone))];
}
