using OneVisit.Domain.Directories;

namespace OneVisit.Functions.Tests.Directories;

/// <summary>What clerks' spreadsheet programs make of codes and days.</summary>
public sealed class WorkbookCellTests
{
    private const string DayStyles = """
        <styleSheet><numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="[Red]0.00E+00"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="31"/></cellXfs></styleSheet>
        """;

    [Theory]
    [InlineData("370982103201", "370982103201")]
    [InlineData("3.70982103201E11", "370982103201")]
    [InlineData("370982103201001", "370982103201001")]
    [InlineData("3.70982103201001E+14", "370982103201001")]
    [InlineData("0.1", "0.1")]
    [InlineData("0.30000000000000004", "0.3")]
    public void A_code_that_is_stored_as_a_number_keeps_its_digits(string stored, string read) =>
        Assert.Equal(read, ReadFile.Row(new MadeWorkbook().Villages($"<c r=\"A2\"><v>{stored}</v></c>").Bytes())[0]);

    [Theory]
    [InlineData("370982195001011000")]
    [InlineData("3.70982195001011E+17")]
    [InlineData("1E+300")]
    public void An_identity_number_that_is_stored_as_a_number_is_a_fault_and_not_a_guess(string stored)
    {
        var fault = ReadFile.Fault(new MadeWorkbook().Villages($"<c r=\"B2\"><v>{stored}</v></c>").Bytes());

        Assert.Equal((DirectoryFaultKind.DigitsLost, "村居", 2, "名称"), (fault.Kind, fault.Sheet, fault.Row, fault.Column));
        Assert.Empty(fault.Arguments);
    }

    [Theory]
    [InlineData("46353", 1, "2026-11-27")]
    [InlineData("46353", 2, "2026-11-27")]
    [InlineData("46353", 4, "2026-11-27")]
    [InlineData("46353.5", 1, "2026-11-27 12:00:00")]
    [InlineData("46353", 0, "46353")]
    [InlineData("46353", 3, "46353")]
    public void A_number_is_a_day_where_it_is_shown_as_one(string stored, int style, string read) =>
        Assert.Equal(read, ReadFile.Row(new MadeWorkbook().Part("xl/styles.xml", DayStyles).Villages($"<c r=\"D2\" s=\"{style}\"><v>{stored}</v></c>").Bytes())[3]);

    [Fact]
    public void A_workbook_that_counts_from_1904_means_the_same_days() =>
        Assert.Equal("2026-11-27", ReadFile.Row(new MadeWorkbook().Part("xl/styles.xml", DayStyles).Villages("<c r=\"D2\" s=\"1\"><v>44891</v></c>").Bytes("<workbookPr date1904=\"1\"/>"))[3]);

    [Theory]
    [InlineData("2026-11-27", "2026-11-27")]
    [InlineData("2026/11/7", "2026-11-07")]
    [InlineData("2026年11月27日", "2026-11-27")]
    [InlineData("２０２６．１１．２７", "2026-11-27")]
    [InlineData("2026/2/30", "2026/2/30")]
    [InlineData("明天", "明天")]
    public void Days_are_read_as_people_type_them(string typed, string read) =>
        Assert.Equal(read, ReadFile.Row(new MadeWorkbook().Villages(MadeWorkbook.Text("D2", typed)).Bytes())[3]);

    [Fact]
    public void A_name_that_looks_like_a_day_stays_a_name() =>
        Assert.Equal("2026/3/8", ReadFile.Row(new MadeWorkbook().Villages(MadeWorkbook.Text("B2", "2026/3/8")).Bytes())[1]);

    [Fact]
    public void Shared_texts_are_read_without_how_they_are_pronounced() =>
        Assert.Equal("史家庄村", ReadFile.Row(new MadeWorkbook()
            .Part("xl/sharedStrings.xml", "<sst><si><t>x</t></si><si><r><t>史家</t></r><r><t>庄村</t></r><rPh sb=\"0\" eb=\"2\"><t>シジャ</t></rPh></si></sst>")
            .Villages("<c r=\"B2\" t=\"s\"><v>1</v></c>").Bytes())[1]);

    [Fact]
    public void Rows_keep_the_numbers_that_the_spreadsheet_shows_and_empty_ones_are_left_out()
    {
        var file = new MadeWorkbook().Sheet("村居", $"<sheetData><row r=\"1\">{MadeWorkbook.Text("A1", "名称")}</row><row r=\"2\"><c r=\"A2\" s=\"1\"/></row><row r=\"7\">{MadeWorkbook.Text("A7", "史家庄村")}</row></sheetData>").Bytes();

        Assert.Equal(7, Assert.Single(Assert.Single(ReadFile.Tables(file).Sheets).Rows).Number);
    }

    [Fact]
    public void A_cell_below_no_heading_gets_an_empty_one_and_is_not_lost()
    {
        var table = Assert.Single(ReadFile.Tables(new MadeWorkbook().Villages(MadeWorkbook.Text("F2", "备注")).Bytes()).Sheets);

        Assert.Equal("村居代码|名称|英文名|起始日|| 备注", $"{string.Join('|', table.Headings)} {table.Rows[0].Cells[5]}");
    }
}
