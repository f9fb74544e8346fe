using System.Runtime.InteropServices;
using SkiaSharp;

namespace OneVisit.Papers.Setting;

/// <summary>Draws pages into a document.</summary>
internal sealed class Pen(SKDocument document, PaperFont font) : IDisposable
{
    private static readonly Dictionary<Tone, SKColor> Inks = new()
    {
        [Tone.Ink] = new(0x14, 0x17, 0x1C),
        [Tone.Quiet] = new(0x52, 0x5A, 0x66),
        [Tone.Rule] = new(0x8A, 0x93, 0xA0),
        [Tone.Shade] = new(0xF2, 0xF4, 0xF7),
        [Tone.Seal] = new(0xC6, 0x28, 0x28),
    };

    private readonly SKPaint paint = new() { IsAntialias = true };

    public void Draw(Page page)
    {
        var canvas = document.BeginPage(Sheet.Width, Sheet.Height);
        foreach (var mark in page.Marks)
            Draw(canvas, mark);
        document.EndPage();
    }

    public void Dispose() => paint.Dispose();

    private void Draw(SKCanvas canvas, Mark mark)
    {
        switch (mark)
        {
            case Mark.Text { Glyphs.Length: > 0 } text:
                using (var at = font.At(text.Size))
                using (var line = SKTextBlob.Create(MemoryMarshal.AsBytes(text.Glyphs.AsSpan()), SKTextEncoding.GlyphId, at))
                    canvas.DrawText(line, text.X, text.Y, Filled(text.Tone));
                break;
            case Mark.Line line:
                canvas.DrawLine(line.X1, line.Y1, line.X2, line.Y2, Stroked(line.Tone, line.Thickness));
                break;
            case Mark.Ground ground:
                canvas.DrawRect(ground.Area, Filled(ground.Tone));
                break;
            case Mark.Frame frame:
                canvas.DrawRect(frame.Area, Stroked(frame.Tone, frame.Thickness));
                break;
            case Mark.Picture picture:
                using (var image = picture.Content.Image())
                    canvas.DrawImage(image, picture.Area.AspectFit(image.Info.Size), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
                break;
            case Mark.Ring ring:
                canvas.DrawCircle(ring.X, ring.Y, ring.Radius, Stroked(ring.Tone, ring.Thickness));
                break;
            case Mark.Turned turned:
                foreach (var letter in turned.Letters)
                    Draw(canvas, letter, turned.Size, turned.Tone);
                break;
            case Mark.Squares squares:
                using (var shape = new SKPathBuilder())
                {
                    foreach (var area in squares.Areas)
                        shape.AddRect(area);
                    using var path = shape.Detach();
                    canvas.DrawPath(path, Filled(squares.Tone));
                }
                break;
        }
    }

    private void Draw(SKCanvas canvas, Turning letter, float size, Tone tone)
    {
        canvas.Save();
        canvas.Translate(letter.X, letter.Y);
        canvas.RotateDegrees(letter.Degrees);
        using (var at = font.At(size))
        using (var one = SKTextBlob.Create(MemoryMarshal.AsBytes<ushort>(new[] { letter.Glyph }), SKTextEncoding.GlyphId, at))
            canvas.DrawText(one, -letter.Width / 2, 0, Filled(tone));
        canvas.Restore();
    }

    private SKPaint Filled(Tone tone)
    {
        (paint.Color, paint.Style) = (Inks[tone], SKPaintStyle.Fill);
        return paint;
    }

    private SKPaint Stroked(Tone tone, float thickness)
    {
        (paint.Color, paint.Style, paint.StrokeWidth) = (Inks[tone], SKPaintStyle.Stroke, thickness);
        return paint;
    }
}
