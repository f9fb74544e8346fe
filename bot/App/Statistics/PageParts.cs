using System.Globalization;
using System.Text.Json;
using OneVisit.Bot.Pages;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.Statistics;

/// <summary>What pages of figures are put together from.</summary>
internal sealed class PageParts(SheetPages sheets, Language language)
{
    public string Say(string key, params object?[] facts) => sheets.Say(language, key, facts);

    public Html Paragraph(string key, params object?[] facts) => Html.Of($"<p>{Say(key, facts)}</p>");

    public Html Section(string id, string name, Html body) => Html.Of($"<section aria-labelledby=\"h-{id}\"><h2 id=\"h-{id}\">{Say(name)}</h2>{body}</section>");

    /// <summary>Counts beside each other, each under what it counts.</summary>
    public Html Counts(params IEnumerable<(string Name, string Count)> counts) =>
        Html.Of($"<dl class=\"counts\">{Html.Join(counts.Select(count => Html.Of($"<div><dt>{Say(count.Name)}</dt><dd>{count.Count}</dd></div>")))}</dl>");

    // On a phone each row stands by itself, with the name of its column before each value.
    public Html Table(string caption, string[] heads, IEnumerable<Html[]> rows) => Html.Of($"""
        <table class="rows"><caption class="unseen">{Say(caption)}</caption>
        <thead><tr>{Html.Join(heads.Select(head => Html.Of($"<th scope=\"col\">{Say(head)}</th>")))}</tr></thead>
        <tbody>{Html.Join(rows.Select(row => Html.Of($"<tr>{Html.Join(row.Select((cell, index) => Html.Of($"<td data-name=\"{Say(heads[index])}\">{cell}</td>")))}</tr>")))}</tbody></table>
        """);

    /// <summary>A rate with all it rests on but who answered.</summary>
    public Html[] RateRow(RateView rate) =>
    [
        Html.Of($"{rate.Title}"), new RatePart(this).Content(rate), Html.Of($"{rate.N}"),
        Html.Of($"{(rate.Excluded.Count == 0 ? Say("statsNothing") : string.Join(Say("listSeparator"), rate.Excluded.Select(left => $"{left.Title} {left.Cases}")))}"),
    ];

    /// <summary>Rates of cases with all they rest on.</summary>
    public Html RateTable(IEnumerable<RateView> rates) => Table("statsRates", ["statsRate", "statsPercent", "statsN", "statsExcluded", "statsResponse"], rates.Select(rate => (Html[])
    [
        .. RateRow(rate), Html.Of($"{(rate.Response is null ? Say("statsNobodyAsked") : Say("statsResponseOf", Percent(rate.Response), rate.Asked))}"),
    ]));

    /// <summary>Charts, where there is a script to draw them, and always the table of the same numbers. Where there is nothing to draw, the table alone.</summary>
    public Html Charts(string id, IEnumerable<ChartFigures> charts, Html table)
    {
        var drawn = charts.Where(chart => chart.HasAnything).Select((chart, place) => Html.Of(
            $"<div class=\"chart\" id=\"chart-{id}-{place}\" data-figures=\"{JsonSerializer.Serialize(chart, chart.GetType(), Wire.Json)}\" aria-hidden=\"true\" hidden></div>")).ToArray();
        return drawn.Length == 0 ? table : Html.Of($"<figure class=\"figure\">{Html.Join(drawn)}<details open><summary>{Say("statsTable")}</summary>{table}</details></figure>");
    }

    /// <summary>A case, opened by its number for who may know it.</summary>
    public Html Case(string? caseId) => caseId is { } id ? Html.Of($"<a href=\"/folder/{id}\">{id}</a>") : Html.Of($"{Say("statsNotTold")}");

    public string Day(DateOnly day) => SheetPages.Day(language, day);

    public string MonthInWords(DateOnly month) => language == Language.English ? month.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en")) : month.ToString("yyyy 年 M 月", CultureInfo.InvariantCulture);

    public static string Of(int count, int all) => string.Create(CultureInfo.InvariantCulture, $"{count} / {all}");

    public static string Percent(double? percent) => percent is { } value ? value.ToString("0.0", CultureInfo.InvariantCulture) + "%" : "";

    public static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Months as a query.</summary>
    public static string Period(DateOnly from, DateOnly to) => $"?from={Month(from)}&to={Month(to)}";
}
