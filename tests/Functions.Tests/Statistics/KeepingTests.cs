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
            await Parallel.ForEachAsync(version, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (fact, stop) => await book.PutAsync(fact, stop));
        // What is late and older changes nothing.
        await book.PutAsync(facts[0] with { Version = 1, Stars = 1 });

        var latest = told.GroupBy(fact => fact.CaseId).Select(versions => versions.MaxBy(fact => fact.Version)!).ToArray();
        var expected = latest.SelectMany(PlaceMonth.MonthsOf).Distinct().Order()
            .Select(month => latest.Aggregate(PlaceMonth.Empty, (sums, fact) => sums.With(fact, month))).ToArray();
        var place = await office.Services.GetRequiredService<StatisticsReading>().PlaceAsync(Point, null, false, MadeUp.First, MadeUp.Last);
        Assert.Equal(expected, place.Months.Select(month => month.Sums));
        Assert.Equal(latest.Count(fact => fact.DecidedOn is null), place.Open.Count);
    }

    [Fact]
    public async Task What_happens_late_and_alters_no_count_corrects_its_month_as_a_recount_says()
    {
        await using var office = await Office.OpenAsync(azurite);
        var book = office.Services.GetRequiredService<StatisticsBook>();
        var decided = MadeUp.Case(1);
        var later = decided with { Version = 3, ChangedOn = Months.NextAfter(decided.Month) };

        await book.PutAsync(decided);
        await book.PutAsync(later);

        var kept = Assert.Single((await office.Services.GetRequiredService<StatisticsReading>().PlaceAsync(Point, null, false, decided.Month, decided.Month)).Months);
        Assert.Equal(PlaceMonth.Empty.With(later, decided.Month), kept.Sums);
    }

    [Fact]
    public async Task A_case_counts_once_on_its_way_whatever_its_office_thinks_was_told_before()
    {
        await using var office = await Office.OpenAsync(azurite);
        var book = office.Services.GetRequiredService<StatisticsBook>();
        var closed = MadeUp.Case(1) with { Version = 4 };
        var decided = closed with { Version = 3, Closed = false, Stars = null };
        var came = new CaseFact(closed.CaseId, 2, closed.Item, closed.Point, closed.Village, closed.SubmittedOn) { ChangedOn = closed.SubmittedOn };

        // In order; the same again; as if nothing had been told; as if it were still on its way.
        foreach (var (fact, before, expected) in new (CaseFact, CaseFact?, CaseFact)[]
        {
            (came, null, came), (came, null, came), (decided, came, decided), (came, null, decided), (closed, decided, closed), (closed, decided, closed),
            (decided, came, closed), (came, null, closed), (closed with { Version = 5, Stars = 1 }, decided, closed with { Version = 5, Stars = 1 }),
        })
        {
            await book.PutAsync(fact, before);
            Assert.Equal(PlaceMonth.MonthsOf(expected).Select(month => PlaceMonth.Empty.With(expected, month)), (await PlaceAsync(office)).Months.Select(month => month.Sums));
        }
    }

    [Fact]
    public async Task A_case_whose_first_word_was_lost_is_counted_all_the_same()
    {
        await using var office = await Office.OpenAsync(azurite);
        var closed = MadeUp.Case(1) with { Version = 4 };

        await office.Services.GetRequiredService<StatisticsBook>().PutAsync(closed, closed with { Version = 3, Closed = false });

        Assert.Equal(1, (await PlaceAsync(office)).Months.Sum(month => month.Sums.Items[closed.Item][Measure.Received]));
    }

    [Fact]
    public async Task Villages_add_up_to_their_point()
    {
        await using var office = await Office.OpenAsync(azurite);
        foreach (var fact in Enumerable.Range(1, 12).Select(MadeUp.Case))
            await office.Services.GetRequiredService<StatisticsBook>().PutAsync(fact, null);

        var months = (await office.Services.GetRequiredService<StatisticsReading>().PlaceAsync(Point, null, true, MadeUp.First, MadeUp.Last)).Months;

        Assert.Equal(3, months.Select(month => month.Village).OfType<string>().Distinct().Count());
        Assert.Equal(CellOf(months.Where(month => month.Village is null)), CellOf(months.Where(month => month.Village is not null)));
        static Cell CellOf(IEnumerable<StatisticsMonth> months) => Cell.Sum(months.SelectMany(month => month.Sums.Items.Values));
    }

    [Fact]
    public async Task Counted_anew_from_the_journals_it_is_the_same_and_what_was_wrong_is_right()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        await Bureau.FiledAsync(office);
        await Journey.BeginAsync(office);
        var (book, before) = (office.Services.GetRequiredService<StatisticsBook>(), await SumsAsync(office));

        using var mayNot = await office.SendAsync(HttpMethod.Post, Routes.StatisticsRebuild, Town.Officer);
        var same = await RebuiltAsync();
        var known = Assert.Single(await FactsAsync(office), fact => fact.Closed);
        await book.PutAsync(known with { Version = known.Version - 1, Stars = 1 });
        await book.PutMonthAsync(Point, known.Month, PlaceMonth.Empty);
        await book.PutMonthAsync(Point, known.Month.AddMonths(-9), PlaceMonth.Empty.With(known, known.Month));
        var wrong = await SumsAsync(office);
        var right = await RebuiltAsync();

        Assert.Equal(403, (int)mayNot.StatusCode);
        Assert.Equal(((2, 0, true), (2, 0, true)), ((same.Done, same.Unreadable, same.Finished), (right.Done, right.Unreadable, right.Finished)));
        Assert.NotEqual(before, wrong);
        Assert.Equal(before, await SumsAsync(office));

        async Task<RebuildProgress> RebuiltAsync()
        {
            using var answer = await office.SendAsync(HttpMethod.Post, Routes.StatisticsRebuild, Town.Reviewer);
            return await Office.ReadAsync<RebuildProgress>(answer);
        }
    }

    [Fact]
    public async Task A_rebuild_that_was_broken_off_goes_on_where_it_was_and_misses_nothing_meanwhile()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        var desk = office.Services.GetRequiredService<StatisticsDesk>();
        await Journey.BeginAsync(office);
        var begun = await desk.RebuildAsync(TimeSpan.Zero, default);
        await Bureau.FiledAsync(office);
        var before = await SumsAsync(office);

        var ended = await desk.RebuildAsync(TimeSpan.FromMinutes(1), default);

        Assert.Equal((false, true), (begun.Finished, ended.Finished));
        Assert.Equal(before, await SumsAsync(office));
    }

    [Fact]
    public async Task A_rebuild_beside_cases_that_are_closed_meanwhile_counts_each_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (book, recount) = (office.Services.GetRequiredService<StatisticsBook>(), office.Services.GetRequiredService<StatisticsRecount>());
        var facts = Enumerable.Range(1, 30).Select(MadeUp.Case).ToArray();

        await Task.WhenAll(
            Parallel.ForEachAsync(facts, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (fact, stop) => await book.PutAsync(fact, null, stop)),
            Task.Run(async () =>
            {
                for (var times = 0; times < 5; times++)
                    await recount.AddUpAsync(Point);
            }));

        Assert.Equal(
            facts.SelectMany(PlaceMonth.MonthsOf).Distinct().Order().Select(month => facts.Aggregate(PlaceMonth.Empty, (sums, fact) => sums.With(fact, month))),
            (await PlaceAsync(office)).Months.Select(month => month.Sums));
    }

    private static Task<StatisticsPlace> PlaceAsync(Office office) =>
        office.Services.GetRequiredService<StatisticsReading>().PlaceAsync(Point, null, false, new(2020, 1, 1), new(2030, 1, 1));

    private static async Task<string[]> SumsAsync(Office office) =>
        [.. (await PlaceAsync(office)).Months.Where(month => !month.Sums.Items.IsEmpty).Select(month => $"{month.Month} {month.Sums.ToText()}")];

    private static async Task<IReadOnlyList<CaseFact>> FactsAsync(Office office)
    {
        var reading = office.Services.GetRequiredService<StatisticsReading>();
        return [.. (await Task.WhenAll((await PlaceAsync(office)).Months.Select(month => reading.CasesAsync(Point, month.Month, null, null, null, null, 10)))).SelectMany(facts => facts)];
    }
}
