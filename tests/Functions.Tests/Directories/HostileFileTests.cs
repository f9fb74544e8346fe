using System.IO.Compression;
using System.Text;
using OneVisit.Domain.Directories;
using OneVisit.Functions.Directories.Files;

namespace OneVisit.Functions.Tests.Directories;

/// <summary>Files that are refused as a whole, with the reason.</summary>
public sealed class HostileFileTests
{
    private static readonly string Name = MadeWorkbook.Text("B2", "史家庄村");

    [Fact]
    public void Merged_cells_are_named_by_their_place()
    {
        var faults = ReadFile.Faults(new MadeWorkbook().Villages(Name, """<mergeCells count="2"><mergeCell ref="B2:B9"/><mergeCell ref="D4:E4"/></mergeCells>""").Bytes());

        Assert.Equal(
            [(DirectoryFaultKind.MergedCells, "村居", 2, "名称", "B2:B9"), (DirectoryFaultKind.MergedCells, "村居", 4, "起始日", "D4:E4")],
            faults.Select(fault => (fault.Kind, fault.Sheet, fault.Row, fault.Column, fault.Arguments.Single())));
    }

    [Fact]
    public void A_formula_is_named_by_its_place_although_the_file_holds_its_last_result()
    {
        var fault = ReadFile.Fault(new MadeWorkbook().Villages("<c r=\"A2\" t=\"str\"><f>A1&amp;\"x\"</f><v>370982103201</v></c>").Bytes());

        Assert.Equal((DirectoryFaultKind.Formula, 2, "村居代码"), (fault.Kind, fault.Row, fault.Column));
    }

    [Fact]
    public void All_that_is_wrong_in_a_workbook_is_told_at_once() =>
        Assert.Equal(
            [DirectoryFaultKind.Formula, DirectoryFaultKind.DigitsLost, DirectoryFaultKind.MergedCells],
            ReadFile.Faults(new MadeWorkbook().Villages("<c r=\"A2\"><f>1+1</f><v>2</v></c><c r=\"C2\"><v>370982195001011000</v></c>", """<mergeCells><mergeCell ref="A3:A4"/></mergeCells>""").Bytes()).Select(fault => fault.Kind));

    [Fact]
    public void Macros_are_refused_under_whatever_name()
    {
        Assert.Equal(DirectoryFaultKind.Macros, ReadFile.Fault(new MadeWorkbook().Villages(Name).Part("xl/vbaProject.bin", "macro").Bytes()).Kind);
        Assert.Equal(DirectoryFaultKind.Macros, ReadFile.Fault(new MadeWorkbook().Villages(Name)
            .Part("[Content_Types].xml", """<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>""").Bytes()).Kind);
    }

    [Theory]
    [InlineData("xl/externalLinks/externalLink1.xml")]
    [InlineData("xl/connections.xml")]
    [InlineData("xl/embeddings/oleObject1.bin")]
    public void A_workbook_that_fetches_from_elsewhere_is_refused(string part) =>
        Assert.Equal(DirectoryFaultKind.ExternalLinks, ReadFile.Fault(new MadeWorkbook().Villages(Name).Part(part, "<x/>").Bytes()).Kind);

    [Theory]
    [InlineData("hidden")]
    [InlineData("veryHidden")]
    public void A_hidden_sheet_is_told_of(string state)
    {
        var fault = ReadFile.Fault(new MadeWorkbook().Villages(Name).Sheet("旧数据", "<sheetData/>", state).Bytes());

        Assert.Equal((DirectoryFaultKind.UnknownSheet, "旧数据"), (fault.Kind, fault.Sheet));
    }

    [Fact]
    public void A_workbook_of_before_2007_and_one_with_a_password_are_told_apart()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

        Assert.Equal(DirectoryFaultKind.OldFormat, ReadFile.Fault(old, "名录.xls").Kind);
        Assert.Equal(DirectoryFaultKind.Encrypted, ReadFile.Fault([.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage")]).Kind);
        Assert.Equal(DirectoryFaultKind.OldFormat, ReadFile.Fault(new MadeWorkbook().Part("xl/workbook.bin", "x").Bytes() is var binary ? Without(binary, "xl/workbook.xml") : [], "名录.xlsb").Kind);
    }

    [Fact]
    public void A_document_type_in_a_sheet_is_refused() =>
        Assert.Equal(DirectoryFaultKind.Unreadable, ReadFile.Fault(new MadeWorkbook().Villages(Name)
            .Part("xl/worksheets/sheet1.xml", """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>""").Bytes()).Kind);

    [Theory]
    [InlineData("PK and then nothing that is a zip")]
    [InlineData("<html><table><tr><td>村居代码</td></tr></table></html>")]
    [InlineData("%PDF-1.7")]
    [InlineData("村居代码,名称\n\"370982103201,史家庄村")]
    [InlineData("\0\0\0")]
    public void What_is_no_table_is_told_so(string content) =>
        Assert.Equal(DirectoryFaultKind.Unreadable, ReadFile.Fault(Encoding.UTF8.GetBytes(content), "村居.csv").Kind);

    [Fact]
    public void A_workbook_that_breaks_off_is_told_so()
    {
        var whole = new MadeWorkbook().Villages(Name).Bytes();

        Assert.Equal(DirectoryFaultKind.Unreadable, ReadFile.Fault(whole[..(whole.Length / 2)]).Kind);
        Assert.Equal(DirectoryFaultKind.Unreadable, ReadFile.Fault(new MadeWorkbook().Villages(Name).Part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>").Bytes()).Kind);
    }

    [Fact]
    public void Two_hundred_megabytes_are_refused_after_the_first_ten()
    {
        using var endless = new Endless(200L * 1024 * 1024);

        var reading = new DirectoryFiles().Read(endless, "名录.xlsx");

        Assert.Equal(DirectoryFaultKind.TooLarge, Assert.Single(Assert.IsType<DirectoryFileReading.Faulty>(reading).Faults).Kind);
        Assert.InRange(endless.Position, FileBounds.MostBytes, FileBounds.MostBytes + (1024 * 1024));
    }

    [Fact]
    public void A_small_file_that_grows_without_measure_is_refused()
    {
        var zeros = new byte[80 * 1024 * 1024];
        Array.Fill(zeros, (byte)' ');

        Assert.Equal(DirectoryFaultKind.TooLarge, ReadFile.Fault(MadeWorkbook.Zip(new Dictionary<string, byte[]> { ["村居.csv"] = zeros }), "名录.zip").Kind);
        Assert.Equal(DirectoryFaultKind.TooLarge, ReadFile.Fault(new MadeWorkbook().Villages(Name).Part("xl/styles.xml", [.. "<styleSheet>"u8, .. zeros, .. "</styleSheet>"u8]).Bytes()).Kind);
    }

    [Fact]
    public void More_parts_rows_or_columns_than_a_directory_has_are_refused()
    {
        var parts = Enumerable.Range(0, FileBounds.MostParts + 1).ToDictionary(n => $"{n}.csv", _ => Array.Empty<byte>());
        var rows = Encoding.UTF8.GetBytes("名称\n" + string.Concat(Enumerable.Range(0, FileBounds.MostRows + 1).Select(n => $"{n}\n")));

        Assert.Equal(DirectoryFaultKind.TooLarge, ReadFile.Fault(MadeWorkbook.Zip(parts)).Kind);
        Assert.Equal(DirectoryFaultKind.TooLarge, ReadFile.Fault(rows, "村居.csv").Kind);
        Assert.Equal(DirectoryFaultKind.TooLarge, ReadFile.Fault(new MadeWorkbook().Villages(MadeWorkbook.Text("XFD2", "x")).Bytes()).Kind);
    }

    [Fact]
    public void A_cell_of_megabytes_is_told_of_and_not_kept()
    {
        var fault = ReadFile.Fault(new MadeWorkbook().Villages(MadeWorkbook.Text("B2", string.Concat(Enumerable.Range(0, 400_000)))).Bytes());

        Assert.Equal((DirectoryFaultKind.TooLong, 2, "名称"), (fault.Kind, fault.Row, fault.Column));
    }

    [Fact]
    public void Faults_without_end_are_cut_off()
    {
        var cells = string.Concat(Enumerable.Range(3, 5_000).Select(n => $"<row r=\"{n}\"><c r=\"A{n}\"><f>1</f><v>1</v></c></row>"));

        Assert.Equal(FileBounds.MostFaults, ReadFile.Faults(new MadeWorkbook().Sheet("村居", $"<sheetData>{cells}</sheetData>").Bytes()).Count());
    }

    [Fact]
    public void A_file_in_a_zip_that_is_no_csv_is_an_unknown_sheet()
    {
        var fault = ReadFile.Fault(MadeWorkbook.Zip(new Dictionary<string, byte[]> { ["照片.jpg"] = [1, 2], ["__MACOSX/._村居.csv"] = [1], [".DS_Store"] = [1] }));

        Assert.Equal((DirectoryFaultKind.UnknownSheet, "照片.jpg"), (fault.Kind, fault.Sheet));
    }

    private static byte[] Without(byte[] file, string part)
    {
        using var bytes = new MemoryStream();
        bytes.Write(file);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true)) zip.GetEntry(part)!.Delete();
        return bytes.ToArray();
    }

    // As long as a real one, and nowhere in memory.
    private sealed class Endless(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            Position += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
