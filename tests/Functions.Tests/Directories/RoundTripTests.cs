using System.IO.Compression;
using CsCheck;
using MiniExcelLibs;
using OneVisit.Domain.Directories;
using OneVisit.Functions.Directories.Files;

namespace OneVisit.Functions.Tests.Directories;

/// <summary>What was written is read again as it was.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Pieces = ["史家庄", "村", "370982103201001", "2026-11-27", "=1+1", "-", "+86", "@", "'", "\"", ",", ";", "\t", "\n", "\r\n", " ", "_x000D_", "<&>", "\u0001", "𠮷", "Qin Fang", "、", "1E+12x", "\u00A0"];

    // Signs that no text has would make a CSV file one that is no text.
    private static readonly string[] PiecesOfText = [.. Pieces.Where(piece => piece != "\u0001")];

    [Fact]
    public void A_workbook_gives_back_the_tables_it_was_made_of() =>
        Tables(Pieces).Sample(tables => Flat(Again(tables, DirectoryFileKind.Workbook)) == Flat(tables), iter: 300);

    [Fact]
    public void A_zip_of_csv_files_gives_back_the_tables_it_was_made_of() =>
        Tables(PiecesOfText).Sample(tables => Flat(Again(tables, DirectoryFileKind.CsvZip)) == Flat(tables), iter: 300);

    [Fact]
    public void A_file_that_was_damaged_on_its_way_gets_an_answer()
    {
        var (workbook, csv) = (new DirectoryFiles().Write(Small(), DirectoryFileKind.Workbook), new DirectoryFiles().Write(Small(), DirectoryFileKind.CsvZip));

        Gen.Select(Gen.Bool, Gen.Select(Gen.Double[0, 1], Gen.Byte).Array[1, 20]).Sample((isCsv, blows) =>
        {
            var bytes = (byte[])(isCsv ? csv : workbook).Clone();
            foreach (var (where, what) in blows) bytes[(int)(where * (bytes.Length - 1))] = what;
            return new DirectoryFiles().Read(new MemoryStream(bytes), "名录.xlsx") is not null;
        }, iter: 2_000);
    }

    [Fact]
    public void Another_library_reads_every_code_as_the_text_it_is()
    {
        using var file = new MemoryStream(new DirectoryFiles().Write(Small(), DirectoryFileKind.Workbook));

        Assert.Equal(DirectorySheets.All.Select(sheet => sheet.Name.Zh), MiniExcel.GetSheetNames(file));
        var row = (IDictionary<string, object>)MiniExcel.Query(file, useHeaderRow: true, sheetName: "网格").Single();
        Assert.Equal("370982103201001x", Assert.IsType<string>(row["网格代码"]));
    }

    [Fact]
    public void What_another_library_wrote_is_read()
    {
        using var file = new MemoryStream();
        file.SaveAs(new Dictionary<string, object> { ["Villages"] = new[] { new Dictionary<string, object> { ["Village code"] = 370982103201, ["Name"] = "史家庄村", ["From"] = new DateTime(2026, 11, 27) } } });

        var table = Assert.Single(ReadFile.Tables(file.ToArray()).Sheets);

        Assert.Equal(("Villages", 2), (table.Name, table.Rows[0].Number));
        Assert.Equal("370982103201 史家庄村 2026-11-27", string.Join(' ', table.Rows[0].Cells));
    }

    [Fact]
    public void Nothing_in_a_file_that_is_handed_out_is_a_formula()
    {
        var tables = Small("=HYPERLINK(\"http://example.org\")");

        Assert.DoesNotContain("<f", Part(new DirectoryFiles().Write(tables, DirectoryFileKind.Workbook), "xl/worksheets/sheet2.xml"), StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(", Part(new DirectoryFiles().Write(tables, DirectoryFileKind.CsvZip), "网格.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM(1)")]
    [InlineData(" =1+1")]
    public void What_a_Chinese_spreadsheet_takes_for_a_formula_is_a_text_in_a_CSV_too(string text) =>
        Assert.Contains("'" + text, Part(new DirectoryFiles().Write(Small(text), DirectoryFileKind.CsvZip), "网格.csv"), StringComparison.Ordinal);

    [Fact]
    public void Headings_stay_in_sight_and_columns_are_text_for_rows_that_are_added()
    {
        var sheet = Part(new DirectoryFiles().Write(Small(), DirectoryFileKind.Workbook), "xl/worksheets/sheet2.xml");

        Assert.Contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>", sheet, StringComparison.Ordinal);
        Assert.Contains("<col min=\"1\" max=\"64\" width=\"20\" style=\"1\" customWidth=\"1\"/>", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_tables_are_the_same_file() =>
        Assert.Equal(new DirectoryFiles().Write(Small(), DirectoryFileKind.Workbook), new DirectoryFiles().Write(Small(), DirectoryFileKind.Workbook));

    private static Gen<DirectoryTables> Tables(string[] pieces) => Gen.Int[0, 3].SelectMany(rows => Gen.Int[0, pieces.Length - 1].Array[0, 4].Select(picks => string.Concat(picks.Select(pick => pieces[pick])))
        .Array[DirectorySheets.All.Sum(sheet => sheet.Columns.Length) * rows].Select(cells => Made(rows, cells)));

    private static DirectoryTables Again(DirectoryTables tables, DirectoryFileKind kind) => ReadFile.Tables(new DirectoryFiles().Write(tables, kind));

    private static DirectoryTables Small(string name = "一组") => Made(1, [.. DirectorySheets.All.SelectMany(sheet => sheet.Columns).Select(column => column.Key == "code" || column.Key == "grid" ? "370982103201001" : name)]);

    // The first cell is never empty: a row without anything would be none. A day is there as it is read.
    private static DirectoryTables Made(int rows, string[] cells)
    {
        var next = 0;
        return new([.. DirectorySheets.All.Select(sheet => new DirectoryTable(
            sheet.Name.Zh, [.. sheet.Columns.Select(column => column.Heading.Zh)],
            [.. Enumerable.Range(2, rows).Select(number => new DirectoryRow(number, [.. sheet.Columns.Select((column, i) => Written(cells[next++], column, i))]))]))]);
    }

    private static string Written(string cell, DirectoryColumn column, int i) => DayText.IsColumn(column.Heading.Zh) ? DayText.Iso(cell) : i == 0 ? cell + "x" : cell;

    private static string Flat(DirectoryTables tables) => string.Join('\u0002', tables.Sheets.SelectMany(table => table.Headings.Prepend(table.Name).Concat(table.Rows.SelectMany(row => row.Cells.Prepend($"{row.Number}")))));

    private static string Part(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var text = new StreamReader(zip.GetEntry(name)!.Open());
        return text.ReadToEnd();
    }
}
