using System.Collections.Immutable;
using System.Globalization;

namespace OneVisit.Papers.Setting;

/// <summary>Divides a paper into pages.</summary>
internal sealed class Typesetter
{
    private readonly PaperHead head;
    private readonly TypeCase type;
    private readonly List<SetLine> foot;
    private readonly Flow flow;

    private Typesetter(PaperHead head, TypeCase type)
    {
        (this.head, this.type) = (head, type);
        foot = [.. head.Foot.SelectMany(line => Stack.Of(type, line, Sheet.Inner, Sizes.Foot, Tone.Quiet))];
        flow = new Flow(Sheet.FootEnd - Stack.HeightOf(foot) - 14);
    }

    public static List<Page> Set(Paper paper, TypeCase type)
    {
        var setter = new Typesetter(paper.Head, type);
        setter.SetTitle();
        var tail = TailOf(paper.Blocks);
        for (var index = 0; index < paper.Blocks.Length; index++)
        {
            if (index == tail)
                setter.KeepTogether(paper.Blocks[index..]);
            setter.Set(paper.Blocks[index]);
        }
        setter.SetMissing();
        setter.FinishPages();
        return setter.flow.Pages;
    }

    /// <summary>Where the last part before a closing begins: a seal never stands on a page without words. -1: there is no closing.</summary>
    private static int TailOf(ImmutableArray<Block> blocks)
    {
        if (blocks is not [.., Block.Closing])
            return -1;
        for (var index = blocks.Length - 2; index >= 0; index--)
        {
            if (blocks[index] is Block.Heading)
                return index;
        }
        return blocks.Length - 1;
    }

    // Tried on a sheet of its own first; what is longer than a page is divided as it comes.
    private void KeepTogether(ImmutableArray<Block> blocks)
    {
        var trial = new Typesetter(head, type);
        foreach (var block in blocks)
            trial.Set(block);
        if (trial.flow.Pages.Count == 1)
            flow.Keep(trial.flow.Y - Sheet.Top);
    }

    private void SetTitle()
    {
        foreach (var line in Stack.Of(type, head.Title, Sheet.Inner, Sizes.Title))
            flow.Place(line, (Sheet.Width - line.Width) / 2);
        flow.Skip(6);
    }

    private void Set(Block block)
    {
        switch (block)
        {
            case Block.Heading heading:
                var lines = Stack.Of(type, heading.Words, Sheet.Inner, Sizes.Heading);
                flow.Skip(8);
                flow.Keep(Stack.HeightOf(lines) + 48);
                flow.Place(lines, Sheet.Left);
                flow.Skip(3);
                break;
            case Block.Paragraph paragraph:
                flow.Place(Stack.Of(type, paragraph.Words, Sheet.Inner, paragraph.Quiet ? Sizes.Small : Sizes.Body, paragraph.Quiet ? Tone.Quiet : Tone.Ink), Sheet.Left);
                flow.Skip(4);
                break;
            case Block.Points points:
                for (var number = 1; number <= points.Items.Length; number++)
                    SetHanging(string.Create(CultureInfo.InvariantCulture, $"{number}."), points.Items[number - 1]);
                flow.Skip(2);
                break;
            case Block.Checks checks:
                foreach (var check in checks.Items)
                    SetHanging(check.Ticked ? "☑" : "□", check.Words);
                flow.Skip(2);
                break;
            case Block.Fields fields:
                new Grid(type, flow).Set(fields);
                flow.Skip(6);
                break;
            case Block.Table table:
                new Grid(type, flow).Set(table);
                flow.Skip(6);
                break;
            case Block.Signature signature:
                new SignatureBox(type, flow).Set(signature);
                break;
            case Block.Centred centred:
                foreach (var line in Stack.Of(type, centred.Words, Sheet.Inner, Sizes.Body))
                    flow.Place(line, (Sheet.Width - line.Width) / 2);
                flow.Skip(8);
                break;
            case Block.Closing closing:
                new ClosingBox(type, flow).Set(closing);
                break;
        }
    }

    private void SetHanging(string sign, Wording words)
    {
        const float indent = 20;
        var lines = Stack.Of(type, words, Sheet.Inner - indent, Sizes.Body);
        flow.Keep(lines[0].Height);
        if (sign == "☑")
            SetTick();
        else
            flow.Mark(Stack.Of(type, sign, indent, Sizes.Body)[0].At(Sheet.Left, flow.Y));
        flow.Place(lines, Sheet.Left + indent);
        flow.Skip(2);
    }

    // A tick over the box that stands for no tick: the font has no ticked box.
    private void SetTick()
    {
        var box = Stack.Of(type, "□", 20, Sizes.Body)[0];
        flow.Mark(box.At(Sheet.Left, flow.Y));
        flow.Mark(Stack.Of(type, "✓", 20, Sizes.Body)[0].At(Sheet.Left, flow.Y));
    }

    private void SetMissing()
    {
        if (type.Missing.IsEmpty)
            return;
        var numbers = string.Join("、", type.Missing.Select(rune => string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}")));
        Set(new Block.Paragraph(string.Format(CultureInfo.InvariantCulture, head.MissingNote, PaperPress.MissingSign, numbers), Quiet: true));
    }

    private void FinishPages()
    {
        for (var number = 1; number <= flow.Pages.Count; number++)
            Finish(flow.Pages[number - 1], string.Format(CultureInfo.InvariantCulture, head.PageOf, number, flow.Pages.Count));
    }

    private void Finish(Page page, string number)
    {
        var top = Sheet.HeadLine - 8;
        var aside = Stack.Of(type, head.Aside, Sheet.Inner * 0.5f, Sizes.Small, Tone.Quiet)[0];
        page.Marks.Add(Stack.Of(type, head.Author, Sheet.Inner * 0.45f, Sizes.Small, Tone.Quiet)[0].At(Sheet.Left, top - 8));
        page.Marks.Add(aside.At(Sheet.Right - aside.Width, top - 8));
        page.Marks.Add(new Mark.Line(Sheet.Left, Sheet.HeadLine + 6, Sheet.Right, Sheet.HeadLine + 6, 0.6f, Tone.Rule));
        var y = Sheet.FootEnd - Stack.HeightOf(foot);
        page.Marks.Add(new Mark.Line(Sheet.Left, y - 5, Sheet.Right, y - 5, 0.6f, Tone.Rule));
        foreach (var line in foot)
        {
            page.Marks.Add(line.At(Sheet.Left, y));
            y += line.Height;
        }
        var where = Stack.Of(type, number, Sheet.Inner, Sizes.Foot, Tone.Quiet)[0];
        page.Marks.Add(where.At(Sheet.Right - where.Width, Sheet.FootEnd + 2));
    }
}
