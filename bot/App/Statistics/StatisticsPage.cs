using System.Globalization;
using System.Text.Json;
using OneVisit.Bot.Pages;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;

namespace OneVisit.Bot.Statistics;

/// <summary>The parts of the page of figures. Each rate stands with n, what was left out and who answered, or it does not stand there.</summary>
internal sealed class StatisticsPage(SheetPages sheets, Language language, StatisticsView view, WatchList watch, string query)
{
    private readonly PageParts parts = new(sheets, language);

    public Html Content() => Html.Of($"""
        <h1>{Say("statsTitle")} · {view.PlaceName}</h1>
        <p class="lead">{Say("statsPeriod", PageParts.Month(view.From), PageParts.Month(view.To))}{(view.ItemName is { } item ? Html.Of($" · {item}") : Html.None)}</p>
        <p class="quiet">{Say("statsAsOf", view.AsOf.ToOffset(BeijingTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))} {(view.CorrectedOn is { } day ? Say("statsCorrected", view.Corrected, parts.Day(day)) : Say("statsUncorrected"))}</p>
        {Filter()}
        <p class="no-print"><a class="tool" href="/statistics/export{query}">{Say("statsExcel")}</a> <a class="tool" href="/statistics/bulletin{query}">{Say("folderPdf")}</a> <a class="tool" href="/statistics/bulletin?month={PageParts.Month(view.To.AddMonths(-1))}">{Say("statsBulletin", PageParts.Month(view.To.AddMonths(-1)))}</a> <button type="button" id="printPage" class="tool" hidden>{Say("folderPrint")}</button></p>
        {Section("states", "statsStates", States())}
        {Section("rates", "statsRates", RateTable())}
        {Section("duration", "statsDuration", new DurationPart(parts, view).Content())}
        {Section("stages", "statsStages", Stages())}
        {Section("months", "statsMonths", Groups("months", view.Months, true))}
        {(view.Places.Rows.Count == 0 ? Html.None : Section("places", "statsPlaces", Groups("places", view.Places, false)))}
        {Section("items", "statsItems", Groups("items", view.Items, false))}
        {Section("visits", "statsVisits", Visits())}
        {Section("watch", "statsWatch", new WatchPart(parts, watch).Content())}
        <p class="quiet">{Say("statsRules")}</p>
        <script src="/charts/echarts.common.min.js" defer></script>
        <script src="/assets/statistics.js" type="module"></script>
        """);

    private Html Filter() => Html.Of($"""
        <form class="filter no-print" method="get" action="/statistics">
          <label>{Say("statsFrom")} <input type="month" name="from" value="{PageParts.Month(view.From)}" placeholder="2026-01"></label>
          <label>{Say("statsTo")} <input type="month" name="to" value="{PageParts.Month(view.To)}" placeholder="2026-12"></label>
          <label>{Say("statsItem")} <select name="item"><option value="">{Say("statsAll")}</option>{Html.Join(view.Items.Rows.Select(row => Option(row, view.Item)))}</select></label>
          {(view.Scope == "village" ? Html.None : view.Scope == "city" ? Html.Of($"<label>{Say("statsPlace")} <select name=\"point\"><option value=\"\">{Say("statsAll")}</option>{Html.Join(view.Places.Rows.Select(row => Option(row, null)))}</select></label>") : Html.Of($"<a href=\"/statistics\">{Say("statsAllIMaySee")}</a>"))}
          <button type="submit" class="tool">{Say("statsShow")}</button>
        </form>
        """);

    private static Html Option(GroupFigures row, string? chosen) =>
        row.Code == chosen ? Html.Of($"<option value=\"{row.Code}\" selected>{row.Name}</option>") : Html.Of($"<option value=\"{row.Code}\">{row.Name}</option>");

    private Html Section(string id, string name, Html body) => parts.Section(id, name, body);

    private Html States() => Html.Of($"""
        <dl class="facts">
          {Fact("statsReceived", view.Received)}{Fact("statsApproved", view.Approved)}{Fact("statsRefused", view.Refused)}{Fact("statsNotAccepted", view.NotAccepted)}
          {Fact("statsOpen", view.Open)}{Fact("statsOpenLate", view.OpenLate)}{Fact("statsExtra", view.ExtraRequests)}{Fact("statsRelatives", view.Relatives)}{Fact("statsComplained", view.Complained)}
          {(view.ReviewScore is { } score ? Html.Of($"<dt>{Say("statsScore")}</dt><dd>{score.ToString("0.0", CultureInfo.InvariantCulture)}</dd>") : Html.None)}
        </dl>
        <p class="quiet">{Say("statsStatesNote")}</p>
        """);

    private Html Fact(string name, int value) => Html.Of($"<dt>{Say(name)}</dt><dd>{value}</dd>");

    private Html RateTable() => Html.Of($"""
        {parts.Table("statsRates", ["statsRate", "statsPercent", "statsN", "statsExcluded", "statsResponse"], view.Rates.Select(rate => new[]
        {
            Html.Of($"{rate.Title}"), new RatePart(parts).Content(rate), Html.Of($"{rate.N}"),
            Html.Of($"{(rate.Excluded.Count == 0 ? Say("statsNothing") : string.Join(Say("listSeparator"), rate.Excluded.Select(left => $"{left.Title} {left.Cases}")))}"),
            Html.Of($"{(rate.Response is null ? Say("statsNobodyAsked") : Say("statsResponseOf", PageParts.Percent(rate.Response), rate.Asked))}"),
        }))}
        """);

    private Html Stages() => view.Stages.Count == 0
        ? Html.Of($"<p>{Say("statsTooFew")}</p>")
        : parts.Table("statsStages", ["statsStage", "statsCasesThrough", "statsMeanDays", "statsYellowBy", "statsRedBy"], view.Stages.Select(stage => new[]
        {
            Html.Of($"{stage.Name}"), Html.Of($"{stage.Cases}"), Html.Of($"{stage.MeanDays.ToString("0.0", CultureInfo.InvariantCulture)}"), Html.Of($"{stage.Yellow}"), Html.Of($"{stage.Red}"),
        }));

    private Html Groups(string id, StatisticsGroups groups, bool months) => groups.Rows.Count == 0
        ? Html.Of($"<p>{Say("statsNone")}</p>")
        : parts.Chart(id, Figures(groups), parts.Table("stats" + char.ToUpperInvariant(id[0]) + id[1..], ["statsName", "statsDecided", "statsOnTime", "statsN", "statsMedian"], groups.Rows.Select(row => new[]
        {
            months ? Html.Of($"<a href=\"{Cases(row.Code)}\">{row.Name}</a>") : Html.Of($"{row.Name}"),
            Html.Of($"{(row.Decided is { } decided ? decided.ToString(CultureInfo.InvariantCulture) : Say("statsHidden"))}"), new RatePart(parts).Content(row.OnTime),
            Html.Of($"{(row.OnTime.Suppressed ? "" : row.OnTime.N.ToString(CultureInfo.InvariantCulture))}"), Html.Of($"{row.Median?.ToString(CultureInfo.InvariantCulture)}"),
        })));

    // The cases of a month are those of one point.
    private string Cases(string month) => view.Scope == "city" ? $"/statistics?month={month}" : $"/statistics/cases?month={month}{(view.Scope == "point" ? "&point=" + view.Place : "")}";

    private string Figures(StatisticsGroups groups) => JsonSerializer.Serialize(
        new
        {
            names = groups.Rows.Select(row => row.Name), values = groups.Rows.Select(row => row.Decided), title = Say("statsDecided"),
            rates = groups.Rows.Select(row => row.OnTime.Percent), low = groups.Rows.Select(row => row.OnTime.Low), high = groups.Rows.Select(row => row.OnTime.High), rateTitle = Say("statsOnTime"),
        },
        Wire.Json);

    private Html Visits() => Html.Of($"""
        <dl class="facts">{Fact("statsVisits0", view.Visits.None)}{Fact("statsVisits1", view.Visits.Once)}{Fact("statsVisitsMore", view.Visits.More)}</dl>
        {(view.Visits.Causes.Count == 0 ? Html.None : Html.Of($"<h3>{Say("statsCauses")}</h3><ul>{Html.Join(view.Visits.Causes.Select(cause => Html.Of($"<li>{cause.Title} {cause.Cases}</li>")))}</ul>"))}
        """);

    private string Say(string key, params object?[] facts) => parts.Say(key, facts);
}
