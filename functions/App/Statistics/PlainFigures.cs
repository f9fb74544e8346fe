using System.Globalization;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Statistics;

/// <summary>Counts that are no rates, by name, for the workbook and the bulletin: what the page shows, and no more.</summary>
internal sealed class PlainFigures(StatisticsView view, Language language)
{
    public IEnumerable<(string Name, decimal Count)> Cases() =>
    [
        Of("statistics.received", view.Received), Of("statistics.approved", view.Approved), Of("statistics.refused", view.Refused), Of("statistics.not-accepted", view.NotAccepted),
        Of("statistics.open", view.Open), Of("statistics.open-late", view.OpenLate), Of("statistics.green", view.Colours.Green), Of("statistics.yellow", view.Colours.Yellow),
        Of("statistics.red", view.Colours.Red), Of("statistics.extra", view.ExtraRequests),
    ];

    /// <summary>How often households came, and why again.</summary>
    public IEnumerable<(string Name, decimal Count)> Visits() =>
    [
        Of("statistics.visits-none", view.Visits.None), Of("statistics.visits-once", view.Visits.Once), Of("statistics.visits-more", view.Visits.More),
        .. view.Visits.Causes.Select(cause => (cause.Title, (decimal)cause.Cases)),
    ];

    /// <summary>Files by grade and ratings by stars; of fewer than five neither.</summary>
    public IEnumerable<(string Name, decimal Count)> Ratings()
    {
        yield return Of("statistics.reviewed", view.Reviews.Reviewed);
        if (view.Reviews is { Excellent: { } excellent, Qualified: { } qualified, Unqualified: { } failed })
        {
            yield return Of("grade.excellent", excellent);
            yield return Of("grade.qualified", qualified);
            yield return Of("grade.unqualified", failed);
        }
        if (view.ReviewScore is { } score)
            yield return (Sentences.Of(language, "statistics.score"), score);
        for (var stars = view.Stars.Count; stars > 0; stars--)
            yield return (Sentences.Of(language, "statistics.stars", stars), view.Stars[stars - 1]);
    }

    public static string Text(decimal count) => count.ToString("0.#", CultureInfo.InvariantCulture);

    private (string Name, decimal Count) Of(string key, int count) => (Sentences.Of(language, key), count);
}
