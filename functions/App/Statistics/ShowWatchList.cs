using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Domain.Statistics;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Statistics;

/// <summary>What needs a look: what is due within three working days, points that became worse, and who decided and was never reviewed.</summary>
public sealed class ShowWatchList(FiguresBook book, CaseProjections projections, StaffDirectory staff, CityCatalogue catalogue, TimeProvider clock)
{
    private const int WorkingDaysAhead = 3;
    private const int MostDue = 100;
    private const int MonthsOfDecisions = 12;

    [Function(nameof(ShowWatchList))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.StatisticsWatch)] HttpRequest request, CancellationToken cancellation)
    {
        var today = clock.Today();
        var (wish, problem) = StatisticsWish.Read(request, catalogue, today);
        if (wish is null)
            return problem!;
        var (scope, words, month) = (wish.Scope, new FigureWords(catalogue, request.Language()), Months.FirstOf(today));
        var figures = await book.ReadAsync(scope.Points(catalogue.Places), scope.Village, false, month.AddMonths(1 - MonthsOfDecisions), month, cancellation);
        var through = catalogue.Calendar.After(today, WorkingDaysAhead).On;
        var due = figures.Open.Where(fact => fact.DueOn <= through).OrderBy(fact => fact.DueOn).ThenBy(fact => fact.CaseId, StringComparer.Ordinal).ToArray();
        var stages = await projections.StagesAsync(due.Take(MostDue).Select(fact => fact.CaseId), cancellation);
        return Answers.Json(new WatchList(
            through,
            [.. due.Take(MostDue).Select(fact => new DueCase(
                scope.KnowsCases ? fact.CaseId : null, words.Item(fact.Item), words.Place(fact.Point), fact.DueOn!.Value, fact.DueOn < today, stages.GetValueOrDefault(fact.CaseId) is { } stage ? words.Stage(stage) : null))],
            due.Length > MostDue,
            scope.Village is null ? Worsened(figures, month, words).ToArray() : null,
            Sentences.Of(request.Language(), "statistics.trend-rule", Trend.Months, Trend.LeastCases),
            scope is { Village: null, KnowsCases: true } ? await UnreviewedAsync(figures, words, cancellation) : null));
    }

    private static IEnumerable<TrendView> Worsened(Figures figures, DateOnly month, FigureWords words)
    {
        foreach (var point in figures.Months.GroupBy(sums => sums.Point))
        {
            var (now, before) = (OnTime(point, month.AddMonths(-1), month.AddMonths(-1)), OnTime(point, month.AddMonths(-1 - Trend.Months), month.AddMonths(-2)));
            if (Trend.Of(before, now) is { Worsened: true })
                yield return new(point.Key, words.Place(point.Key), words.Rate(before), words.Rate(now));
        }
    }

    // Decided cases only: months that are over are compared as they were.
    private static Rate OnTime(IEnumerable<StatisticsMonth> point, DateOnly from, DateOnly to) =>
        Rates.OnTimeOf(Cell.Sum(point.Where(sums => sums.Month >= from && sums.Month <= to).SelectMany(sums => sums.Sums.Items.Values)), 0);

    private async Task<UnreviewedDecider[]> UnreviewedAsync(Figures figures, FigureWords words, CancellationToken cancellation)
    {
        var never = figures.Months
            .SelectMany(sums => sums.Sums.Deciders.Select(decider => (Who: decider.Key, sums.Point, decider.Value.Decided, decider.Value.Reviewed)))
            .GroupBy(part => (part.Who, part.Point))
            .Where(parts => parts.All(part => part.Reviewed == 0) && Participants.StaffIdOf(parts.Key.Who) is not null).ToArray();
        var nameOf = await NamesAsync([.. never.Select(parts => parts.Key.Point).Distinct()], cancellation);
        // Who decided from elsewhere, the bureau for one.
        foreach (var who in never.Select(parts => parts.Key.Who).Where(who => !nameOf.ContainsKey(who)).Distinct().ToArray())
            nameOf[who] = (await staff.FindAsync(Participants.StaffIdOf(who)!, cancellation))?.Name ?? who;
        return
        [
            .. never.Select(parts => new UnreviewedDecider(nameOf[parts.Key.Who], words.Place(parts.Key.Point), parts.Sum(part => part.Decided))).OrderByDescending(decider => decider.Decided),
        ];
    }

    // Everybody who ever held a post there: one range a point, all at once.
    private async Task<Dictionary<string, string>> NamesAsync(string[] points, CancellationToken cancellation)
    {
        var members = await Task.WhenAll(points.Select(point => staff.EverAtAsync(Offices.Id(OfficeLevel.Township, point), null, cancellation)));
        return members.SelectMany(ofPoint => ofPoint).DistinctBy(member => member.Id).ToDictionary(member => member.Participant, member => member.Name, StringComparer.Ordinal);
    }
}
