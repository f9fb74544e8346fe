using System.Collections;
using QRCoder;
using SkiaSharp;

namespace OneVisit.Papers.Setting;

/// <summary>The end of a paper of the office: the code to check it by at the left, who issues it and its seal at the right.</summary>
internal sealed class ClosingBox(TypeCase type, Flow flow)
{
    private const float Code = 82;
    private const float Gap = 10;
    private const float Split = Sheet.Left + Sheet.Inner * 0.52f;

    public void Set(Block.Closing block)
    {
        var issuer = block.Issuer.SelectMany(line => Stack.Of(type, line, Sheet.Right - Split, Sizes.Body + 0.5f)).ToList();
        var day = Stack.Of(type, block.Day, Sheet.Right - Split, Sizes.Body + 0.5f);
        var notes = block.Check.Notes.SelectMany(note => Stack.Of(type, note, Split - Sheet.Left - Code - 3 * Gap, Sizes.Foot, Tone.Quiet)).ToList();
        var above = Stack.HeightOf(issuer) + 6;
        var height = Math.Max(Math.Max(Code, Stack.HeightOf(notes)), above + 2 * SealRound.Radius);

        flow.Skip(4);
        flow.Keep(height);
        var (bottom, centre) = (flow.Y + height, (Split + Sheet.Right) / 2);
        flow.Mark(QrOf(block.Check.Content, Sheet.Left, bottom - SealRound.Radius - Code / 2));
        Lines(notes, line => Sheet.Left + Code + Gap, bottom - SealRound.Radius - Stack.HeightOf(notes) / 2);
        Lines(issuer, line => centre - line.Width / 2, bottom - 2 * SealRound.Radius - above);
        // The seal first: the day stays readable over it.
        foreach (var mark in new SealRound(type, centre, bottom - SealRound.Radius).Of(block.Seal))
            flow.Mark(mark);
        Lines(day, line => centre - line.Width / 2, bottom - SealRound.Radius - 14);
        flow.Skip(height);
    }

    // A quarter of it may be smudged.
    private static Mark.Squares QrOf(string content, float left, float top)
    {
        using var code = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.Q);
        var side = Code / code.ModuleMatrix.Count;
        return new([.. code.ModuleMatrix.SelectMany((row, y) => Runs(row).Select(run =>
            new SKRect(left + run.From * side, top + y * side, left + run.To * side, top + (y + 1) * side)))], Tone.Ink);
    }

    private static IEnumerable<(int From, int To)> Runs(BitArray row)
    {
        for (var x = 0; x < row.Count; x++)
        {
            var from = x;
            while (x < row.Count && row[x])
                x++;
            if (x > from)
                yield return (from, x);
        }
    }

    private void Lines(List<SetLine> lines, Func<SetLine, float> x, float y)
    {
        foreach (var line in lines)
        {
            flow.Mark(line.At(x(line), y));
            y += line.Height;
        }
    }
}
