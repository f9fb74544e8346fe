using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Statistics;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Statistics;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Sharing;

/// <summary>
/// The once-only debt of a month: papers that were asked for although a registry held them, and look-ups that nobody could answer, for the city. Every count
/// stands beside how many it is out of; what is not known is counted as such and as nothing else.
/// </summary>
public sealed class ShowOnceOnly(OnceOnlyBook book, CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(ShowOnceOnly))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.OnceOnly)] HttpRequest request, CancellationToken cancellation)
    {
        var errors = new FieldErrors(request.Language());
        var month = new QueryFields(request, errors).Month("month") ?? Months.FirstOf(clock.Today());
        return errors.Any ? Problems.Invalid(request, errors.Fields) : Answers.Json(View(month, await book.MonthAsync(month, cancellation), request.Language()));
    }

    private OnceOnlyView View(DateOnly month, OnceOnlySums sums, Language language)
    {
        var words = new FigureWords(catalogue, language);
        return new(
            month, sums.Asked.Asked, sums.Asked.Held, sums.Asked.Unknown,
            [.. sums.Lines.OrderByDescending(line => line.Value.Held).ThenBy(line => line.Key.Service, StringComparer.Ordinal).ThenBy(line => line.Key.Point, StringComparer.Ordinal)
                .ThenBy(line => line.Key.Material, StringComparer.Ordinal).ThenBy(line => line.Key.Reason, StringComparer.Ordinal).Select(line => Line(line.Key, line.Value, language))],
            [.. sums.LookUps.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => View(pair.Key, pair.Value, language))])
        {
            Rates = RatesOf(sums, words),
        };
    }

    internal static IReadOnlyList<RateView> RatesOf(OnceOnlySums sums, FigureWords words) =>
    [
        words.Rate(Rates.OnceOnlyOf(sums.Asked.Asked, sums.Asked.Held, sums.Asked.Unknown)), words.Rate(Rates.UnansweredOf(sums.LookedUp.Asked, sums.LookedUp.Unknown)),
    ];

    private OnceOnlyLine Line(AskedFor of, AskedSum count, Language language) => new(
        of.Service, catalogue.Find(of.Service)?.Name.In(language) ?? of.Service, of.Point, ActorWords.OfOffice(of.Point, catalogue.Places, language),
        of.Material, catalogue.Papers.TryGetValue(of.Material, out var paper) ? paper.In(language) : of.Material,
        of.Reason, Sentences.Of(language, "once-only." + of.Reason), count.Asked, count.Held, count.Unknown);

    private static LookUpCount View(string question, LookUpSum sum, Language language) => new(
        question, Sentences.Of(language, "register.question." + question), sum.Asked, sum.Unknown.Values.Sum(),
        [.. sum.Unknown.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new UnknownCount(pair.Key, Sentences.Of(language, "register.reason." + pair.Key), pair.Value))]);
}

/// <summary>The debt month by month.</summary>
public sealed class ListOnceOnlyMonths(OnceOnlyBook book, CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(ListOnceOnlyMonths))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.OnceOnlyMonths)] HttpRequest request, CancellationToken cancellation)
    {
        var errors = new FieldErrors(request.Language());
        var (from, to) = new QueryFields(request, errors).Period(clock.Today(), StatisticsWish.MostMonths);
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        var words = new FigureWords(catalogue, request.Language());
        var months = Enumerable.Range(0, StatisticsWish.MostMonths).Select(from.AddMonths).TakeWhile(month => month <= to);
        return Answers.Json(await Task.WhenAll(months.Select(async month => new OnceOnlyMonth(month, ShowOnceOnly.RatesOf(await book.MonthAsync(month, cancellation), words)))));
    }
}
