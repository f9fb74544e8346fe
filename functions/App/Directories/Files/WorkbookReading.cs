using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using OneVisit.Domain.Directories;

namespace OneVisit.Functions.Directories.Files;

/// <summary>
/// A workbook (ECMA-376) part by part. Libraries for spreadsheets give the values and keep still about what else there is: merged cells, formulas, hidden sheets,
/// the digits as they are stored. Here that is what matters, so the parts are read as they are.
/// </summary>
internal sealed class WorkbookReading(ZipArchive zip, FileFaults faults)
{
    private static readonly string[] Foreign = ["xl/externalLinks/", "xl/connections.xml", "xl/queryTables/", "xl/embeddings/", "xl/activeX/"];

    private readonly Unpacking unpacking = new();

    /// <returns><c>null</c>: there are faults.</returns>
    public DirectoryTables? Tables()
    {
        if (IsRefusedWhole())
            return null;
        var targets = Targets();
        var (sheets, is1904) = Sheets();
        var texts = Part("xl/sharedStrings.xml", SharedTexts.Read) ?? [];
        var styles = Part("xl/styles.xml", DayStyles.Read) ?? DayStyles.None;
        var rows = new RowCount();
        var tables = ImmutableArray.CreateBuilder<DirectoryTable>();
        foreach (var (name, id, isHidden) in sheets)
        {
            if (isHidden || !targets.TryGetValue(id, out var target))
                faults.Add(DirectoryFaultKind.UnknownSheet, name, 0, "", isHidden ? "hidden" : "");
            else if (Part(target, xml => new SheetReading(name, new CellText(texts, styles, is1904), rows, faults).Table(xml)) is { } table)
                tables.Add(table);
        }
        return new DirectoryTables(tables.ToImmutable());
    }

    private bool IsRefusedWhole()
    {
        if (zip.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) || Part("[Content_Types].xml", IsForMacros))
            faults.Add(DirectoryFaultKind.Macros);
        else if (zip.GetEntry("xl/workbook.bin") is not null)
            faults.Add(DirectoryFaultKind.OldFormat);
        else if (zip.GetEntry("xl/workbook.xml") is null)
            faults.Add(DirectoryFaultKind.Unreadable);
        else if (zip.Entries.FirstOrDefault(entry => Foreign.Any(part => entry.FullName.StartsWith(part, StringComparison.OrdinalIgnoreCase))) is { } foreign)
            faults.Add(DirectoryFaultKind.ExternalLinks, arguments: foreign.Name);
        return faults.Any;
    }

    private static bool IsForMacros(XmlReader xml) => xml.Each("Override").Any(part => part.GetAttribute("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true);

    private (List<(string Name, string Id, bool IsHidden)> Sheets, bool Is1904) Sheets() => Part("xl/workbook.xml", xml =>
    {
        var sheets = new List<(string, string, bool)>();
        var is1904 = false;
        foreach (var element in xml.Each("workbookPr", "sheet"))
        {
            if (element.LocalName == "sheet")
                sheets.Add((element.GetAttribute("name") ?? "", RelationId(element), element.GetAttribute("state") is "hidden" or "veryHidden"));
            else
                is1904 = element.GetAttribute("date1904") is "1" or "true";
        }
        return (sheets, is1904);
    });

    // The attribute's namespace differs between the strict and the usual form of the standard.
    private static string RelationId(XmlReader sheet) =>
        sheet.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? sheet.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";

    // Only sheets of cells: those of a chart, a dialog or a macro have no rows.
    private Dictionary<string, string> Targets() => Part("xl/_rels/workbook.xml.rels", xml =>
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var relation in xml.Each("Relationship"))
        {
            if (relation.GetAttribute("Type")?.EndsWith("/worksheet", StringComparison.Ordinal) == true && relation.GetAttribute("Id") is { } id && relation.GetAttribute("Target") is { } target)
                targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }
        return targets;
    }) ?? [];

    private T? Part<T>(string name, Func<XmlReader, T> read)
    {
        if (zip.GetEntry(name) is not { } entry)
            return default;
        using var stream = unpacking.Of(entry.Open(), entry.CompressedLength);
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
        return read(xml);
    }
}
