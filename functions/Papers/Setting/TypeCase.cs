using System.Collections.Immutable;
using System.Text;
using SkiaSharp;

namespace OneVisit.Papers.Setting;

/// <summary>A letter of one text.</summary>
/// <param name="Width">In shares of the font size.</param>
internal readonly record struct Letter(Rune Rune, ushort Glyph, float Width);

/// <summary>Finds the letters of texts, and remembers which there were none for. One a paper.</summary>
internal sealed class TypeCase(PaperFont font)
{
    private readonly List<Rune> missing = [];

    public ImmutableArray<Rune> Missing => [.. missing];

    /// <summary>All of a text in one line.</summary>
    public Letter[] LettersOf(string text)
    {
        using var measure = font.At(1000);
        return [.. TypedLine.Clean(text).EnumerateRunes().Select(rune => LetterOf(rune, measure))];
    }

    private Letter LetterOf(Rune rune, SKFont measure)
    {
        var glyph = PaperFont.GlyphOf(rune, measure);
        if (glyph == 0)
        {
            if (!missing.Contains(rune))
                missing.Add(rune);
            rune = new Rune(PaperPress.MissingSign);
            glyph = PaperFont.GlyphOf(rune, measure);
        }
        return new(rune, glyph, font.WidthOf(glyph, measure));
    }
}
