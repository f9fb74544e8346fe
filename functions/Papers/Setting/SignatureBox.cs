using SkiaSharp;

namespace OneVisit.Papers.Setting;

/// <summary>The place to sign: a box for the signature, one for the day, and beneath how a signature on a screen was given.</summary>
internal sealed class SignatureBox(TypeCase type, Flow flow)
{
    private const float Height = 64;
    private const float Gap = 12;

    public void Set(Block.Signature block)
    {
        var split = Sheet.Left + Sheet.Inner * 0.62f;
        var label = Stack.Of(type, block.Label, split - Sheet.Left, Sizes.Body);
        var day = Stack.Of(type, block.DayLabel, Sheet.Right - split - Gap, Sizes.Body);
        var labels = Math.Max(Stack.HeightOf(label), Stack.HeightOf(day)) + 3;
        List<SetLine> notes = block.Signed is { } signed ? [.. signed.Notes.SelectMany(note => Stack.Of(type, note, Sheet.Inner, Sizes.Foot, Tone.Quiet))] : [];

        flow.Skip(8);
        flow.Keep(labels + Height + Stack.HeightOf(notes) + 4);
        Lines(label, Sheet.Left, flow.Y);
        Lines(day, split + Gap, flow.Y);
        flow.Skip(labels);
        Boxes(block.Signed, new SKRect(Sheet.Left, flow.Y, split, flow.Y + Height), new SKRect(split + Gap, flow.Y, Sheet.Right, flow.Y + Height));
        flow.Skip(Height + 4);
        flow.Place(notes, Sheet.Left);
        flow.Skip(4);
    }

    private void Boxes(Signed? signed, SKRect name, SKRect day)
    {
        flow.Mark(new Mark.Frame(name, 0.8f, Tone.Rule));
        flow.Mark(new Mark.Frame(day, 0.8f, Tone.Rule));
        if (signed is null)
            return;
        if (signed.Drawn is { } drawn)
            flow.Mark(new Mark.Picture(drawn, SKRect.Inflate(name, -8, -5)));
        else
            Middle(signed.Typed ?? "", 16, name);
        Middle(signed.Day, Sizes.Body, day);
    }

    private void Middle(string text, float size, SKRect box)
    {
        var lines = Stack.Of(type, text, box.Width - 16, size);
        Lines(lines, box.Left + 8, box.MidY - Stack.HeightOf(lines) / 2);
    }

    private void Lines(List<SetLine> lines, float x, float y)
    {
        foreach (var line in lines)
        {
            flow.Mark(line.At(x, y));
            y += line.Height;
        }
    }
}
