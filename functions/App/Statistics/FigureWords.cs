using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Services;
using OneVisit.Domain.Statistics;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Statistics;

/// <summary>Figures in the reader's words.</summary>
internal sealed class FigureWords(CityCatalogue catalogue, Language language)
{
    // Bars of so many working days each.
    private const int DaysEach = 5;

    public string Item(string code) => catalogue.Find(code)?.Name.In(language) ?? code;

    public string Place(string code) => catalogue.Places.Village(code)?.Name.In(language) ?? catalogue.Places.Township(code)?.Name.In(language) ?? code;

    public string Scope(StatisticsScope scope) => (scope.Village ?? scope.Point) is { } code ? Place(code) : Sentences.Of(language, "statistics.city");

    public string Stage(StageKind stage) => Sentences.Of(language, "statistics.stage." + stage.Code());

    public string VisitCause(string cause) => Sentences.Of(language, "coming." + cause);

    public RateView Rate(Rate rate) => Rate(rate, false);

    /// <param name="hidden">A small count beside it has to stay hidden, so this one is.</param>
    public RateView Rate(Rate rate, bool hidden)
    {
        var excluded = rate.Excluded.Select(left => new ExcludedView(left.Reason, Sentences.Of(language, "statistics.excluded." + left.Reason), left.Cases)).ToImmutableArray();
        var title = Sentences.Of(language, "statistics.rate." + rate.Name);
        if (hidden || rate.IsSuppressed)
            return new(rate.Name, title, hidden ? 0 : rate.N, null, null, null, null, hidden ? [] : excluded, hidden ? null : rate.Asked, hidden ? null : Percent(rate.Response), true);
        return new(rate.Name, title, rate.N, rate.Numerator, Percent(rate.Value), Percent(rate.Interval?.Low), Percent(rate.Interval?.High), excluded, rate.Asked, Percent(rate.Response), false);
    }

    public DurationView? Duration(Cell cell)
    {
        if (Domain.Statistics.Duration.Of(cell) is not { } duration)
            return null;
        if (duration.N < Domain.Statistics.Rate.Least)
            return new(duration.N, null, null, null, null, [], []);
        return new(duration.N, duration.Median, duration.P90, duration.Fastest, duration.Slowest,
            [.. duration.Within.Select(within => Within(within, duration.N))], [.. Bars(cell, duration.Slowest)]);
    }

    private WithinView Within(WithinMark within, int n)
    {
        var rate = new Rate("", within.Cases, n, []);
        return new(within.WorkingDays, Sentences.Of(language, $"statistics.limit.{within.WorkingDays}"), within.Cases, Percent(rate.Value)!.Value)
        {
            Low = Percent(rate.Interval!.Value.Low)!.Value, High = Percent(rate.Interval!.Value.High)!.Value,
        };
    }

    private static IEnumerable<DaysView> Bars(Cell cell, int slowest)
    {
        // Ends lie on the limits: 20, 30 and 55. Decided on the day of acceptance is no day, and stands with the first.
        for (var (first, last) = (0, DaysEach); first <= slowest; (first, last) = (last + 1, last + DaysEach))
            yield return new(first, last, Domain.Statistics.Duration.Between(cell, first, last));
    }

    // Never rounded up to all, or down to nothing: 1,510 of 1,511 is 99.9%.
    internal static double? Percent(double? share) => share switch
    {
        null => null,
        > 0.999 and < 1 => 99.9,
        > 0 and < 0.001 => 0.1,
        { } value => Math.Round(value * 100, 1),
    };
}
