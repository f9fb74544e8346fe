using System.Collections.Immutable;
using OneVisit.Domain.Places;

namespace OneVisit.Domain.Directories;

/// <summary>Villages and grids of the tables. Their codes nest: a grid lies in a village, a village in a township that takes cases.</summary>
internal sealed class PlaceSheets
{
    private const int LongestName = 60;
    private const int LongestList = 2_000;
    private const int MostHouseholds = 100_000;

    private readonly SheetBook book;
    private readonly Gazetteer places;

    // By code; null where the row has faults, or the village is the catalogue's and has no days.
    private readonly Dictionary<string, IEffective?> known;
    private readonly Dictionary<string, IEffective?> knownGrids = new(StringComparer.Ordinal);

    public PlaceSheets(SheetBook book, Gazetteer places)
    {
        (this.book, this.places) = (book, places);
        known = places.Villages.ToDictionary(village => village.Code, IEffective? (_) => null, StringComparer.Ordinal);
        var villages = book.Rows(DirectorySheets.Villages).Select(row => (Row: row, Value: Village(row))).ToArray();
        Overlaps.TellTwice(villages.Where(read => read.Value.Code.Length > 0).Select(read => (read.Row, read.Value.Code)), "code");
        foreach (var (row, village) in villages)
            known[village.Code] = row.IsFaulty ? null : village;
        foreach (var (row, village) in villages.Where(read => read.Value.Into is not null))
            CheckInto(row, village);
        Villages = [.. villages.Where(read => !read.Row.IsFaulty).Select(read => read.Value)];

        var grids = book.Rows(DirectorySheets.Grids).Select(row => (Row: row, Value: Grid(row))).ToArray();
        Overlaps.TellTwice(grids.Where(read => read.Value.Code.Length > 0).Select(read => (read.Row, read.Value.Code)), "code");
        foreach (var (row, grid) in grids)
            knownGrids[grid.Code] = row.IsFaulty ? null : grid;
        Grids = [.. grids.Where(read => !read.Row.IsFaulty).Select(read => read.Value)];
    }

    public ImmutableArray<VillageRecord> Villages { get; }

    public ImmutableArray<Grid> Grids { get; }

    /// <summary>Villages that began and are in no row any more: cases that were taken there would lose their name and their agent.</summary>
    public void CheckGone(DirectoryEdition? before, DateOnly today)
    {
        if (!book.IsReadable(DirectorySheets.Villages))
            return;
        foreach (var gone in (before?.Villages ?? []).Where(village => village.From <= today && !known.ContainsKey(village.Code)))
            book.Faults.Add(new(DirectoryFaultKind.VillageGone, book.NameOf(DirectorySheets.Villages), 0, "", [gone.Code, gone.Name.Zh]));
    }

    public bool IsActive(string township) => places.Township(township) is { Active: true };

    /// <summary>Six digits: that of its townships.</summary>
    public bool IsCity(string code) => places.Townships.FirstOrDefault() is { } one && one.Code[..6] == code;

    /// <summary>Says so when the village is not there, or not on all those days.</summary>
    public void CheckVillage(SheetRow row, string column, string code, DateOnly from, DateOnly? to) =>
        Check(row, column, code, from, to, known, DirectorySheets.Villages);

    /// <inheritdoc cref="CheckVillage"/>
    public void CheckGrid(SheetRow row, string column, string code, DateOnly from, DateOnly? to) =>
        Check(row, column, code, from, to, knownGrids, DirectorySheets.Grids);

    private VillageRecord Village(SheetRow row)
    {
        var code = row.Digits("code", 12);
        if (code.Length > 0 && !IsActive(code[..9]))
            row.Fault(DirectoryFaultKind.UnknownReference, "code", code[..9]);
        var name = new Text(row.Text("name", LongestName), row.Text("name-en", LongestName));
        var others = row.Several("other-names", LongestList);
        var (from, to) = row.Days();
        var into = row.Digits("into", 12);
        if (into.Length > 0 && to is null)
            row.Fault(DirectoryFaultKind.Required, "to");
        return new(code, name, others, from, to, into.Length > 0 ? into : null);
    }

    // It has to go on when the other one ends; so nobody is led in a circle.
    private void CheckInto(SheetRow row, VillageRecord village)
    {
        if (!known.TryGetValue(village.Into!, out var next) || village.Into == village.Code)
            row.Fault(DirectoryFaultKind.UnknownReference, "into", village.Into!);
        else if (next is not null && village.To is { } last && !next.CoversDay(last.AddDays(1)))
            row.Fault(DirectoryFaultKind.OutsideItsDays, "into", village.Into!, Days(next));
    }

    private Grid Grid(SheetRow row)
    {
        var code = row.Digits("code", 15);
        var name = new Text(row.Text("name", LongestName), row.Text("name-en", LongestName));
        var kind = row.Choice("kind", DirectoryChoices.Kinds);
        var households = row.Count("households", MostHouseholds);
        var landmarks = row.Several("landmarks", LongestList);
        var (from, to) = row.Days();
        if (code.Length > 0)
            CheckVillage(row, "code", code[..12], from, to);
        return new(code, name, kind ?? GridKind.Rural, households, landmarks, from, to);
    }

    private void Check(SheetRow row, string column, string code, DateOnly from, DateOnly? to, Dictionary<string, IEffective?> there, DirectorySheet sheet)
    {
        if (!there.TryGetValue(code, out var days))
        {
            if (book.IsReadable(sheet))
                row.Fault(DirectoryFaultKind.UnknownReference, column, code);
        }
        else if (days is not null && !row.IsFaulty && (from < days.From || (days.To is { } last && (to is null || to > last))))
            row.Fault(DirectoryFaultKind.OutsideItsDays, column, code, Days(days));
    }

    private static string Days(IEffective days) => days.To is { } last ? $"{days.From:yyyy-MM-dd} – {last:yyyy-MM-dd}" : $"{days.From:yyyy-MM-dd} –";
}
