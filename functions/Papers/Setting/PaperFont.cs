using System.Text;
using SkiaSharp;

namespace OneVisit.Papers.Setting;

/// <summary>The one font of all papers, built in; see Fonts/README.md. Safe to share between threads.</summary>
internal sealed class PaperFont
{
    private const string Resource = "Fonts/NotoSansSC-Forms.otf";

    private static readonly Lazy<PaperFont> Loaded = new(() => new PaperFont());

    // By glyph, in shares of the font size; NaN until asked for. Two threads may find out the same width.
    private readonly float[] widths;

    private PaperFont()
    {
        using var stream = typeof(PaperFont).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException(Resource);
        Face = SKTypeface.FromStream(stream) ?? throw new InvalidOperationException(Resource);
        widths = new float[Face.GlyphCount];
        Array.Fill(widths, float.NaN);
    }

    public static PaperFont Shared => Loaded.Value;

    public SKTypeface Face { get; }

    /// <returns>0: the font has it not.</returns>
    public static ushort GlyphOf(Rune rune, SKFont measure) => measure.GetGlyph(rune.Value);

    /// <summary>In shares of the font size.</summary>
    public float WidthOf(ushort glyph, SKFont measure)
    {
        if (float.IsNaN(widths[glyph]))
            widths[glyph] = measure.GetGlyphWidths([glyph])[0] / measure.Size;
        return widths[glyph];
    }

    /// <summary>Unhinted, so that a line is as wide as its letters are at any size.</summary>
    public SKFont At(float size) => new(Face, size) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };
}
