using SkiaSharp;

namespace OneVisit.Papers.Setting;

/// <summary>Something drawn on a page; points (1/72 inch) from the top left.</summary>
internal abstract record Mark
{
    /// <param name="Y">Of the line that letters stand on.</param>
    public sealed record Text(ushort[] Glyphs, float X, float Y, float Size, Tone Tone) : Mark;

    public sealed record Line(float X1, float Y1, float X2, float Y2, float Thickness, Tone Tone) : Mark;

    public sealed record Ground(SKRect Area, Tone Tone) : Mark;

    public sealed record Frame(SKRect Area, float Thickness, Tone Tone) : Mark;

    /// <param name="Area">It is fitted into this, its proportions kept.</param>
    public sealed record Picture(SignaturePicture Content, SKRect Area) : Mark;

    public sealed record Ring(float X, float Y, float Radius, float Thickness, Tone Tone) : Mark;

    /// <summary>Letters that stand turned, as round a seal.</summary>
    public sealed record Turned(Turning[] Letters, float Size, Tone Tone) : Mark;

    /// <summary>Squares that touch each other, drawn as one shape without seams.</summary>
    public sealed record Squares(SKRect[] Areas, Tone Tone) : Mark;

    private Mark() { }
}

/// <summary>Inks. All read well on white, printed in black too.</summary>
internal enum Tone { Ink, Quiet, Rule, Shade, Seal }

/// <summary>A letter, the middle of its foot, and how far it is turned, clockwise.</summary>
internal readonly record struct Turning(ushort Glyph, float Width, float X, float Y, float Degrees);

/// <summary>A page: marks in reading order.</summary>
internal sealed class Page
{
    public List<Mark> Marks { get; } = [];
}
