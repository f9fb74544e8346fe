using System.Text;
using OneVisit.Domain.Directories;

namespace OneVisit.Functions.Tests.Directories;

/// <summary>CSV files as they come.</summary>
public sealed class CsvTests
{
    private const string Grids = "网格代码,名称,英文名,类型,户数,地标,起始日,截止日\r\n370982103201001,一组,Group 1,农村,48,小学、集市,2026/1/1,\r\n";

    public static TheoryData<string> Encodings() => ["utf-8", "utf-8 with its mark", "GB18030", "utf-16"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_file_is_read_in_the_encoding_it_was_saved_in(string encoding) =>
        Assert.Equal(["370982103201001", "一组", "Group 1", "农村", "48", "小学、集市", "2026-01-01", ""], ReadFile.Row(Saved(Grids, encoding), "网格.csv"));

    [Theory]
    [InlineData("导出 (3).csv", Grids, "网格")]
    [InlineData("export.csv", "Staff number,Post,Office code,From,To\n", "Posts")]
    [InlineData("export.csv", "Staff number,Duty,Grid code,From,To\n", "Grid duties")]
    [InlineData("People.csv", "Staff number,Name\n", "People")]
    [InlineData("表1.csv", "甲,乙\n", "表1")]
    public void A_file_is_the_sheet_whose_name_or_headings_it_has(string file, string content, string sheet) =>
        Assert.Equal(sheet, Assert.Single(ReadFile.Tables(Encoding.UTF8.GetBytes(content), file).Sheets).Name);

    [Theory]
    [InlineData("工号\t姓名\nshi-agent\t史建国\n")]
    [InlineData("工号;姓名\nshi-agent;史建国\n")]
    [InlineData("\"工号\",\"姓名\"\r\"shi-agent\",\"史建国\"")]
    public void Tabs_semicolons_and_old_line_ends_are_read(string content) =>
        Assert.Equal(["shi-agent", "史建国"], ReadFile.Row(Encoding.UTF8.GetBytes(content), "人员.csv"));

    [Fact]
    public void A_code_that_a_spreadsheet_shortened_when_it_saved_is_a_fault()
    {
        var fault = ReadFile.Fault(Encoding.UTF8.GetBytes("村居代码,名称\n3.70982E+11,史家庄村\n"), "村居.csv");

        Assert.Equal((DirectoryFaultKind.DigitsLost, 2, "村居代码"), (fault.Kind, fault.Row, fault.Column));
    }

    [Fact]
    public void A_zip_of_a_chinese_windows_gives_its_tables()
    {
        var zip = MadeWorkbook.Zip(new Dictionary<string, byte[]> { ["名录/网格.csv"] = Saved(Grids, "GB18030"), ["名录/x.CSV"] = Saved("工号,姓名\n", "utf-8") });

        Assert.Equal(["网格", "人员"], ReadFile.Tables(zip, "名录.zip").Sheets.Select(table => table.Name));
    }

    private static byte[] Saved(string text, string encoding) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
        "GB18030" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text),
        _ => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
    };
}
