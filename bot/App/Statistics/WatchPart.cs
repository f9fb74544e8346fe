using OneVisit.Bot.Pages;
using OneVisit.Contracts;

namespace OneVisit.Bot.Statistics;

/// <summary>What needs a look.</summary>
internal sealed class WatchPart(PageParts parts, WatchList watch)
{
    public Html Content() => Html.Of($"""
        <h3>{parts.Say("statsDue", parts.Day(watch.DueThrough))}</h3>
        {(watch.Due.Count == 0 ? Nothing() : parts.Table("statsWatch", ["statsCase", "statsItem", "statsPlace", "statsDueOn", "statsStage"], watch.Due.Select(due => new[]
        {
            parts.Case(due.CaseId), Html.Of($"{due.ItemName}"), Html.Of($"{due.PointName}"),
            Html.Of($"<span class=\"clock {(due.Late ? "red" : "yellow")}\">{parts.Day(due.DueOn)} {parts.Say(due.Late ? "statsLate" : "statsSoon")}</span>"), Html.Of($"{due.Stage ?? ""}"),
        })))}
        {(watch.DueCut ? Html.Of($"<p class=\"quiet\">{parts.Say("statsDueCut", watch.Due.Count)}</p>") : Html.None)}
        {(watch.Trends is { } trends ? Trends(trends) : Html.None)}
        {(watch.Unreviewed is { } unreviewed ? Unreviewed(unreviewed) : Html.None)}
        """);

    private Html Trends(IReadOnlyList<TrendView> trends) => Html.Of($"""
        <h3>{parts.Say("statsTrends")}</h3>
        {(trends.Count == 0 ? Nothing() : parts.Table("statsTrends", ["statsPlace", "statsBefore", "statsN", "statsLastMonth", "statsN"], trends.Select(trend => new[]
        {
            Html.Of($"{trend.PointName}"), new RatePart(parts).Content(trend.Before), Html.Of($"{trend.Before.N}"), new RatePart(parts).Content(trend.Now), Html.Of($"{trend.Now.N}"),
        })))}
        <p class="quiet">{watch.TrendRule}</p>
        """);

    private Html Unreviewed(IReadOnlyList<UnreviewedDecider> unreviewed) => Html.Of($"""
        <h3>{parts.Say("statsUnreviewed")}</h3>
        {(unreviewed.Count == 0 ? Nothing() : parts.Table("statsUnreviewed", ["statsName", "statsPlace", "statsDecided"], unreviewed.Select(decider => new[]
        {
            Html.Of($"{decider.Name}"), Html.Of($"{decider.PointName}"), Html.Of($"{decider.Decided}"),
        })))}
        """);

    private Html Nothing() => parts.Paragraph("statsNobody");
}
