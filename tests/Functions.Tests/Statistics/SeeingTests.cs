using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using OneVisit.Contracts;
using OneVisit.Domain.Statistics;
using OneVisit.Functions.Statistics;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Statistics;

public sealed class SeeingTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task The_city_sees_all_a_point_and_a_village_their_own()
    {
        await using var office = await WithCasesAsync();

        var city = await office.GetAsync<StatisticsView>(Routes.Statistics, Town.Reviewer);
        var point = await office.GetAsync<StatisticsView>(Routes.Statistics, Town.ForeignOfficer);
        var village = await office.GetAsync<StatisticsView>(Routes.Statistics, Town.Agent);

        Assert.Equal(("city", 40), (city.Scope, city.Received));
        Assert.Equal(("point", 0), (point.Scope, point.Received));
        Assert.Equal(("village", 13), (village.Scope, village.Received));
    }

    [Theory]
    [InlineData(Town.ForeignOfficer, "statistics?point=370982103", 403)]
    [InlineData(Town.ForeignOfficer, "statistics/cases?point=370982103&month=2026-09", 403)]
    [InlineData(Town.Resident, "statistics", 403)]
    [InlineData(null, "statistics", 401)]
    [InlineData(Town.Reviewer, "statistics?point=999", 422)]
    [InlineData(Town.Reviewer, "statistics?item=none", 422)]
    [InlineData(Town.Reviewer, "statistics?month=2026-13", 422)]
    [InlineData(Town.Reviewer, "statistics?from=2020-01", 422)]
    [InlineData(Town.Reviewer, "statistics/cases?month=2026-09", 422)]
    [InlineData(Town.Reviewer, "statistics/open?month=2026-11", 422)]
    public async Task What_is_not_theirs_or_not_there_is_said_clearly(string? who, string route, int status)
    {
        await using var office = await Office.OpenAsync(azurite);
        using var answer = await office.SendAsync(HttpMethod.Get, route, who);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Every_rate_says_of_how_many_and_what_it_left_out()
    {
        await using var office = await WithCasesAsync();
        var rates = (await office.GetAsync<StatisticsView>(Routes.Statistics, Town.Reviewer)).Rates;

        var onTime = rates.Single(rate => rate.Name == Rates.OnTime);
        var satisfied = rates.Single(rate => rate.Name == Rates.Satisfied);
        // 30 were decided, 6 of them late; of the 10 that are open all are past their limit by now.
        Assert.Equal((24, 40, 60.0, false), (onTime.Numerator, onTime.N, onTime.Percent, onTime.Suppressed));
        Assert.InRange(onTime.Low!.Value, 44, 46);
        Assert.Equal((30, 100.0), (satisfied.Asked, satisfied.Response));
    }

    [Fact]
    public async Task What_came_and_how_it_ended_stands_beside_the_rates()
    {
        await using var office = await WithCasesAsync();
        var view = await office.GetAsync<StatisticsView>(Routes.Statistics, Town.Reviewer);

        // 24 of the 30 decided were on time; all the others were the survey's.
        Assert.Equal(new ColourFigures(24, 0, 6), view.Colours);
        Assert.Equal(40, view.Months.Rows.Sum(row => row.Received));
        Assert.Equal(new ReviewFigures(0, null, null, null), view.Reviews);
        // All 30 kept the 30 days of the law; so many say that 88% or more do.
        var law = view.Duration!.Within.Single(within => within.WorkingDays == 30);
        Assert.Equal((30, 100.0, 88.6, 100.0), (law.Cases, law.Percent, law.Low, law.High));
    }

    [Fact]
    public async Task Who_may_not_know_the_cases_is_not_told_that_all_were_reviewed()
    {
        await using var office = await WithCasesAsync();
        var (filing, village) = (await office.GetAsync<WatchList>(Routes.StatisticsWatch, Town.Filing), await office.GetAsync<WatchList>(Routes.StatisticsWatch, Town.Agent));

        Assert.Equal((null, null, null), (filing.Unreviewed, village.Unreviewed, village.Trends));
        Assert.NotNull(filing.Trends);
    }

    [Fact]
    public async Task Numbers_of_cases_are_for_who_may_open_them()
    {
        await using var office = await WithCasesAsync();

        var reviewer = await office.GetAsync<StatisticsCases>("statistics/cases?point=370982103&month=2026-09&kind=red", Town.Reviewer);
        var filing = await office.GetAsync<StatisticsCases>("statistics/cases?point=370982103&month=2026-09&kind=red", Town.Filing);
        var agent = await office.GetAsync<StatisticsCases>("statistics/cases?month=2026-09", Town.Agent);

        Assert.NotEmpty(reviewer.Cases);
        Assert.All(reviewer.Cases, row => Assert.StartsWith("OV-", row.CaseId, StringComparison.Ordinal));
        Assert.Equal(reviewer.Cases.Count, filing.Cases.Count);
        Assert.All(filing.Cases.Concat(agent.Cases), row => Assert.Equal((null, null, null, null), (row.CaseId, row.Village, row.DecidedOn, row.Days)));
    }

    [Fact]
    public async Task The_workbook_tells_the_same_and_holds_no_formula()
    {
        await using var office = await WithCasesAsync();
        using var answer = await office.SendAsync(HttpMethod.Get, Routes.StatisticsExport, Town.Reviewer);
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());

        var rates = file.Query(useHeaderRow: true, sheetName: "比率").Cast<IDictionary<string, object>>().ToArray();

        var stages = file.Query(useHeaderRow: true, sheetName: "环节").Cast<IDictionary<string, object>>().ToArray();

        Assert.Equal(("入户调查", 6.0), ((string)stages[0]["名称"], Convert.ToDouble(stages[0]["因它超期"], CultureInfo.InvariantCulture)));
        Assert.Equal(ExportStatistics.ContentType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("按时办结率", 60.0, 40.0), ((string)rates[0]["名称"], Convert.ToDouble(rates[0]["百分比"], CultureInfo.InvariantCulture), Convert.ToDouble(rates[0]["件数 n"], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_bulletin_on_paper_tells_the_same()
    {
        await using var office = await WithCasesAsync();
        using var answer = await office.SendAsync(HttpMethod.Get, Routes.StatisticsBulletin, Town.Reviewer);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        using var paper = UglyToad.PdfPig.PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync());
        var text = string.Concat(paper.GetPages().Select(page => page.Text)).Replace(" ", "", StringComparison.Ordinal);

        Assert.Contains("按时办结率60.0%(44.6%", text, StringComparison.Ordinal);
        Assert.Contains("翟镇", text, StringComparison.Ordinal);
        Assert.Contains("超期（红）6", text, StringComparison.Ordinal);
        Assert.Contains("4星30", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData(" =HYPERLINK(\"x\")")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM(1)")]
    [InlineData("\t=1")]
    public void A_name_that_a_spreadsheet_would_compute_is_a_text(string name) => Assert.StartsWith("'", Workbook.Plain(name), StringComparison.Ordinal);

    [Fact]
    public async Task Open_figures_tell_of_nobody()
    {
        await using var office = await Office.OpenAsync(azurite);
        await PutAsync(office, Enumerable.Range(1, 3).Select(MadeUp.Case));

        var open = await office.GetAsync<OpenFigures>("statistics/open?month=2026-08", null);
        using var csv = await office.SendAsync(HttpMethod.Get, "statistics/open?month=2026-08&format=csv", null);

        Assert.All(open.ByPoint.Concat(open.ByItem), row => Assert.Equal((null, null, null), (row.Decided, row.OnTimePercent, row.MedianDays)));
        Assert.Null(open.City.Decided);
        Assert.DoesNotContain("OV-", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_late_or_due_soon_is_on_the_watch_list_with_who_was_never_reviewed()
    {
        await using var office = await WithCasesAsync();
        var watch = await office.GetAsync<WatchList>(Routes.StatisticsWatch, Town.Reviewer);

        Assert.Equal(10, watch.Due.Count);
        Assert.All(watch.Due, due => Assert.True(due.Late));
        Assert.Equal(("王立新", 30), (Assert.Single(watch.Unreviewed!).Name, watch.Unreviewed![0].Decided));
        Assert.Contains("单侧 1%", watch.TrendRule, StringComparison.Ordinal);
    }

    private async Task<Office> WithCasesAsync()
    {
        var office = await Office.OpenAsync(azurite);
        await PutAsync(office, Enumerable.Range(1, 40).Select(MadeUp.Case));
        return office;
    }

    private static async Task PutAsync(Office office, IEnumerable<CaseFact> facts)
    {
        var book = office.Services.GetRequiredService<StatisticsBook>();
        foreach (var fact in facts)
            await book.PutAsync(fact);
    }
}
