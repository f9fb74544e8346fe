using System.Text;
using System.Text.RegularExpressions;
using OneVisit.Domain.Directories;

namespace OneVisit.Functions.Directories.Files;

/// <summary>A CSV file (RFC 4180, or with tabs or semicolons) as a table.</summary>
internal static partial class CsvReading
{
    // Empty cells at the end of a line are usual; so many are not.
    private const int MostFields = 1_024;

    /// <param name="name">Of the file, without its ending.</param>
    /// <returns><c>null</c>: it is no such file, and a fault says so.</returns>
    public static DirectoryTable? Table(byte[] bytes, string name, RowCount count, FileFaults faults)
    {
        if (CsvEncoding.Text(bytes) is not { } text)
        {
            faults.Add(DirectoryFaultKind.Unreadable, name);
            return null;
        }
        var records = Records(text);
        var called = SheetNames.Of(name, [.. records.Select(record => record.ToArray()).FirstOrDefault(record => record.Any(cell => cell.Length > 0)) ?? []]);
        var table = new TableGathering(called, count, faults);
        var row = 0;
        foreach (var record in Records(text))
        {
            row++;
            for (var i = 0; i < record.Count; i++)
            {
                record[i] = CsvGuard.Off(record[i]);
                if (Shortened().IsMatch(record[i]))
                    faults.Add(DirectoryFaultKind.DigitsLost, called, row, table.Heading(i));
            }
            table.Row(row, record);
        }
        return table.Table();
    }

    // Cells that are empty at the end are left out.
    private static IEnumerable<List<string>> Records(string text)
    {
        var separator = Separator(text);
        var record = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (c == '"' && (isQuoted || cell.Length == 0))
                isQuoted = !isQuoted;
            else if (isQuoted)
                cell.Append(c);
            else if (c == separator)
                Close(record, cell);
            else if (c is not ('\r' or '\n'))
                cell.Append(c);
            else
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
                Close(record, cell);
                yield return Trimmed(record);
                record = [];
            }
        }
        if (isQuoted)
            throw new InvalidDataException("A quotation mark is not closed.");
        Close(record, cell);
        yield return Trimmed(record);
    }

    private static void Close(List<string> record, StringBuilder cell)
    {
        if (record.Count == MostFields)
            throw new FileTooLargeException($"{MostFields}");
        record.Add(cell.ToString());
        cell.Clear();
    }

    private static List<string> Trimmed(List<string> record)
    {
        while (record.Count > 0 && record[^1].Length == 0) record.RemoveAt(record.Count - 1);
        return record;
    }

    // What stands most often in the line of the headings.
    private static char Separator(string text)
    {
        var line = text.AsSpan().TrimStart("\r\n").ToString().Split('\r', '\n')[0];
        return new[] { ',', '\t', ';' }.MaxBy(separator => line.Count(c => c == separator));
    }

    /// <summary>A long number that a spreadsheet program has shortened when it saved the file: 3.70982E+14.</summary>
    [GeneratedRegex(@"^\d(\.\d+)?[Ee]\+\d{2,3}\z")]
    private static partial Regex Shortened();
}

/// <summary>
/// A spreadsheet program takes a cell that begins with = + - @, plain or full-width, for a formula, also in a CSV file and behind blanks. An apostrophe before it makes it a text; it is put on and
/// taken off so that every text comes back as it was.
/// </summary>
internal static partial class CsvGuard
{
    public static string On(string cell) => Dangerous().IsMatch(cell) ? "'" + cell : cell;

    public static string Off(string cell) => cell is ['\'', ..] && Dangerous().IsMatch(cell) ? cell[1..] : cell;

    [GeneratedRegex(@"^[' ]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]")]
    private static partial Regex Dangerous();
}

/// <summary>Which sheet of the directory a CSV file is.</summary>
internal static class SheetNames
{
    /// <summary>The file's own name where it is that of a sheet, else that of the sheet whose headings it has, else its own.</summary>
    public static string Of(string file, string[] headings) =>
        DirectorySheets.All.Any(sheet => IsSame(sheet.Name, file) || sheet.Key.Equals(file, StringComparison.OrdinalIgnoreCase)) ? file
        : DirectorySheets.All.Where(sheet => Has(sheet, headings)).MaxBy(sheet => sheet.Columns.Count(column => headings.Any(heading => IsSame(column.Heading, heading)))) is { } found ? Named(found, headings)
        : file;

    private static bool Has(DirectorySheet sheet, string[] headings) => sheet.Columns.Where(column => column.Required).All(column => headings.Any(heading => IsSame(column.Heading, heading)));

    private static string Named(DirectorySheet sheet, string[] headings) => headings.Any(heading => heading.Trim() == sheet.Columns[0].Heading.Zh) ? sheet.Name.Zh : sheet.Name.En;

    private static bool IsSame(Domain.Text text, string written) => written.Trim() is var plain && (text.Zh == plain || text.En.Equals(plain, StringComparison.OrdinalIgnoreCase));
}
