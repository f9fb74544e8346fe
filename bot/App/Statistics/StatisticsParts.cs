using System.Globalization;
using System.Text.Json;
using OneVisit.Bot.Pages;
using OneVisit.Contracts;

namespace OneVisit.Bot.Statistics;

/// <summary>A rate with how far it is certain: the number, the interval in words, and the interval drawn on a line from nothing to all.</summary>
internal sealed class RatePart(PageParts parts)
{
    public Html Content(RateView rate) => rate is { Suppressed: false, Percent: { } percent, Low: { } low, High: { } high }
        ? Html.Of($"""
            <b>{PageParts.Percent(percent)}</b> <span class="quiet">{parts.Say("statsInterval", PageParts.Percent(low), PageParts.Percent(high))}</span>
            <svg class="interval" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="all" x="0" y="4" width="100" height="2"/><rect class="likely" x="{Number(low)}" y="2" width="{Number(Math.Max(high - low, 0.5))}" height="6"/><rect class="found" x="{Number(Math.Min(percent, 99))}" y="0" width="1" height="10"/></svg>
            """)
        : Html.Of($"{parts.Say(rate.Suppressed ? "statsHidden" : "statsNone")}");

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>How long cases took, against the limits.</summary>
internal sealed class DurationPart(PageParts parts, StatisticsView view)
{
    public Html Content() => view.Duration switch
    {
        null => Html.Of($"<p>{parts.Say("statsNone")}</p>"),
        { Median: null } => Html.Of($"<p>{parts.Say("statsTooFew")}</p>"),
        { } duration => Html.Of($"""
            <p>{parts.Say("statsQuantiles", duration.N, duration.Median, duration.P90, duration.Fastest, duration.Slowest)}</p>
            {parts.Chart("days", Figures(duration), parts.Table("statsDuration", ["statsDaysTook", "statsCases"], duration.Days.Select(bar => new[] { Html.Of($"{bar.First}–{bar.Last}"), Html.Of($"{bar.Cases}") })))}
            {parts.Table("statsWithin", ["statsLimit", "statsCases", "statsPercent"], duration.Within.Select(within => new[] { Html.Of($"{within.Title}"), Html.Of($"{within.Cases}"), Html.Of($"{PageParts.Percent(within.Percent)}") }))}
            """),
    };

    private string Figures(DurationView duration) => JsonSerializer.Serialize(
        new { names = duration.Days.Select(bar => $"{bar.First}–{bar.Last}"), values = duration.Days.Select(bar => bar.Cases), title = parts.Say("statsCases") }, Wire.Json);
}

/// <summary>What needs a look.</summary>
internal sealed class WatchPart(PageParts parts, WatchList watch)
{
    public Html Content() => Html.Of($"""
        <h3>{parts.Say("statsDue", parts.Day(watch.DueThrough))}</h3>
        {(watch.Due.Count == 0 ? Nothing() : parts.Table("statsWatch", ["statsCase", "statsItem", "statsPlace", "statsDueOn", "statsStage"], watch.Due.Select(due => new[]
        {
            due.CaseId is { } id ? Html.Of($"<a href=\"/folder/{id}\">{id}</a>") : Html.Of($"{parts.Say("statsNotTold")}"), Html.Of($"{due.ItemName}"), Html.Of($"{due.PointName}"),
            Html.Of($"<span class=\"clock {(due.Late ? "red" : "yellow")}\">{parts.Day(due.DueOn)} {parts.Say(due.Late ? "statsLate" : "statsSoon")}</span>"), Html.Of($"{due.Stage ?? ""}"),
        })))}
        {(watch.DueCut ? Html.Of($"<p class=\"quiet\">{parts.Say("statsDueCut", watch.Due.Count)}</p>") : Html.None)}
        <h3>{parts.Say("statsTrends")}</h3>
        {(watch.Trends.Count == 0 ? Nothing() : parts.Table("statsTrends", ["statsPlace", "statsBefore", "statsN", "statsLastMonth", "statsN"], watch.Trends.Select(trend => new[]
        {
            Html.Of($"{trend.PointName}"), new RatePart(parts).Content(trend.Before), Html.Of($"{trend.Before.N}"), new RatePart(parts).Content(trend.Now), Html.Of($"{trend.Now.N}"),
        })))}
        <p class="quiet">{watch.TrendRule}</p>
        <h3>{parts.Say("statsUnreviewed")}</h3>
        {(watch.Unreviewed.Count == 0 ? Nothing() : parts.Table("statsUnreviewed", ["statsName", "statsPlace", "statsDecided"], watch.Unreviewed.Select(decider => new[]
        {
            Html.Of($"{decider.Name}"), Html.Of($"{decider.PointName}"), Html.Of($"{decider.Decided}"),
        })))}
        """);

    private Html Nothing() => Html.Of($"<p>{parts.Say("statsNobody")}</p>");
}
