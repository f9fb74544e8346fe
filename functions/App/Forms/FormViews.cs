using OneVisit.Contracts;
using OneVisit.Papers;
using OneVisit.Papers.Forms;

namespace OneVisit.Functions.Forms;

/// <summary>A form as text: the same parts in the same order as on the paper, without the places to sign.</summary>
internal static class FormViews
{
    public static FormView Of(FilledForm form, string signer, DateTimeOffset? signedAt) => new(
        form.Material, Of(form.Paper.Head.Title), form.Version, form.ContentHash, signer,
        [.. form.Paper.Blocks.Where(block => block is not Block.Signature && !IsToWriteOn(block)).Select(Of)], form.Paper.Head.Foot, signedAt);

    // A table of empty lines is for pens.
    private static bool IsToWriteOn(Block block) => block is Block.Table table && table.Rows.All(row => row.All(cell => cell.Words.Length == 0));

    private static FormPart Of(Block block) => block switch
    {
        Block.Heading heading => new("heading", Lines([heading.Words])),
        Block.Paragraph paragraph => new(paragraph.Quiet ? "note" : "paragraph", Lines([paragraph.Words])),
        Block.Points points => new("points", Lines(points.Items)),
        Block.Fields fields => new("fields", [.. fields.Rows.Select(row => Line([row.Label, row.Value]))]),
        Block.Checks checks => new("checks", Lines(checks.Items.Select(item => item.Words)), [.. checks.Items.Select(item => item.Ticked)]),
        Block.Table table => new("table", [Line(table.Columns.Select(column => column.Head)), .. table.Rows.Select(row => Line(row))]),
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    private static IReadOnlyList<IReadOnlyList<FormWords>> Lines(IEnumerable<Wording> lines) => [.. lines.Select(line => Line([line]))];

    private static IReadOnlyList<FormWords> Line(IEnumerable<Wording> cells) => [.. cells.Select(Of)];

    private static FormWords Of(Wording wording) => new(wording.Words, wording.Explained);
}
