using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Statistics;
using OneVisit.Functions.Statistics;
using OneVisit.Functions.Tests.Oversight;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Statistics;

public sealed class KeepingTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Point = "370982103";

    [Fact]
    public async Task A_filed_case_stands_in_the_figures_of_its_point()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        await Bureau.FiledAsync(office);

        var view = await office.GetAsync<StatisticsView>(Routes.Statistics, Town.Officer);

        Assert.Equal(("point", Point, 1, 0, 1), (view.Scope, view.Place, view.Received, view.Open, view.Approved));
        Assert.Equal((1, null, true), (view.Rates[0].N, view.Rates[0].Percent, view.Rates[0].Suppressed));
    }

    [Fact]
    public async Task Told_twice_it_counts_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        var journey = await Bureau.FiledAsync(office);
        var before = await SumsAsync(office);
        var desk = office.Services.GetRequiredService<StatisticsDesk>();
        var file = await office.Services.GetRequiredService<Functions.Cases.CaseCabinet>().FindAsync(journey.CaseId, default);

        await desk.EnterAsync(file!, 0, default);
        await desk.EnterAsync(file!, 0, default);

        Assert.Equal(before, await SumsAsync(office));
        Assert.NotEmpty(before);
    }

    [Fact]
    public async Task A_rating_of_a_month_that_is_over_corrects_it_and_says_so()
    {
        // Decided at the end of November, rated in December.
        await using var office = await Office.OpenAsync(azurite, opening: Office.Morning.AddDays(-5));
        await Bureau.SeedAsync(office);
        var journey = await Bureau.FiledAsync(office);
        var decided = (await FactsAsync(office)).Single().DecidedOn!.Value;
        var next = new DateTimeOffset(Months.NextAfter(decided).ToDateTime(new(2, 0)), TimeSpan.Zero);
        await office.MoveToAsync(next);

        using var rated = await Bureau.RateAsync(journey, new(5));
        await office.SettleAsync();
        var fact = (await FactsAsync(office)).Single();

        Assert.True(rated.IsSuccessStatusCode, await rated.Content.ReadAsStringAsync());
        Assert.Equal((5, true), (fact.Stars, fact.ChangedOn >= Months.NextAfter(decided)));
        Assert.Equal(1, (await office.GetAsync<StatisticsView>(Routes.Statistics, Town.Officer)).Corrected);
    }

    [Fact]
    public async Task Cases_that_come_side_by_side_are_all_counted_and_equal_a_recount()
    {
        await using var office = await Office.OpenAsync(azurite);
        var book = office.Services.GetRequiredService<StatisticsBook>();
        var facts = Enumerable.Range(1, 30).Select(MadeUp.Case).ToArray();
        var told = facts.Concat(facts.Where((_, place) => place % 3 == 0).Select(fact => fact with { Version = 3, Stars = 5, ChangedOn = fact.ChangedOn.AddDays(40) })).ToArray();

        foreach (var version in told.GroupBy(fact => fact.Version))
            await Parallel.ForEachAsync(version, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (fact, stop) => await book.PutAsync(fact, 1, stop));
        // What is late and older changes nothing.
        await book.PutAsync(facts[0] with { Version = 1, Stars = 1 }, 1);

        var latest = told.GroupBy(fact => fact.CaseId).Select(versions => versions.MaxBy(fact => fact.Version)!).ToArray();
        var expected = latest.SelectMany(PlaceMonth.MonthsOf).Distinct().Order()
            .Select(month => latest.Aggregate(PlaceMonth.Empty, (sums, fact) => sums.With(fact, month))).ToArray();
        var kept = (await office.Services.GetRequiredService<StatisticsReading>().PointAsync(1, Point, MadeUp.First, MadeUp.Last)).Select(month => month.Sums).ToArray();
        Assert.Equal(expected, kept);
        Assert.Equal(latest.Count(fact => fact.DecidedOn is null), (await office.Services.GetRequiredService<StatisticsReading>().OpenAsync(1, Point)).Count);
    }

    [Fact]
    public async Task What_happens_late_and_alters_no_count_corrects_its_month_as_a_recount_says()
    {
        await using var office = await Office.OpenAsync(azurite);
        var book = office.Services.GetRequiredService<StatisticsBook>();
        var decided = MadeUp.Case(1);
        var later = decided with { Version = 3, ChangedOn = Months.NextAfter(decided.Month) };

        await book.PutAsync(decided, 1);
        await book.PutAsync(later, 1);

        var kept = Assert.Single(await office.Services.GetRequiredService<StatisticsReading>().PointAsync(1, Point, decided.Month, decided.Month));
        Assert.Equal(PlaceMonth.Empty.With(later, decided.Month), kept.Sums);
    }

    [Fact]
    public async Task Counted_anew_from_the_journals_it_is_the_same()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        await Bureau.FiledAsync(office);
        await Journey.BeginAsync(office);
        var before = await SumsAsync(office);

        using var mayNot = await office.SendAsync(HttpMethod.Post, Routes.StatisticsRebuild, Town.Officer);
        using var first = await office.SendAsync(HttpMethod.Post, Routes.StatisticsRebuild, Town.Reviewer);
        var progress = await Office.ReadAsync<RebuildProgress>(first);
        var heads = await office.Services.GetRequiredService<StatisticsHeads>().ReadAsync();

        Assert.Equal(403, (int)mayNot.StatusCode);
        Assert.Equal((2, 0, true), (progress.Done, progress.Unreadable, progress.Finished));
        Assert.Equal((2, null), (heads.Generation, heads.Building));
        Assert.Equal(before, await SumsAsync(office, 2));
        Assert.Empty(await SumsAsync(office));
    }

    [Fact]
    public async Task A_rebuild_that_was_broken_off_goes_on_where_it_was_and_misses_nothing_meanwhile()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        var (desk, heads) = (office.Services.GetRequiredService<StatisticsDesk>(), office.Services.GetRequiredService<StatisticsHeads>());
        await Journey.BeginAsync(office);
        var begun = await desk.RebuildAsync(TimeSpan.Zero, default);
        await Bureau.FiledAsync(office);
        var before = await SumsAsync(office);

        var ended = await desk.RebuildAsync(TimeSpan.FromMinutes(1), default);

        Assert.Equal((false, true), (begun.Finished, ended.Finished));
        Assert.Equal(before, await SumsAsync(office, (await heads.ReadAsync()).Generation));
    }

    private static async Task<string[]> SumsAsync(Office office, int generation = 1) =>
        [.. (await office.Services.GetRequiredService<StatisticsReading>().PointAsync(generation, Point, new(2020, 1, 1), new(2030, 1, 1))).Select(month => $"{month.Month} {month.Sums.ToText()}")];

    private static async Task<IReadOnlyList<CaseFact>> FactsAsync(Office office)
    {
        var reading = office.Services.GetRequiredService<StatisticsReading>();
        var months = await reading.PointAsync(1, Point, new(2020, 1, 1), new(2030, 1, 1));
        return [.. (await Task.WhenAll(months.Select(month => reading.CasesAsync(1, Point, month.Month, null, null, null, null, 10)))).SelectMany(facts => facts)];
    }
}
