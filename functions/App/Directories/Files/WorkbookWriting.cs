using System.IO.Compression;
using System.Text;
using System.Xml;
using OneVisit.Domain.Directories;

namespace OneVisit.Functions.Directories.Files;

/// <summary>
/// Tables as a workbook in which everything is text: every cell, so that no code loses a digit and nothing is a formula, and every column as a whole, so that
/// a row which a clerk adds is text, too. The headings stay in sight. (A library that writes cells leaves the columns as they are.)
/// </summary>
internal static class WorkbookWriting
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>Number format 49 is text; style 1 is that, style 2 is that in bold.</summary>
    private const string Styles = $"""
        <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """;

    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    public static byte[] Of(DirectoryTables tables)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var numbers = Enumerable.Range(1, tables.Sheets.Length).ToArray();
            Add(zip, "[Content_Types].xml", $"""
                <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Kind}.styles+xml"/>{string.Concat(numbers.Select(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Kind}.worksheet+xml\"/>"))}</Types>
                """);
            Add(zip, "_rels/.rels", $"""
                <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """);
            Add(zip, "xl/_rels/workbook.xml.rels", $"""
                <Relationships xmlns="{Package}/relationships">{string.Concat(numbers.Select(n => $"<Relationship Id=\"rId{n}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))}<Relationship Id="rId{numbers.Length + 1}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
                """);
            Add(zip, "xl/styles.xml", Styles);
            Write(zip, "xl/workbook.xml", xml => Sheets(xml, tables));
            foreach (var n in numbers) Write(zip, $"xl/worksheets/sheet{n}.xml", xml => Sheet(xml, tables.Sheets[n - 1], isShown: n == 1));
        }
        return file.ToArray();
    }

    private static void Sheets(XmlWriter xml, DirectoryTables tables)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        for (var n = 1; n <= tables.Sheets.Length; n++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", tables.Sheets[n - 1].Name);
            xml.WriteAttributeString("sheetId", $"{n}");
            xml.WriteAttributeString("r", "id", Relations, $"rId{n}");
            xml.WriteEndElement();
        }
    }

    private static void Sheet(XmlWriter xml, DirectoryTable table, bool isShown)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw($"""<sheetViews><sheetView {(isShown ? "tabSelected=\"1\" " : "")}workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        xml.WriteRaw($"""<cols><col min="1" max="{FileBounds.MostColumns}" width="20" style="1" customWidth="1"/></cols>""");
        xml.WriteStartElement("sheetData", Main);
        Row(xml, 1, table.Headings, style: "2");
        var number = 1;
        foreach (var row in table.Rows) Row(xml, ++number, row.Cells, style: "1");
    }

    private static void Row(XmlWriter xml, int number, IReadOnlyList<string> cells, string style)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", $"{number}");
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column].Length == 0)
                continue;
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", $"{CellPlace.Letters(column)}{number}");
            xml.WriteAttributeString("s", style);
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(PartXml.Escaped(cells[column]));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var text = new StreamWriter(Entry(zip, name), Plain);
        text.Write(content);
    }

    private static void Write(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        using var xml = XmlWriter.Create(Entry(zip, name), new XmlWriterSettings { Encoding = Plain, CloseOutput = true });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static Stream Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = CsvWriting.Always;
        return entry.Open();
    }
}
