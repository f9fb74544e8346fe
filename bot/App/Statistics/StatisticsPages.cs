using System.Globalization;
using OneVisit.Bot.Pages;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.Statistics;

/// <summary>The page of figures, and the list of cases behind one.</summary>
internal sealed class StatisticsPages(SheetPages sheets)
{
    private static readonly string[] Kinds = ["", "open", "red", "yellow", "returned", "extra-refused", "more-visits", "badly-rated", "unqualified"];

    public IResult Show(HttpContext http, Language language, StatisticsView view, WatchList watch, string query) => sheets.Show(
        http, language, $"{sheets.Say(language, "statsTitle")} {view.PlaceName}", new StatisticsPage(sheets, language, view, watch, query).Content(), StatusCodes.Status200OK, wide: true);

    public IResult Cases(HttpContext http, Language language, StatisticsCases cases)
    {
        var parts = new PageParts(sheets, language);
        string[] heads = ["statsCase", "statsItem", "statsPlace", "statsOutcome", "statsDays", "statsColour", "statsStage"];
        return sheets.Show(http, language, sheets.Say(language, "statsBehind"), Html.Of($"""
            <h1>{parts.Say("statsBehind")}</h1>
            <p><a href="/statistics">{parts.Say("statsBack")}</a></p>
            <nav class="jump" aria-label="{parts.Say("statsKinds")}">{Html.Join(Kinds.Select(kind => Html.Of($"<a href=\"{Link(http, "kind", kind)}\">{parts.Say("statsKind-" + kind)}</a>")))}</nav>
            {(cases.Cases.Count == 0 ? Html.Of($"<p>{parts.Say("statsNone")}</p>") : parts.Table("statsBehind", heads, cases.Cases.Select(row => Row(row, parts))))}
            {(cases.Next is null ? Html.None : Html.Of($"<p><a href=\"{Link(http, "after", cases.Next)}\">{parts.Say("statsMore")}</a></p>"))}
            """), StatusCodes.Status200OK, wide: true);
    }

    private static Html[] Row(StatisticsCase row, PageParts parts) =>
    [
        row.CaseId is { } id ? Html.Of($"<a href=\"/folder/{id}\">{id}</a>") : Html.Of($"{parts.Say("statsNotTold")}"),
        Html.Of($"{row.ItemName}"), Html.Of($"{row.Village ?? parts.Say("statsNotTold")}"), Html.Of($"{parts.Say("statsOutcome-" + row.Outcome)}"),
        row.Days is { } days ? Html.Of($"{parts.Say("statsDaysOf", days, row.Limit)}") : Html.Of($"{parts.Say("statsNotTold")}"),
        row.Colour is { } colour ? Html.Of($"<span class=\"clock {colour}\">{parts.Say("statsColour-" + colour)}</span>") : Html.None, Html.Of($"{row.Stage ?? ""}"),
    ];

    // The same question with one word changed.
    private static string Link(HttpContext http, string name, string value) => "/statistics/cases" + QueryString.Create(
        http.Request.Query.Where(pair => pair.Key is "month" or "item" or "point" or "kind" && pair.Key != name).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value.ToString()))
            .Append(new(name, value)).Where(pair => pair.Value is { Length: > 0 }));
}

/// <summary>What pages of figures are put together from.</summary>
internal sealed class PageParts(SheetPages sheets, Language language)
{
    public string Say(string key, params object?[] facts) => sheets.Say(language, key, facts);

    public Html Section(string id, string name, Html body) => Html.Of($"<section aria-labelledby=\"h-{id}\"><h2 id=\"h-{id}\">{Say(name)}</h2>{body}</section>");

    // On a phone each row stands by itself, with the name of its column before each value.
    public Html Table(string caption, string[] heads, IEnumerable<Html[]> rows) => Html.Of($"""
        <table class="rows"><caption class="unseen">{Say(caption)}</caption>
        <thead><tr>{Html.Join(heads.Select(head => Html.Of($"<th scope=\"col\">{Say(head)}</th>")))}</tr></thead>
        <tbody>{Html.Join(rows.Select(row => Html.Of($"<tr>{Html.Join(row.Select((cell, index) => Html.Of($"<td data-name=\"{Say(heads[index])}\">{cell}</td>")))}</tr>")))}</tbody></table>
        """);

    /// <summary>A chart, where there is a script to draw it, and always the table of the same numbers.</summary>
    /// <param name="figures">What the script draws, as JSON.</param>
    public Html Chart(string id, string figures, Html table) => Html.Of($"""
        <figure class="figure"><div class="chart" id="chart-{id}" data-figures="{figures}" aria-hidden="true" hidden></div>
        <details open><summary>{Say("statsTable")}</summary>{table}</details></figure>
        """);

    public string Day(DateOnly day) => SheetPages.Day(language, day);

    public static string Percent(double? percent) => percent is { } value ? value.ToString("0.0", CultureInfo.InvariantCulture) + "%" : "";

    public static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
