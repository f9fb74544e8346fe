using OneVisit.Bot.Pages;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.Statistics;

/// <summary>The page of figures, and the list of cases behind one.</summary>
internal sealed class StatisticsPages(SheetPages sheets)
{
    private static readonly string[] Kinds = ["", "open", "red", "yellow", "returned", "extra-refused", "more-visits", "badly-rated", "unqualified"];

    public IResult Show(HttpContext http, Language language, StatisticsView view, WatchList watch, OnceOnlyReading debt, string query) => sheets.Show(
        http, language, $"{sheets.Say(language, "statsTitle")} {view.PlaceName}", new StatisticsPage(new(sheets, language), view, watch, debt, query).Content(), StatusCodes.Status200OK, wide: true);

    public IResult Cases(HttpContext http, Language language, StatisticsCases cases)
    {
        var parts = new PageParts(sheets, language);
        string[] heads = ["statsCase", "statsItem", "statsPlace", "statsOutcome", "statsDays", "statsColour", "statsStage"];
        return sheets.Show(http, language, sheets.Say(language, "statsBehind"), Html.Of($"""
            <h1>{parts.Say("statsBehind")}</h1>
            <p><a href="{Back(http)}">{parts.Say("statsBack")}</a></p>
            <nav class="jump" aria-label="{parts.Say("statsKinds")}">{Html.Join(Kinds.Select(kind => Html.Of($"<a href=\"{Link(http, "kind", kind)}\"{Current(http, kind)}>{parts.Say("statsKind-" + kind)}</a>")))}</nav>
            {(cases.Cases.Count == 0 ? parts.Paragraph("statsNone") : parts.Table("statsBehind", heads, cases.Cases.Select(row => Row(row, parts))))}
            {(cases.Next is null ? Html.None : Html.Of($"<p><a href=\"{Link(http, "after", cases.Next)}\">{parts.Say("statsMore")}</a></p>"))}
            """), StatusCodes.Status200OK, wide: true);
    }

    private static Html Current(HttpContext http, string kind) => http.Request.Query["kind"].ToString() == kind ? new Html(" aria-current=\"true\"") : Html.None;

    private static Html[] Row(StatisticsCase row, PageParts parts) =>
    [
        parts.Case(row.CaseId), Html.Of($"{row.ItemName}"), Html.Of($"{row.Village ?? parts.Say("statsNotTold")}"), Html.Of($"{parts.Say("statsOutcome-" + row.Outcome)}"),
        row.Days is { } days ? Html.Of($"{parts.Say("statsDaysOf", days, row.Limit)}") : row.Outcome == "open" ? Html.None : Html.Of($"{parts.Say("statsNotTold")}"),
        row.Colour is { } colour ? Html.Of($"<span class=\"clock {colour}\">{parts.Say("statsColour-" + colour)}</span>") : Html.None, Html.Of($"{row.Stage ?? ""}"),
    ];

    // To the figures of the same month and place.
    private static string Back(HttpContext http) => "/statistics" + QueryString.Create(
        http.Request.Query.Where(pair => pair.Key is "month" or "item" or "point").Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value.ToString())));

    // The same question with one word changed.
    private static string Link(HttpContext http, string name, string value) => "/statistics/cases" + QueryString.Create(
        http.Request.Query.Where(pair => pair.Key is "month" or "item" or "point" or "kind" && pair.Key != name).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value.ToString()))
            .Append(new(name, value)).Where(pair => pair.Value is { Length: > 0 }));
}
