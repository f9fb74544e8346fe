using System.Globalization;
using OneVisit.Bot.Pages;
using OneVisit.Contracts;

namespace OneVisit.Bot.Statistics;

/// <summary>A rate with how far it is certain: the number, the interval in words, and the interval drawn on a line from nothing to all.</summary>
internal sealed class RatePart(PageParts parts)
{
    /// <param name="hidden">Its n is not told either.</param>
    public Html Content(RateView rate, bool hidden = false) => rate is { Suppressed: false, Percent: { } percent, Low: { } low, High: { } high }
        ? Content(percent, low, high)
        : Html.Of($"{parts.Say(rate.N == 0 && !hidden ? "statsNotYet" : "statsHidden")}");

    public Html Content(double percent, double low, double high) => Html.Of($"""
        <b>{PageParts.Percent(percent)}</b> <span class="quiet">{parts.Say("statsInterval", PageParts.Percent(low), PageParts.Percent(high))}</span>
        <svg class="interval" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="all" x="0" y="4" width="100" height="2"/><rect class="likely" x="{Number(low)}" y="2" width="{Number(Math.Max(high - low, 0.5))}" height="6"/><rect class="found" x="{Number(Math.Min(percent, 99))}" y="0" width="1" height="10"/></svg>
        """);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>How long cases took, against the limits.</summary>
internal sealed class DurationPart(PageParts parts, StatisticsView view)
{
    public Html Content() => view.Duration switch
    {
        null => parts.Paragraph("statsNoneYet"),
        { Median: null } => parts.Paragraph("statsTooFew"),
        { } duration => Html.Of($"""
            <p>{parts.Say("statsQuantiles", duration.N, duration.Median, duration.P90, duration.Fastest, duration.Slowest)}</p>
            {parts.Table("statsWithin", ["statsLimit", "statsCases", "statsPercent"], duration.Within.Select(within => new[] { Html.Of($"{within.Title}"), Html.Of($"{PageParts.Of(within.Cases, duration.N)}"), new RatePart(parts).Content(within.Percent, within.Low, within.High) }))}
            {parts.Charts("days", [Figures(duration)], parts.Table("statsDuration", ["statsDaysTook", "statsCases"], duration.Days.Select(bar => new[] { Html.Of($"{bar.First}–{bar.Last}"), Html.Of($"{bar.Cases}") })))}
            """),
    };

    private ChartFigures Figures(DurationView duration) => new ChartFigures.Days(
        parts.Say("statsCases"), parts.Say("statsDaysTook"), duration.Days.Select(bar => new[] { bar.First, bar.Last }), duration.Within.Select(within => within.WorkingDays),
        new ChartSeries(parts.Say("statsCases"), "--blue", [.. duration.Days.Select(bar => (int?)bar.Cases)]));
}

/// <summary>On time, near the limit, late, and the step because of which.</summary>
internal sealed class StagesPart(PageParts parts, StatisticsView view)
{
    public Html Content() => view.Colours is { Green: 0, Yellow: 0, Red: 0 } && view.OpenLate == 0
        ? parts.Paragraph("statsNoneYet")
        : Html.Of($"""
            <p>{parts.Say("statsColours", view.Colours.Green + view.Colours.Yellow, view.Colours.Yellow, view.Colours.Red, view.OpenLate)}</p>
            {(view.Stages.Count == 0 ? parts.Paragraph("statsTooFew") : parts.Charts("stages", [Figures()], Table()))}
            <p class="quiet">{parts.Say("statsStagesNote")}</p>
            """);

    private ChartFigures Figures() => new ChartFigures.Bars(
        parts.Say("statsCases"), view.Stages.Select(stage => stage.Name),
        new ChartSeries(parts.Say("statsYellowBy"), "--amber", [.. view.Stages.Select(stage => (int?)stage.Yellow)]), new ChartSeries(parts.Say("statsRedBy"), "--red", [.. view.Stages.Select(stage => (int?)stage.Red)]))
    {
        Stacked = true,
    };

    private Html Table() => parts.Table("statsStages", ["statsStage", "statsCasesThrough", "statsMeanDays", "statsYellowBy", "statsRedBy"], view.Stages.Select(stage => new[]
    {
        Html.Of($"{stage.Name}"), Html.Of($"{stage.Cases}"), Html.Of($"{stage.MeanDays.ToString("0.0", CultureInfo.InvariantCulture)}"), Html.Of($"{stage.Yellow}"), Html.Of($"{stage.Red}"),
    }));
}

/// <summary>How often households had to come, and why again.</summary>
internal sealed class VisitsPart(PageParts parts, StatisticsView view)
{
    public Html Content() => view.Visits is var visits && visits.None + visits.Once + visits.More is var all and > 0
        ? Html.Of($"""
            {parts.Counts([("statsVisits0", PageParts.Of(visits.None, all)), ("statsVisits1", PageParts.Of(visits.Once, all)), ("statsVisitsMore", PageParts.Of(visits.More, all))])}
            {(visits.Causes.Count == 0 ? Html.None : Html.Of($"<h3>{parts.Say("statsCauses")}</h3>{parts.Table("statsCauses", ["statsCause", "statsTimes"], visits.Causes.Select(cause => new[] { Html.Of($"{cause.Title}"), Html.Of($"{cause.Cases}") }))}"))}
            """)
        : parts.Paragraph("statsNoneYet");
}

/// <summary>How reviewed files were found, and how households rated.</summary>
internal sealed class RatingsPart(PageParts parts, StatisticsView view)
{
    public Html Content() => Html.Of($"""
        <h3>{parts.Say("statsReviews")}</h3>
        {Reviews(view.Reviews)}
        <h3>{parts.Say("statsStars")}</h3>
        {Stars()}
        """);

    private Html Reviews(ReviewFigures reviews) => reviews switch
    {
        { Reviewed: 0 } => parts.Paragraph("statsNotReviewed"),
        { Excellent: { } excellent, Qualified: { } qualified, Unqualified: { } failed } => parts.Counts([
            ("statsReviewed", PageParts.Of(reviews.Reviewed, view.Approved + view.Refused + view.NotAccepted)), ("statsScore", view.ReviewScore?.ToString("0.0", CultureInfo.InvariantCulture) ?? ""),
            ("statsExcellent", PageParts.Of(excellent, reviews.Reviewed)), ("statsQualified", PageParts.Of(qualified, reviews.Reviewed)), ("statsUnqualified", PageParts.Of(failed, reviews.Reviewed)),
        ]),
        _ => parts.Paragraph("statsTooFew"),
    };

    private Html Stars()
    {
        if (view.Rates.FirstOrDefault(rate => rate.Name == Domain.Statistics.Rates.Satisfied) is not { N: > 0 } satisfied)
            return parts.Paragraph("statsNotRated");
        if (view.Stars.Count == 0)
            return parts.Paragraph("statsTooFew");
        var all = view.Stars.Sum();
        var best = Enumerable.Range(1, view.Stars.Count).Reverse().Select(star => (Star: star, Count: view.Stars[star - 1])).ToArray();
        return Html.Of($"""
            <p>{parts.Say("statsRated", satisfied.N, satisfied.Asked)}</p>
            {parts.Charts("stars", [new ChartFigures.Bars(parts.Say("statsCases"), best.Select(row => parts.Say("statsStar", row.Star)), new ChartSeries(parts.Say("statsCases"), "--blue", [.. best.Select(row => (int?)row.Count)]))],
                parts.Table("statsStars", ["statsName", "statsCases"], best.Select(row => new[] { Html.Of($"{parts.Say("statsStar", row.Star)}"), Html.Of($"{PageParts.Of(row.Count, all)}") })))}
            """);
    }
}
