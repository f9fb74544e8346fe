using System.Globalization;
using OneVisit.Bot.Pages;
using OneVisit.Contracts;

namespace OneVisit.Bot.Statistics;

/// <summary>The same figures side by side, each row opening what is behind it.</summary>
internal sealed class GroupsPart(PageParts parts, StatisticsView view)
{
    private static readonly string[] Heads = ["statsName", "statsReceived", "statsDecided", "statsOnTime", "statsN", "statsMedian"];

    /// <summary>The rate by months, too: where it leads, with the band in which it lies.</summary>
    public Html Months() => Groups("months", view.Months, row => view.Scope == "city" ? Figures(item: view.Item, month: row.Code) : Cases(row.Code),
        [new ChartFigures.Rate(parts.Say("statsOnTimeBand"), parts.Say("statsHidden"), view.Months.Rows.Select(row => row.Name), [.. view.Months.Rows.Select(row => row.OnTime)])]);

    /// <summary>Of the city its points, of a point its villages, of a village nothing.</summary>
    public Html Places() => view.Scope == "village" ? Html.None : Groups("places", view.Places, row => view.Scope == "city" ? Figures(item: view.Item, point: row.Code) : null, []);

    public Html Items() => Groups("items", view.Items, row => row.Code == view.Item ? null : Figures(item: row.Code, point: view.Scope == "point" ? view.Place : null), []);

    private Html Groups(string id, StatisticsGroups groups, Func<GroupFigures, string?> link, IEnumerable<ChartFigures> more)
    {
        var caption = "stats" + char.ToUpperInvariant(id[0]) + id[1..];
        if (groups.Rows.Count == 0)
            return Html.None;
        var table = parts.Table(caption, Heads, groups.Rows.Select(row => Row(row, link(row))));
        // Nothing that was decided is nothing to draw.
        return groups.Rows.Any(row => row.Decided > 0)
            ? parts.Charts(id, [new ChartFigures.Bars(parts.Say("statsCases"), groups.Rows.Select(row => row.Name),
                new ChartSeries(parts.Say("statsReceived"), "--quiet", [.. groups.Rows.Select(row => row.Received)]),
                new ChartSeries(parts.Say("statsDecided"), "--blue", [.. groups.Rows.Select(row => row.Decided)])), .. more], table)
            : Html.Of($"{(groups.Rows.Any(row => row.Decided is null) ? parts.Paragraph("statsTooFew") : Html.None)}{table}");
    }

    private Html[] Row(GroupFigures row, string? link) =>
    [
        link is null ? Html.Of($"{row.Name}") : Html.Of($"<a href=\"{link}\">{row.Name}</a>"), Count(row.Received), Count(row.Decided),
        new RatePart(parts).Content(row.OnTime, hidden: row.Decided is null), Html.Of($"{(row.OnTime.Suppressed ? "" : row.OnTime.N.ToString(CultureInfo.InvariantCulture))}"),
        Html.Of($"{row.Median?.ToString(CultureInfo.InvariantCulture)}"),
    ];

    private Html Count(int? count) => Html.Of($"{(count is { } shown ? shown.ToString(CultureInfo.InvariantCulture) : parts.Say("statsHidden"))}");

    private string Figures(string? item = null, string? point = null, string? month = null) => "/statistics" + QueryString.Create(new Dictionary<string, string?>
    {
        ["from"] = month ?? PageParts.Month(view.From), ["to"] = month ?? PageParts.Month(view.To), ["item"] = item, ["point"] = point,
    }.Where(pair => pair.Value is not null));

    // The cases of a month are those of one point.
    private string Cases(string month) => "/statistics/cases" + QueryString.Create(new Dictionary<string, string?>
    {
        ["month"] = month, ["item"] = view.Item, ["point"] = view.Scope == "point" ? view.Place : null,
    }.Where(pair => pair.Value is not null));
}
