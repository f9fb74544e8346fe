using System.Globalization;
using OneVisit.Bot.Pages;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;

namespace OneVisit.Bot.Statistics;

/// <summary>The page of figures, part by part. Each rate stands with n, what was left out and who answered, or it does not stand there.</summary>
internal sealed class StatisticsPage(PageParts parts, StatisticsView view, WatchList watch, OnceOnlyReading debt, string query)
{
    public Html Content()
    {
        var sections = Sections().Where(section => section.Body != Html.None).ToArray();
        var before = PageParts.Month(view.To.AddMonths(-1));
        return Html.Of($"""
            <h1>{Say("statsTitle")} · {view.PlaceName}</h1>
            <p class="lead">{Say("statsPeriod", PageParts.Month(view.From), PageParts.Month(view.To))}{(view.ItemName is { } item ? Html.Of($" · {item}") : Html.None)}</p>
            <p class="quiet">{Say("statsAsOf", view.AsOf.ToOffset(BeijingTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))} {(view.CorrectedOn is { } day ? Say("statsCorrected", view.Corrected, parts.Day(day)) : Say("statsUncorrected"))}</p>
            {Filter()}
            <p class="no-print"><a class="tool" href="/statistics/export{query}">{Say("statsExcel")}</a> <a class="tool" href="/statistics/bulletin{query}">{Say("folderPdf")}</a> <a class="tool" href="/statistics/bulletin?month={before}{(view.Scope == "point" ? "&point=" + view.Place : "")}">{Say("statsBulletin", before)}</a> <button type="button" id="printPage" class="tool" hidden>{Say("folderPrint")}</button></p>
            <nav class="jump no-print" aria-label="{Say("statsParts")}">{Html.Join(sections.Select(section => Html.Of($"<a href=\"#h-{section.Id}\">{Say(section.Name)}</a>")))}</nav>
            {Html.Join(sections.Select(section => parts.Section(section.Id, section.Name, section.Body)))}
            <p class="quiet">{Say("statsRules")}</p>
            <script src="/charts/echarts.common.min.js" defer></script>
            <script src="/assets/statistics.js" type="module"></script>
            """);
    }

    private IEnumerable<(string Id, string Name, Html Body)> Sections()
    {
        var groups = new GroupsPart(parts, view);
        yield return ("states", "statsStates", States());
        // Said once, not part by part.
        var decided = view.Rates.Any(rate => rate.N > 0);
        yield return ("rates", "statsRates", decided ? parts.RateTable(view.Rates) : parts.Paragraph("statsNoneYet"));
        if (decided)
        {
            yield return ("duration", "statsDuration", new DurationPart(parts, view).Content());
            yield return ("stages", "statsStages", new StagesPart(parts, view).Content());
        }
        yield return ("months", "statsMonths", groups.Months());
        yield return ("places", "statsPlaces", groups.Places());
        yield return ("items", "statsItems", groups.Items());
        if (decided)
        {
            yield return ("visits", "statsVisits", new VisitsPart(parts, view).Content());
            yield return ("ratings", "statsRatings", new RatingsPart(parts, view).Content());
        }
        yield return ("debt", "statsDebt", new OnceOnlyPart(parts, PageParts.Period(view.From, view.To)).Section(debt));
        yield return ("watch", "statsWatch", new WatchPart(parts, watch).Content());
    }

    private Html Filter() => Html.Of($"""
        <form class="filter no-print" method="get" action="/statistics">
          <label>{Say("statsFrom")} <input type="month" name="from" value="{PageParts.Month(view.From)}" placeholder="2026-01"></label>
          <label>{Say("statsTo")} <input type="month" name="to" value="{PageParts.Month(view.To)}" placeholder="2026-12"></label>
          <label>{Say("statsItem")} <select name="item"><option value="">{Say("statsAll")}</option>{Html.Join(view.Items.Rows.Select(row => Option(row, view.Item)))}</select></label>
          {(view.Scope == "village" ? Html.None : view.Scope == "city" ? Html.Of($"<label>{Say("statsPlace")} <select name=\"point\"><option value=\"\">{Say("statsAll")}</option>{Html.Join(view.Places.Rows.Select(row => Option(row, null)))}</select></label>") : Html.Of($"<input type=\"hidden\" name=\"point\" value=\"{view.Place}\"><a href=\"/statistics\">{Say("statsAllIMaySee")}</a>"))}
          <button type="submit" class="tool">{Say("statsShow")}</button>
        </form>
        """);

    private static Html Option(GroupFigures row, string? chosen) =>
        row.Code == chosen ? Html.Of($"<option value=\"{row.Code}\" selected>{row.Name}</option>") : Html.Of($"<option value=\"{row.Code}\">{row.Name}</option>");

    private Html States() => Html.Of($"""
        {parts.Counts([
            Count("statsReceived", view.Received), Count("statsApproved", view.Approved), Count("statsRefused", view.Refused), Count("statsNotAccepted", view.NotAccepted), Count("statsOpen", view.Open),
            Count("statsOpenLate", view.OpenLate), Count("statsExtra", view.ExtraRequests), Count("statsRelatives", view.Relatives), Count("statsComplained", view.Complained),
        ])}
        <p class="quiet">{Say("statsStatesNote")}</p>
        """);

    private static (string Name, string Count) Count(string name, int count) => (name, count.ToString(CultureInfo.InvariantCulture));

    private string Say(string key, params object?[] facts) => parts.Say(key, facts);
}
