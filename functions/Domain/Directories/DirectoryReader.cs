using System.Collections.Immutable;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Places;

namespace OneVisit.Domain.Directories;

/// <summary>Reads the tables of a directory and checks them as a whole: every row, everything that is wrong at once.</summary>
public static class DirectoryReader
{
    private const int LongestNumber = 60;

    /// <param name="before">
    /// The edition that these tables change: it keeps the ID numbers that are not written, and the sheets that are not handed in. <c>null</c>: there is none.
    /// </param>
    /// <param name="places">Of the catalogue: the townships, and villages that are not in any sheet.</param>
    /// <param name="today">In Beijing.</param>
    public static DirectoryReading Read(DirectoryTables tables, DirectoryEdition? before, Gazetteer places, LookupHash lookup, DateOnly today)
    {
        var faults = new FaultList();
        var book = new SheetBook(tables, before, faults);
        var there = new PlaceSheets(book, places);
        there.CheckGone(before, today);
        var people = new PeopleSheets(book, there, before, lookup, today).Read();
        var points = Points(book, there);
        return faults.Any
            ? faults.AsReading(tables)
            : new DirectoryReading.Good(new DirectoryEdition(there.Villages, there.Grids, people, points).Ordered(), book.Kept);
    }

    /// <summary>Whether any row of people has something in its column of the ID number: only then does the key count with which it is hashed.</summary>
    public static bool HasIdNumbers(DirectoryTables tables)
    {
        var column = DirectorySheets.People.Columns.First(known => known.Key == "id-number");
        return tables.Sheets.Any(table => Enumerable.Range(0, table.Headings.Length)
            .Where(at => SheetText.IsSame(table.Headings[at], column.Heading.Zh) || SheetText.IsSame(table.Headings[at], column.Heading.En) || SheetText.IsSame(table.Headings[at], column.Key))
            .Any(at => table.Rows.Any(row => at < row.Cells.Length && SheetText.Of(row.Cells[at]).Length > 0)));
    }

    private static ImmutableArray<PointRecord> Points(SheetBook book, PlaceSheets places)
    {
        var rows = book.Rows(DirectorySheets.Points).Select(row => (Row: row, Point: Point(row, places))).ToArray();
        Overlaps.Tell(rows.Where(read => !read.Row.IsFaulty).Select(read => (read.Row, read.Point.Township, (IEffective)read.Point)), "township");
        return [.. rows.Select(read => read.Point)];
    }

    private static PointRecord Point(SheetRow row, PlaceSheets places)
    {
        var township = row.Digits("township", 9);
        if (township.Length > 0 && !places.IsActive(township))
            row.Fault(DirectoryFaultKind.UnknownReference, "township", township);
        var (seal, agreement) = (row.Text("seal", LongestNumber), row.OrNull("agreement", LongestNumber));
        var (signed, until) = (row.Day("signed"), row.Day("agreement-until"));
        if (until < signed)
            row.Fault(DirectoryFaultKind.WrongPeriod, "agreement-until");
        if (agreement is not null && signed is null && !row.IsFaulty)
            row.Fault(DirectoryFaultKind.Required, "signed");
        if (agreement is null && (signed ?? until) is not null)
            row.Fault(DirectoryFaultKind.Required, "agreement");
        var (from, to) = row.Days();
        return new(township, seal, agreement, signed, until, from, to);
    }
}
