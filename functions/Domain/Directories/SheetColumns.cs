using System.Collections.Immutable;

namespace OneVisit.Domain.Directories;

/// <summary>Which column of a table is which of the sheet, by headings in either language.</summary>
internal sealed class SheetColumns
{
    private readonly DirectorySheet known;
    private readonly DirectoryTable table;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public SheetColumns(DirectorySheet known, DirectoryTable table, FaultList faults)
    {
        (this.known, this.table) = (known, table);
        for (var at = 0; at < table.Headings.Length; at++)
        {
            var heading = SheetText.Of(table.Headings[at]);
            if (known.Columns.FirstOrDefault(column => Is(column, heading)) is { } column)
            {
                if (!places.TryAdd(column.Key, at))
                    faults.Add(new(DirectoryFaultKind.TwiceTheColumn, table.Name, 0, heading, []));
            }
            // A column without a name may be a forgotten blank one; what stands in it would be lost.
            else if (heading.Length > 0 || table.Rows.Any(row => at < row.Cells.Length && SheetText.Of(row.Cells[at]).Length > 0))
                faults.Add(new(DirectoryFaultKind.UnknownColumn, table.Name, 0, SheetRow.Shown(heading), []));
        }
        foreach (var missing in known.Columns.Where(column => column.Required && !places.ContainsKey(column.Key)))
            faults.Add(new(DirectoryFaultKind.MissingColumn, table.Name, 0, missing.Heading.Zh, [missing.Heading.En]));
        IsWhole = known.Columns.All(column => !column.Required || places.ContainsKey(column.Key));
    }

    /// <summary>As it is called in the file.</summary>
    public string Sheet => table.Name;

    /// <summary>Every column that has to be there is there; without one, its rows tell nothing that could be checked.</summary>
    public bool IsWhole { get; }

    public IEnumerable<SheetRow> Rows(FaultList faults)
    {
        foreach (var row in table.Rows.Where(row => row.Cells.Any(cell => SheetText.Of(cell).Length > 0)))
        {
            if (row.Cells.Skip(table.Headings.Length).Any(cell => SheetText.Of(cell).Length > 0))
                faults.Add(new(DirectoryFaultKind.UnknownColumn, table.Name, row.Number, "", []));
            yield return new(this, row, faults);
        }
    }

    public string Cell(DirectoryRow row, string key) => places.TryGetValue(key, out var at) && at < row.Cells.Length ? row.Cells[at] : "";

    public bool Has(string key) => places.ContainsKey(key);

    public bool IsRequired(string key) => Column(key).Required;

    /// <summary>As it is written there; in Chinese where the column is not there.</summary>
    public string Heading(string key) => places.TryGetValue(key, out var at) ? SheetText.Of(table.Headings[at]) : Column(key).Heading.Zh;

    private DirectoryColumn Column(string key) => known.Columns.First(column => column.Key == key);

    private static bool Is(DirectoryColumn column, string heading) =>
        SheetText.IsSame(heading, column.Heading.Zh) || SheetText.IsSame(heading, column.Heading.En) || SheetText.IsSame(heading, column.Key);
}

/// <summary>The sheets of what was handed in, by what they are.</summary>
internal sealed class SheetBook
{
    private const int MostRows = 200_000;

    private readonly Dictionary<string, SheetColumns> sheets = new(StringComparer.Ordinal);

    /// <param name="before">Where a sheet that was not handed in is taken from; <c>null</c>: nowhere.</param>
    public SheetBook(DirectoryTables tables, DirectoryEdition? before, FaultList faults)
    {
        Faults = faults;
        foreach (var table in tables.Sheets)
        {
            if (DirectorySheets.All.FirstOrDefault(sheet => Is(sheet, table.Name)) is not { } sheet)
                faults.Add(new(DirectoryFaultKind.UnknownSheet, SheetRow.Shown(table.Name), 0, "", []));
            else if (sheets.ContainsKey(sheet.Key))
                faults.Add(new(DirectoryFaultKind.Duplicate, table.Name, 0, "", ["0"]));
            else if (table.Rows.Length > MostRows)
                faults.Add(new(DirectoryFaultKind.TooLarge, table.Name, 0, "", [$"{table.Rows.Length} > {MostRows}"]));
            else
                sheets[sheet.Key] = new(sheet, table, faults);
        }
        var missing = DirectorySheets.All.Where(sheet => !sheets.ContainsKey(sheet.Key)).ToImmutableArray();
        if (before is null || missing.Length == DirectorySheets.All.Length)
        {
            foreach (var sheet in missing)
                faults.Add(new(DirectoryFaultKind.MissingSheet, sheet.Name.Zh, 0, "", [sheet.Name.En]));
            return;
        }
        Kept = missing;
        foreach (var (sheet, table) in DirectorySheets.All.Zip(DirectoryWriter.Write(before, Language.Chinese).Sheets).Where(pair => missing.Contains(pair.First)))
            sheets[sheet.Key] = new(sheet, table, faults);
    }

    public FaultList Faults { get; }

    /// <summary>Sheets that were taken from the edition before.</summary>
    public ImmutableArray<DirectorySheet> Kept { get; } = [];

    public IEnumerable<SheetRow> Rows(DirectorySheet sheet) =>
        sheets.TryGetValue(sheet.Key, out var columns) && columns.IsWhole ? columns.Rows(Faults) : [];

    /// <summary>Rows that cannot be read because of their sheet: what refers to them is not called unknown.</summary>
    public bool IsReadable(DirectorySheet sheet) => sheets.TryGetValue(sheet.Key, out var columns) && columns.IsWhole;

    /// <summary>As the sheet is called in the file.</summary>
    public string NameOf(DirectorySheet sheet) => sheets[sheet.Key].Sheet;

    private static bool Is(DirectorySheet sheet, string name) =>
        SheetText.IsSame(name, sheet.Name.Zh) || SheetText.IsSame(name, sheet.Name.En) || SheetText.IsSame(name, sheet.Key);
}
