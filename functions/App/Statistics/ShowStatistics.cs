using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Domain.Statistics;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Statistics;

/// <summary>How the office does: the whole city for the city's staff, their own point or village for others.</summary>
public sealed class ShowStatistics(FiguresDesk desk, CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(ShowStatistics))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Statistics)] HttpRequest request, CancellationToken cancellation)
    {
        var (wish, problem) = StatisticsWish.Read(request, catalogue, clock.Today());
        return wish is null ? problem! : Answers.Json(await desk.ViewAsync(wish, catalogue, request.Language(), cancellation));
    }
}

/// <summary>Looks behind a figure: the cases of a month, with their numbers for who may open them anyway, without for everybody else.</summary>
public sealed class ListStatisticsCases(StatisticsReading reading, CaseProjections projections, CityCatalogue catalogue, TimeProvider clock)
{
    private const int PageSize = 50;

    [Function(nameof(ListStatisticsCases))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.StatisticsCases)] HttpRequest request, CancellationToken cancellation)
    {
        var (wish, problem) = StatisticsWish.Read(request, catalogue, clock.Today());
        if (wish is null)
            return problem!;
        var errors = new FieldErrors(request.Language());
        var query = new QueryFields(request, errors);
        var kind = query.Text("kind");
        if (wish.Scope.Point is null)
            errors.Add("point", "field.required");
        if (query.Text("month") is null)
            errors.Add("month", "field.required");
        if (kind is not null && !FactKinds.All.Contains(kind))
            errors.Add("kind", "field.unknown-reference");
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        var found = await reading.CasesAsync(
            wish.Scope.Point!, wish.From, wish.Item, wish.Scope.Village, kind, query.Text("after"), PageSize + 1, cancellation);
        var words = new FigureWords(catalogue, request.Language());
        var stages = await projections.StagesAsync(found.Where(fact => fact.DecidedOn is null).Select(fact => fact.CaseId), cancellation);
        // Who may not know the cases gets one page, and nothing that tells where the next begins.
        return Answers.Json(new StatisticsCases(
            [.. found.Take(PageSize).Select(fact => View(fact, stages.GetValueOrDefault(fact.CaseId), wish.Scope.KnowsCases, words))], wish.Scope.KnowsCases && found.Count > PageSize ? found[PageSize - 1].CaseId : null));
    }

    private static StatisticsCase View(CaseFact fact, StageKind? now, bool known, FigureWords words) => new(
        known ? fact.CaseId : null, fact.Item, words.Item(fact.Item), fact.Outcome.Code(), known ? words.Place(fact.Village) : null, known ? fact.DecidedOn : null, known ? fact.Days : null,
        fact.Limit, fact.Colour is { } colour ? Domain.Cases.DueStates.Code(colour) : null, (fact.Blamed ?? now) is { } stage ? words.Stage(stage) : null);
}

/// <summary>Counts everything anew, a stretch at a time. For the city's reviewer: after an upgrade, and when somebody doubts a figure.</summary>
public sealed class RebuildStatistics(StatisticsDesk desk)
{
    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(20);

    [Function(nameof(RebuildStatistics))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.StatisticsRebuild)] HttpRequest request, CancellationToken cancellation) =>
        Answers.Json(await desk.RebuildAsync(Stretch, cancellation));
}
