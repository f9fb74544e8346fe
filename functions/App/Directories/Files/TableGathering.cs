using System.Collections.Immutable;
using OneVisit.Domain.Directories;

namespace OneVisit.Functions.Directories.Files;

/// <summary>
/// Rows of cells become a table: the first row that holds anything is the headings; rows without anything are left out, and keep their numbers. A cell that
/// stands under no heading gets an empty one, so that it is told of rather than lost.
/// </summary>
internal sealed class TableGathering(string name, RowCount count, FileFaults faults)
{
    private readonly List<(int Number, string[] Cells)> rows = [];
    private string[]? headings;
    private bool[] days = [];

    /// <param name="cells">Without those that are empty at the end.</param>
    public void Row(int number, List<string> cells)
    {
        if (cells.Count == 0)
            return;
        if (cells.Count > FileBounds.MostColumns)
            throw new FileTooLargeException($"{cells.Count} > {FileBounds.MostColumns}");
        if (headings is null)
        {
            headings = [.. cells];
            days = [.. headings.Select(DayText.IsColumn)];
            return;
        }
        count.OneMore();
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Length > FileBounds.LongestCell)
                faults.Add(DirectoryFaultKind.TooLong, name, number, Heading(i), $"{FileBounds.LongestCell}");
            else if (i < days.Length && days[i])
                cells[i] = DayText.Iso(cells[i]);
        }
        rows.Add((number, [.. cells]));
    }

    /// <summary>Of the column, or its letter while there is none.</summary>
    public string Heading(int column) => headings is { } known && column < known.Length && known[column].Trim().Length > 0 ? known[column].Trim() : CellPlace.Letters(column);

    public DirectoryTable Table()
    {
        var width = rows.Select(row => row.Cells.Length).Append(headings?.Length ?? 0).Max();
        return new DirectoryTable(name, Filled(headings ?? [], width), [.. rows.Select(row => new DirectoryRow(row.Number, Filled(row.Cells, width)))]);
    }

    private static ImmutableArray<string> Filled(string[] cells, int width) => cells.Length == width ? [.. cells] : [.. cells, .. Enumerable.Repeat("", width - cells.Length)];
}

/// <summary>Where a cell stands, as spreadsheets say it: <c>AB12</c>.</summary>
internal static class CellPlace
{
    /// <returns>Column from 0; <c>null</c>: it is not said.</returns>
    public static int? Column(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetter).Take(4))
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        return column == 0 ? null : column - 1;
    }

    /// <returns><c>null</c>: it is not said.</returns>
    public static int? Row(string? reference) => int.TryParse((reference ?? "").SkipWhile(char.IsAsciiLetter).TakeWhile(char.IsAsciiDigit).ToArray(), out var row) ? row : null;

    public static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + Letters(column % 26);
}
