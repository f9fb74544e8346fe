using System.IO.Compression;
using System.Text;
using OneVisit.Domain.Directories;
using OneVisit.Functions.Directories.Files;

namespace OneVisit.Functions.Tests.Directories;

/// <summary>A workbook put together by hand, as other programs make them and as nobody should.</summary>
internal sealed class MadeWorkbook
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, byte[]> parts = new(StringComparer.Ordinal);
    private readonly List<(string Name, string State)> sheets = [];

    /// <param name="content">What stands in the element of the worksheet.</param>
    public MadeWorkbook Sheet(string name, string content, string state = "visible")
    {
        sheets.Add((name, state));
        return Part($"xl/worksheets/sheet{sheets.Count}.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{content}</worksheet>""");
    }

    /// <summary>A sheet of villages with one row of cells below the headings.</summary>
    public MadeWorkbook Villages(string cells, string behind = "") => Sheet("村居", $"""
        <sheetData><row r="1">{Text("A1", "村居代码")}{Text("B1", "名称")}{Text("C1", "英文名")}{Text("D1", "起始日")}</row><row r="2">{cells}</row></sheetData>{behind}
        """);

    public MadeWorkbook Part(string name, string content) => Part(name, Encoding.UTF8.GetBytes(content));

    public MadeWorkbook Part(string name, byte[] content)
    {
        parts[name] = content;
        return this;
    }

    public static string Text(string place, string text) => $"""<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>""";

    public byte[] Bytes(string workbook = "")
    {
        Part("[Content_Types].xml", parts.TryGetValue("[Content_Types].xml", out var own) ? own : "<Types/>"u8.ToArray());
        Part("xl/workbook.xml", $"""<workbook xmlns:r="{Office}">{workbook}<sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" r:id=\"r{i}\" state=\"{sheet.State}\"/>"))}</sheets></workbook>""");
        Part("xl/_rels/workbook.xml.rels", $"<Relationships>{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}</Relationships>");
        return Zip(parts);
    }

    public static byte[] Zip(IReadOnlyDictionary<string, byte[]> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }
}

/// <summary>What the reader of files says.</summary>
internal static class ReadFile
{
    public static DirectoryTables Tables(byte[] file, string name = "名录.xlsx") => Assert.IsType<DirectoryFileReading.Good>(new DirectoryFiles().Read(new MemoryStream(file), name)).Tables;

    public static DirectoryFault Fault(byte[] file, string name = "名录.xlsx") => Assert.Single(Faults(file, name));

    public static IEnumerable<DirectoryFault> Faults(byte[] file, string name = "名录.xlsx") => Assert.IsType<DirectoryFileReading.Faulty>(new DirectoryFiles().Read(new MemoryStream(file), name)).Faults;

    /// <summary>The cells of the first row below the headings of the only table.</summary>
    public static string[] Row(byte[] file, string name = "名录.xlsx") => [.. Assert.Single(Tables(file, name).Sheets).Rows[0].Cells];
}
