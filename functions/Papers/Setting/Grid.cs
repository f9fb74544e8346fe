using SkiaSharp;

namespace OneVisit.Papers.Setting;

/// <summary>Ruled rows of cells. A row stays whole unless it is higher than a page.</summary>
internal sealed class Grid(TypeCase type, Flow flow)
{
    private const float PaddingX = 6;
    private const float PaddingY = 4;

    /// <summary>Room enough to write in by hand.</summary>
    private const float LowestRow = 24;

    public void Set(Block.Fields fields)
    {
        float[] edges = [Sheet.Left, Sheet.Left + Sheet.Inner * 0.3f, Sheet.Right];
        foreach (var field in fields.Rows)
            Set(new Row([Cell(field.Label, edges, 0), Cell(field.Value, edges, 1)], edges, Shaded: 1));
    }

    public void Set(Block.Table table)
    {
        var edges = EdgesOf(table);
        var head = new Row([.. table.Columns.Select((column, index) => Cell(column.Head, edges, index))], edges, Shaded: table.Columns.Length);
        flow.Keep(head.Height + LowestRow);
        Set(head);
        foreach (var cells in table.Rows)
        {
            var row = new Row([.. edges.Skip(1).Select((_, index) => Cell(index < cells.Length ? cells[index] : Wording.Blank, edges, index))], edges, Shaded: 0);
            if (flow.Room < row.Height && flow.Room < flow.WholePage)
            {
                flow.TurnPage();
                Set(head);
            }
            Set(row);
        }
    }

    private static float[] EdgesOf(Block.Table table)
    {
        var whole = table.Columns.Sum(column => column.Share);
        var edges = new float[table.Columns.Length + 1];
        edges[0] = Sheet.Left;
        for (var index = 0; index < table.Columns.Length; index++)
            edges[index + 1] = edges[index] + Sheet.Inner * table.Columns[index].Share / whole;
        return edges;
    }

    private List<SetLine> Cell(Wording wording, float[] edges, int index) =>
        Stack.Of(type, wording, edges[index + 1] - edges[index] - 2 * PaddingX, Sizes.Body - 0.5f);

    private void Set(Row row)
    {
        flow.Keep(Math.Min(row.Height, flow.WholePage));
        for (var rest = row; ;)
        {
            var now = rest.Fitting(flow.Room);
            Draw(now);
            rest = rest.After(now);
            if (rest.IsEmpty)
                return;
            flow.TurnPage();
        }
    }

    private void Draw(Row row)
    {
        var (top, height) = (flow.Y, row.Height);
        for (var index = 0; index < row.Cells.Length; index++)
        {
            var area = new SKRect(row.Edges[index], top, row.Edges[index + 1], top + height);
            if (index < row.Shaded)
                flow.Mark(new Mark.Ground(area, Tone.Shade));
            flow.Mark(new Mark.Frame(area, 0.6f, Tone.Rule));
            var y = top + (height - Stack.HeightOf(row.Cells[index])) / 2;
            foreach (var line in row.Cells[index])
            {
                flow.Mark(line.At(area.Left + PaddingX, y));
                y += line.Height;
            }
        }
        flow.Skip(height);
    }

    /// <param name="Shaded">So many cells from the left name what the others hold.</param>
    private sealed record Row(List<SetLine>[] Cells, float[] Edges, int Shaded)
    {
        public float Height => Math.Max(LowestRow, Cells.Max(cell => Stack.HeightOf(cell)) + 2 * PaddingY);

        public bool IsEmpty => Cells.All(cell => cell.Count == 0);

        /// <summary>As many lines of each cell as fit, one at least.</summary>
        public Row Fitting(float room) => Height <= room ? this : this with { Cells = [.. Cells.Select(cell => cell[..Math.Min(cell.Count, Math.Max(1, CountFitting(cell, room - 2 * PaddingY)))])] };

        public Row After(Row set) => this with { Cells = [.. Cells.Select((cell, index) => cell[set.Cells[index].Count..])] };

        private static int CountFitting(List<SetLine> cell, float room)
        {
            var count = 0;
            for (var used = 0f; count < cell.Count && (used += cell[count].Height) <= room;)
                count++;
            return count;
        }
    }
}
