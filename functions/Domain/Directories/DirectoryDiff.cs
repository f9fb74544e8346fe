using System.Collections.Immutable;

namespace OneVisit.Domain.Directories;

/// <summary>What one edition has otherwise than another: sheet by sheet, line by line, field by field.</summary>
/// <param name="Sheets">One for each of <see cref="DirectorySheets.All"/>, in their order.</param>
public sealed record DirectoryDiff(ImmutableArray<SheetDiff> Sheets)
{
    private const string Known = "****";

    public bool IsEmpty => Sheets.All(sheet => sheet.Count == 0);

    /// <param name="language">Of the words in it.</param>
    public static DirectoryDiff Between(DirectoryEdition before, DirectoryEdition after, Language language = Language.Chinese)
    {
        // What tells two ID numbers apart is compared, and never shown.
        var (left, right) = (DirectoryWriter.Write(before.Ordered(), language, Number), DirectoryWriter.Write(after.Ordered(), language, Number));
        var names = before.People.Concat(after.People).GroupBy(person => person.Id).ToDictionary(one => one.Key, one => one.Last().Name, StringComparer.Ordinal);
        return new([.. DirectorySheets.All.Select((sheet, at) => Between(sheet, left.Sheets[at], right.Sheets[at], names))]);
    }

    private static SheetDiff Between(DirectorySheet sheet, DirectoryTable before, DirectoryTable after, Dictionary<string, string> names)
    {
        var key = KeyOf(sheet);
        var (old, now) = (Lines(before), Lines(after));
        return new(
            sheet,
            [.. now.Where(line => !old.ContainsKey(line.Key)).Select(line => Line(line.Value, Fields([.. line.Value.Select(_ => "")], line.Value)))],
            [.. old.Where(line => !now.ContainsKey(line.Key)).Select(line => Line(line.Value, Fields(line.Value, [.. line.Value.Select(_ => "")])))],
            [.. now.Where(line => old.TryGetValue(line.Key, out var was) && !was.SequenceEqual(line.Value)).Select(line => Line(line.Value, Fields(old[line.Key], line.Value)))]);

        Dictionary<string, ImmutableArray<string>> Lines(DirectoryTable table) =>
            table.Rows.ToDictionary(row => string.Join('\n', key.Select(at => row.Cells[at])), row => row.Cells, StringComparer.Ordinal);

        LineDiff Line(ImmutableArray<string> cells, ImmutableArray<FieldDiff> fields) =>
            new([.. key.Select(at => cells[at])], sheet.Columns[0].Key == "id" ? names[cells[0]] : sheet == DirectorySheets.Points ? "" : cells[1], fields);

        ImmutableArray<FieldDiff> Fields(ImmutableArray<string> was, ImmutableArray<string> now) =>
            [.. sheet.Columns.Select((column, at) => (column, at)).Where(field => was[field.at] != now[field.at]).Select(field => new FieldDiff(field.column, Shown(field.column, was[field.at]), Shown(field.column, now[field.at])))];
    }

    // A line that has another first day is another line; one that ends otherwise is the same one, changed.
    private static ImmutableArray<int> KeyOf(DirectorySheet sheet) => sheet.Key switch
    {
        "posts" or "duties" => [0, 1, 2, 3],
        "trainings" => [0, 1, 2],
        "points" => [0, 5],
        _ => [0],
    };

    private static string Number(PersonRecord person) => person.IdHash ?? "";

    private static string Shown(DirectoryColumn column, string cell) => column.Key == "id-number" && cell.Length > 0 ? Known : cell;
}

/// <param name="Added">Lines that were not there.</param>
/// <param name="Removed">Lines that are there no longer.</param>
/// <param name="Changed">Lines with the same key and other fields.</param>
public sealed record SheetDiff(DirectorySheet Sheet, ImmutableArray<LineDiff> Added, ImmutableArray<LineDiff> Removed, ImmutableArray<LineDiff> Changed)
{
    public int Count => Added.Length + Removed.Length + Changed.Length;
}

/// <param name="Key">What makes it this line, as cells: code or staff number first.</param>
/// <param name="Name">Of the village, grid or person; empty where there is none.</param>
/// <param name="Fields">Those that differ.</param>
public sealed record LineDiff(ImmutableArray<string> Key, string Name, ImmutableArray<FieldDiff> Fields);

/// <param name="Before">As a cell of the sheet; empty: nothing. Of an ID number only that there is one; two of them that differ are shown alike.</param>
public sealed record FieldDiff(DirectoryColumn Column, string Before, string After);
