using System.Globalization;
using System.Xml;
using OneVisit.Domain.Directories;

namespace OneVisit.Functions.Directories.Files;

/// <summary>One sheet of a workbook, walked through once.</summary>
internal sealed class SheetReading(string name, CellText text, RowCount count, FileFaults faults)
{
    private readonly TableGathering table = new(name, count, faults);
    private readonly List<string> cells = [];
    private int row;

    public DirectoryTable Table(XmlReader xml)
    {
        foreach (var element in xml.Each("row", "c", "mergeCell"))
        {
            switch (element.LocalName)
            {
                case "row":
                    Close();
                    row = int.TryParse(element.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : row + 1;
                    break;
                case "c":
                    Take(element, CellPlace.Column(element.GetAttribute("r")) ?? cells.Count);
                    break;
                default:
                    Close();
                    Merged(element.GetAttribute("ref") ?? "");
                    break;
            }
        }
        Close();
        return table.Table();
    }

    private void Take(XmlReader cell, int column)
    {
        var type = cell.GetAttribute("t");
        _ = int.TryParse(cell.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style);
        if (Raw(cell, column) is not { Length: > 0 } raw)
            return;
        var known = text.Of(type, style, raw);
        if (known is null)
            faults.Add(DirectoryFaultKind.DigitsLost, name, row, table.Heading(column));
        if (known is not { Length: > 0 })
            return;
        if (column >= FileBounds.MostColumns)
            throw new FileTooLargeException($"{CellPlace.Letters(column)}{row}");
        while (cells.Count <= column) cells.Add("");
        cells[column] = known;
    }

    private string Raw(XmlReader cell, int column)
    {
        var raw = "";
        if (cell.IsEmptyElement)
            return raw;
        var depth = cell.Depth;
        while (cell.Read() && cell.Depth > depth)
        {
            if (cell.NodeType != XmlNodeType.Element)
                continue;
            if (cell.LocalName == "v")
                raw = cell.Content();
            else if (cell.LocalName == "is")
                raw = SharedTexts.Text(cell);
            else if (cell.LocalName == "f")
            {
                faults.Add(DirectoryFaultKind.Formula, name, row, table.Heading(column));
                cell.Content();
            }
        }
        return raw;
    }

    private void Merged(string range) =>
        faults.Add(DirectoryFaultKind.MergedCells, name, CellPlace.Row(range) ?? 0, table.Heading(CellPlace.Column(range) ?? 0), range.Length <= 20 ? range : range[..20]);

    private void Close()
    {
        table.Row(row, cells);
        cells.Clear();
    }
}
