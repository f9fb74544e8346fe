using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Supervision;

/// <summary>The first authority matrices of a city as one sheet, a line of a point in each row: what the bureau delegates before anybody works with it.</summary>
public static class AuthoritySheet
{
    public static DirectorySheet Sheet { get; } = new("authority", new("授权", "Authority"),
    [
        new("point", new("服务点代码", "Point code")), new("item", new("事项代码", "Item code")), new("holder", new("授权给", "Holder")),
        new("up-to", new("最高金额（元）", "Up to (yuan)"), Required: false), new("seal", new("专用章编号", "Seal number")), new("in-name-of", new("以谁的名义", "In the name of")),
        new("from", new("起始日", "From"), Required: false), new("to", new("截止日", "To"), Required: false),
    ]);

    private static DirectoryChoices<Role> Holders { get; } = DirectoryChoices.Only(Role.ChiefRepresentative, Role.DeputyRepresentative);

    /// <summary>Checks every row, and tells everything that is wrong at once.</summary>
    /// <param name="isDelegated">Whether a service with that code leaves its decision to points.</param>
    /// <param name="today">In Beijing. First day of a line that names none; what is past is not delegated afterwards.</param>
    public static AuthorityReading Read(DirectoryTables tables, Gazetteer places, Func<string, bool> isDelegated, DateOnly today)
    {
        var faults = new FaultList();
        foreach (var other in tables.Sheets.Skip(1))
            faults.Add(new(DirectoryFaultKind.UnknownSheet, SheetRow.Shown(other.Name), 0, "", []));
        var columns = new SheetColumns(Sheet, tables.Sheets[0], faults);
        var rows = columns.IsWhole ? columns.Rows(faults).Select(row => (Row: row, Line: Line(row, places, isDelegated, today))).ToArray() : [];
        Overlaps.Tell(rows.Where(read => !read.Row.IsFaulty).Select(read => (read.Row, (read.Line.Point, read.Line.Grant.Item, read.Line.Grant.Holder), (IEffective)read.Line)), "holder");
        foreach (var (row, _) in rows.Where(read => !read.Row.IsFaulty).GroupBy(read => read.Line.Point).SelectMany(point => point.Skip(AuthorityChanges.MostLines)))
            row.Fault(DirectoryFaultKind.TooLarge, "point", AuthorityChanges.MostLines.ToString(CultureInfo.InvariantCulture));
        return faults.Any
            ? new AuthorityReading.Faulty(faults.AsReading(tables))
            : new AuthorityReading.Good([.. rows.GroupBy(read => read.Line.Point).Select(point => (point.Key, point.Select(read => read.Line.Grant).ToImmutableArray()))]);
    }

    /// <summary>What <see cref="Read"/> reads again as the same lines; a first day is left to the day on which they are read.</summary>
    public static DirectoryTables Write(IEnumerable<(string Point, AuthorityGrant Grant)> lines, Language language) => new(
    [
        new(Sheet.Name.In(language), [.. Sheet.Columns.Select(column => column.Heading.In(language))],
            [.. lines.Select((line, at) => new DirectoryRow(at + 2,
            [
                Offices.PlaceOf(line.Point), line.Grant.Item, DirectoryChoices.Posts.WordOf(line.Grant.Holder).In(language), line.Grant.UpTo?.ToString() ?? "", line.Grant.Seal, line.Grant.DecisionName, "",
                line.Grant.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            ]))]),
    ]);

    private static AuthorityRow Line(SheetRow row, Gazetteer places, Func<string, bool> isDelegated, DateOnly today)
    {
        var point = row.Digits("point", 9);
        if (point.Length > 0 && places.Township(point) is not { Active: true })
            row.Fault(DirectoryFaultKind.UnknownReference, "point", point);
        var item = row.Text("item", 20);
        if (item.Length > 0 && !isDelegated(item))
            row.Fault(DirectoryFaultKind.UnknownReference, "item", SheetRow.Shown(item));
        var holder = row.Choice("holder", Holders);
        var most = Amount(row);
        var (seal, name) = (row.Text("seal", AuthorityChanges.SealLongest), row.Text("in-name-of", AuthorityChanges.NameLongest));
        var (from, to) = (row.Day("from") ?? today, row.Day("to"));
        if (from < today || to < from)
            row.Fault(DirectoryFaultKind.WrongPeriod, from < today ? "from" : "to");
        return new(Offices.Id(OfficeLevel.Township, point), new(item, holder ?? default, from, seal, name, most, to));
    }

    private static Money? Amount(SheetRow row)
    {
        var text = row.Text("up-to", 20);
        if (text.Length == 0)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var yuan) && yuan <= Limits.MonthlyAmount && decimal.Round(yuan, 2) == yuan)
            return new Money(yuan);
        row.Fault(DirectoryFaultKind.NotANumber, "up-to", SheetRow.Shown(text));
        return null;
    }

    private sealed record AuthorityRow(string Point, AuthorityGrant Grant) : IEffective
    {
        public DateOnly From => Grant.From;

        public DateOnly? To => Grant.To;
    }
}

/// <summary>What came of reading a sheet of authority: all of it, or nothing and every reason why.</summary>
public abstract record AuthorityReading
{
    /// <param name="Points">For example <c>township/370982103</c>, each with its lines.</param>
    public sealed record Good(ImmutableArray<(string Point, ImmutableArray<AuthorityGrant> Lines)> Points) : AuthorityReading;

    public sealed record Faulty(DirectoryReading.Faulty Faults) : AuthorityReading;

    private AuthorityReading() { }
}
