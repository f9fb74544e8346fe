using System.Collections.Concurrent;
using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Statistics;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Statistics;

/// <summary>Figures as they are shown: for the page, the workbook, and whatever else shows them. All of them come from here, so that they agree.</summary>
public sealed class FiguresDesk(FiguresBook book, TimeProvider clock)
{
    private const int MostKept = 64;
    private readonly ConcurrentDictionary<(StatisticsWish Wish, string Catalogue, Language Language, DateOnly Today), (int Stamp, StatisticsView View)> kept = new();

    public async Task<StatisticsView> ViewAsync(StatisticsWish wish, CityCatalogue catalogue, Language language, CancellationToken cancellation)
    {
        var villages = wish.Scope is { Point: not null, Village: null };
        var figures = await book.ReadAsync(wish.Scope.Points(catalogue.Places), wish.Scope.Village, villages, wish.From, wish.To, cancellation);
        var today = clock.Today();
        var key = (wish, catalogue.Version, language, today);
        if (kept.TryGetValue(key, out var found) && found.Stamp == figures.Stamp)
            return found.View;
        if (kept.Count >= MostKept)
            kept.Clear();
        var view = View(wish, figures, villages, catalogue, language, today);
        kept[key] = (figures.Stamp, view);
        return view;
    }

    private static StatisticsView View(StatisticsWish wish, Figures figures, bool villages, CityCatalogue catalogue, Language language, DateOnly today)
    {
        bool IsAsked(string item) => wish.Item is null || wish.Item == item;
        var late = figures.Open.Where(fact => IsAsked(fact.Item) && Months.FirstOf(fact.SubmittedOn) >= wish.From && Months.FirstOf(fact.SubmittedOn) <= wish.To && fact.DueOn < today).ToArray();
        // Each sum of a point once for every way it is shown side by side: by item, by place, by month.
        var parts = figures.Months.SelectMany(month => month.Sums.Items.Where(item => IsAsked(item.Key)).Select(item => (Item: item.Key, month.Point, month.Village, month.Month, Cell: item.Value))).ToArray();
        var whole = parts.Where(part => part.Village == wish.Scope.Village).ToArray();
        var all = Cell.Sum(whole.Select(part => part.Cell));
        var words = new FigureWords(catalogue, language);

        var items = whole.GroupBy(part => part.Item).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, words.Item(group.Key), Cell.Sum(group.Select(part => part.Cell)), late.Count(fact => fact.Item == group.Key)));
        var places = (villages ? parts.Where(part => part.Village is not null).GroupBy(part => part.Village!) : wish.Scope.Village is null ? whole.GroupBy(part => part.Point) : [])
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, words.Place(group.Key), Cell.Sum(group.Select(part => part.Cell)), late.Count(fact => fact.Village == group.Key || fact.Point == group.Key)));
        var months = whole.GroupBy(part => part.Month).OrderBy(group => group.Key)
            .Select(group => ($"{group.Key:yyyy-MM}", $"{group.Key:yyyy-MM}", Cell.Sum(group.Select(part => part.Cell)), late.Count(fact => Months.FirstOf(fact.SubmittedOn) == group.Key)));
        return new(
            wish.Scope.Level, wish.Scope.Village ?? wish.Scope.Point ?? "", words.Scope(wish.Scope), wish.From, wish.To, wish.Item, wish.Item is { } item ? words.Item(item) : null, figures.AsOf,
            all[Measure.Received], all[Measure.Open], late.Length, all[Measure.Approved], all[Measure.Refused], all[Measure.NotAccepted], all.Corrected, whole.Max(part => part.Cell.CorrectedOn(part.Month.AddMonths(1))),
            [.. Rates.Of(all, late.Length).Select(words.Rate)], words.Duration(all), Stages(all, words), Visits(all, words),
            Rates.Ratings(all) < Rate.Least ? [] : [.. Enumerable.Range(0, 5).Select(star => all.At(Measure.Stars, star))],
            all[Measure.Reviewed] < Rate.Least ? null : decimal.Round(all[Measure.ScoreTenths] / 10m / all[Measure.Reviewed], 1),
            all[Measure.ExtraRequests], all[Measure.Relatives], all[Measure.Complained], Groups(items, words), Groups(places, words), Groups(months, words))
        {
            Colours = new(all[Measure.Green], all[Measure.Yellow], all[Measure.Red]),
            Reviews = all[Measure.Reviewed] < Rate.Least
                ? new(all[Measure.Reviewed], null, null, null)
                : new(all[Measure.Reviewed], all[Measure.Excellent], all[Measure.Qualified], all[Measure.Unqualified]),
        };
    }

    private static StatisticsGroups Groups(IEnumerable<(string Code, string Name, Cell Cell, int Late)> groups, FigureWords words)
    {
        var rows = groups.ToArray();
        var (hidden, total) = Suppression.Of([.. rows.Select(row => Rates.Decided(row.Cell))]);
        var came = Suppression.Of([.. rows.Select(row => row.Cell[Measure.Received])]).Rows;
        return new([.. rows.Select((row, place) => new GroupFigures(
            row.Code, row.Name, hidden[place] ? null : Rates.Decided(row.Cell), words.Rate(Rates.OnTimeOf(row.Cell, row.Late), hidden[place]),
            hidden[place] ? null : Duration.MedianOf(row.Cell))
        {
            Received = came[place] ? null : row.Cell[Measure.Received],
        })], total);
    }

    private static ImmutableArray<StageFigures> Stages(Cell all, FigureWords words) =>
    [
        .. Enum.GetValues<StageKind>().Where(stage => all.At(Measure.StageCases, (int)stage) >= Rate.Least).Select(stage => new StageFigures(
            stage.Code(), words.Stage(stage), all.At(Measure.StageCases, (int)stage), Math.Round((double)all.At(Measure.StageDays, (int)stage) / all.At(Measure.StageCases, (int)stage), 1),
            all.At(Measure.StageYellow, (int)stage), all.At(Measure.StageRed, (int)stage))),
    ];

    private static VisitFigures Visits(Cell all, FigureWords words) => new(
        all[Measure.NoVisit], all[Measure.OneVisit], all[Measure.MoreVisits],
        [.. ComingCauses.All.Select((cause, place) => new ExcludedView(cause, words.VisitCause(cause), all.At(Measure.VisitCause, place))).Where(cause => cause.Cases > 0)]);
}
