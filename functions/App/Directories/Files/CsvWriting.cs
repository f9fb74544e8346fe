using System.IO.Compression;
using System.Text;
using OneVisit.Domain.Directories;

namespace OneVisit.Functions.Directories.Files;

/// <summary>Tables as CSV files in a zip.</summary>
internal static class CsvWriting
{
    // The same tables are the same file, whenever they are written.
    internal static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] ZipOf(DirectoryTables tables)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var table in tables.Sheets)
            {
                var entry = zip.CreateEntry(table.Name + ".csv");
                entry.LastWriteTime = Always;
                using var text = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
                text.WriteLine(Line(table.Headings));
                foreach (var row in table.Rows) text.WriteLine(Line(row.Cells));
            }
        }
        return file.ToArray();
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    private static string Cell(string text) => CsvGuard.On(text) is var safe && safe.AsSpan().IndexOfAny("\",\r\n\t;") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
}
