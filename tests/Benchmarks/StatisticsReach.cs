using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Statistics;
using OneVisit.EndToEnd.Tests;
using OneVisit.Local.Year.Releases;
using OneVisit.Storage;

namespace OneVisit.Benchmarks;

/// <summary>The statistics over a million closed cases of all points and services in two years, and the fold from journal events to sums.</summary>
internal static class StatisticsReach
{
    private const int Cases = 1_000_000;
    private const int Months = 24;
    private const int Warm = 100;
    private const int Folds = 200_000;

    public static async Task MeasureAsync()
    {
        MeasureFold();
        await using var city = new City();
        await city.InitializeAsync();
        var catalogue = city.Local.BackOffice.Services.GetRequiredService<CatalogueShelf>().InForce;
        await FillAsync(city, catalogue);
        var before = Environment.WorkingSet;

        var last = Domain.Calendars.Months.FirstOf(city.Local.Clock.Today());
        await LookAsync(city, $"{Routes.Statistics}?from={last.AddMonths(1 - Months):yyyy-MM}&to={last:yyyy-MM}", "City, 24 months");
        await LookAsync(city, $"{Routes.Statistics}?from={last.AddMonths(-11):yyyy-MM}&to={last:yyyy-MM}", "City, 12 months, as the page opens");
        await LookAsync(city, Routes.StatisticsWatch, "Watch list");
        Console.WriteLine($"Memory of the whole local city (host, back office, bot; without Azurite): {before / 1_000_000} MB before, {Environment.WorkingSet / 1_000_000} MB after.");
    }

    private static async Task LookAsync(City city, string route, string name)
    {
        // In the process everything but these figures is warm.
        var cold = Stopwatch.GetTimestamp();
        var bytes = await GetAsync(city, route);
        var took = Stopwatch.GetElapsedTime(cold).TotalMilliseconds;
        var warm = new Spread();
        for (var look = 0; look < Warm; look++)
            await warm.TimeAsync(() => GetAsync(city, route));
        Console.WriteLine($"{name}: cold {took:0} ms, warm {warm}, {bytes / 1024} KB");
        Console.WriteLine($"  Target cold < 1,000 ms: {(took < 1000 ? "met" : "missed")}; warm p95 < 100 ms: {(warm.At(95) < 100 ? "met" : "missed")}");
    }

    private static async Task<int> GetAsync(City city, string route)
    {
        using var answer = await city.AskAsync(HttpMethod.Get, route, "staff:city-reviewer");
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    // Sums only: a million rows of cases beside them are read by nobody who opens the page.
    private static async Task FillAsync(City city, CityCatalogue catalogue)
    {
        var start = Stopwatch.GetTimestamp();
        var (points, items, last) = (catalogue.Places.Townships.Where(place => place.Active).Select(place => place.Code).ToArray(), catalogue.Services.Select(service => service.Code).ToArray(), city.Local.Clock.Today());
        var cells = new Dictionary<(string Point, DateOnly Month), PlaceMonth>();
        for (var number = 0; number < Cases; number++)
        {
            var fact = Fact(number, points[number % points.Length], items[number * 7 % items.Length], last.AddDays(-(number * 13 % (Months * 30 - 15))));
            foreach (var month in PlaceMonth.MonthsOf(fact))
                cells[(fact.Point, month)] = cells.GetValueOrDefault((fact.Point, month), PlaceMonth.Empty).With(fact, month);
        }
        Console.WriteLine($"{Cases:N0} closed cases made up and summed in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s: {cells.Count} rows.");
        var book = city.Local.BackOffice.Services.GetRequiredService<StatisticsBook>();
        await Parallel.ForEachAsync(cells, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (cell, stop) => await book.PutMonthAsync(cell.Key.Point, cell.Key.Month, cell.Value, stop));
    }

    private static CaseFact Fact(int number, string point, string item, DateOnly decided)
    {
        var days = number * 31 % 25 + (number % 40 == 0 ? 12 : 0);
        var colour = days > 20 ? DueState.Red : days > 17 ? DueState.Yellow : DueState.Green;
        return new($"OV-{number:D7}", 20, item, point, point + "201", decided.AddDays(-days - days / 3))
        {
            AcceptedOn = decided.AddDays(-days - days / 3), DecidedOn = decided, Outcome = number % 9 == 0 ? FactOutcome.Refused : FactOutcome.Approved, Days = days, Limit = 20, Colour = colour,
            Blamed = colour == DueState.Green ? null : StageKind.Survey, Stages = [new(StageKind.Collect, 1), new(StageKind.Survey, days / 2), new(StageKind.Review, days / 4), new(StageKind.Decide, 1)],
            Visits = number % 3, Closed = true, Stars = number % 4 == 0 ? null : 5 - number % 3, Decider = $"staff:{point}-{number % 3}", ChangedOn = decided.AddDays(number % 30),
            ReviewGrade = number % 4 == 0 ? Domain.Supervision.Grade.Excellent : null, ReviewScore = number % 4 == 0 ? 95 : null,
        };
    }

    private static void MeasureFold()
    {
        var catalogue = CityCatalogue.Load();
        var journals = Recordings.Journals().Where(entries => entries is [{ Event: Submitted }, ..]).ToArray();
        var cases = journals.Select(entries => (Entries: entries, Procedure: catalogue.Find(((Submitted)entries[0].Event).Service)?.ProcedureOf(((Submitted)entries[0].Event).ProcedureVersion)))
            .Where(known => known.Procedure is not null).ToArray();
        long Round(int most)
        {
            var (events, cells) = (0L, new Dictionary<(string Point, DateOnly Month), PlaceMonth>());
            for (var turn = 0; events < most; turn++)
            {
                var (entries, procedure) = cases[turn % cases.Length];
                var fact = FactFold.Of(entries, procedure!, catalogue.Calendar);
                foreach (var month in PlaceMonth.MonthsOf(fact))
                    cells[(fact.Point, month)] = cells.GetValueOrDefault((fact.Point, month), PlaceMonth.Empty).With(fact, month);
                events += entries.Length;
            }
            return events;
        }
        Round(Folds / 4);
        var start = Stopwatch.GetTimestamp();
        var folded = Round(Folds);
        var rate = folded / Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine($"Fold: {cases.Length} recorded journals of {cases.Average(known => known.Entries.Length):0} events, one thread: {rate:N0} events/s into sums.");
        Console.WriteLine($"  Target > 100,000/s: {(rate > 100_000 ? "met" : "missed")}");
    }
}
