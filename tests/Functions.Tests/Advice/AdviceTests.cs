using System.Net;
using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Advice;

public sealed class AdviceTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task The_catalogue_is_open_to_everybody()
    {
        await using var office = await Office.OpenAsync(azurite);

        var services = await office.GetAsync<ServiceView[]>(Routes.Services, null);

        Assert.Contains(services, service => service is { Code: "D1.2", Name: "农村低保", CommittedWorkingDays: 20 });
    }

    [Fact]
    public async Task All_forty_services_are_told()
    {
        await using var office = await Office.OpenAsync(azurite);

        var services = await office.GetAsync<ServiceView[]>(Routes.Services, null);

        Assert.Equal((20, 20, 40), (
            services.Count(service => service.Kind == "delegated"), services.Count(service => service.Kind == "agent"),
            services.Count(service => service.TakesApplications)));
    }

    [Fact]
    public async Task A_service_tells_who_it_is_for_who_decides_and_by_when()
    {
        await using var office = await Office.OpenAsync(azurite);

        var service = await office.GetAsync<ServiceView>("services/A2.1", null, "en");

        Assert.Equal(("agent", "prep", "bureau", "The civil-affairs bureau"), (service.Kind, service.Mode, service.Procedure.Decider, service.Procedure.DeciderName));
        Assert.Equal((20, (int?)30, (int?)null), (service.CommittedWorkingDays, service.Procedure.StatutoryCalendarDays, service.Procedure.PublicNoticeDays));
        Assert.Contains(service.LifeEvents, happened => happened is { Id: "adoption", Name: "Adoption" });
        Assert.Contains("adopt a child", service.Words);
        Assert.StartsWith("People from 30", service.Who, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_tells_when_it_is_needed_and_whether_it_may_follow()
    {
        await using var office = await Office.OpenAsync(azurite);

        var service = await office.GetAsync<ServiceView>("services/D3.1", null);

        Assert.Contains(service.Materials, material => material is { Code: "M08", When: "illness", DeferrableWorkingDays: 10, CommitmentInLieu: false });
        Assert.Contains(service.Materials, material => material is { Code: "M07", When: "always", DeferrableWorkingDays: 10, CommitmentInLieu: true });
    }

    [Fact]
    public async Task A_service_tells_its_stages_in_order()
    {
        await using var office = await Office.OpenAsync(azurite);

        var service = await office.GetAsync<ServiceView>("services/D1.2", null, "en");

        Assert.Equal(
            "accept,collect,survey,verify,review,notice,decide,deliver,file,close", string.Join(',', service.Stages.Select(stage => stage.Kind)));
        Assert.Equal(service.Stages.Single(stage => stage.Kind == "survey").Step, service.Stages.Single(stage => stage.Kind == "verify").Step);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_not_found()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Get, "services/Z9", null);

        Assert.Equal((HttpStatusCode.NotFound, ProblemCodes.NotFound), (answer.StatusCode, (await Office.ProblemAsync(answer)).Code));
    }

    [Fact]
    public async Task A_household_gets_a_verdict_with_its_sum()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Eligibility, null, new EligibilityRequest(Applications.Household, ["D1.2"]));
        var verdict = (await Office.ReadAsync<EligibilityResponse>(answer)).Verdicts.Single();

        Assert.Equal(("likely", 1620m), (verdict.Verdict, verdict.MonthlyAmount));
        Assert.Empty(verdict.StillOpen);
    }

    [Fact]
    public async Task A_verdict_shows_facts_numbers_and_formula()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Eligibility, null, new EligibilityRequest(Applications.Household, ["D1.2"]));
        var verdict = (await Office.ReadAsync<EligibilityResponse>(answer)).Verdicts.Single();
        var income = verdict.Findings.Single(finding => finding.Rule == "income-below-standard");

        Assert.Contains(new FindingInput("monthlyIncome", true, "全家月收入：1,300 元"), income.Inputs);
        Assert.Equal(
            new UsedParameter("standard_rural", "农村低保标准（每人每月）", 730, new(2018, 1, 1), null, "demo"), Assert.Single(income.Parameters));
        Assert.Equal(
            ("shortfall-or-alone", 1620m, "保障标准 730 元 × 4 人 − 家庭月收入 1,300 元 = 每月 1,620 元（演示数据）"),
            (verdict.Amount!.Formula, verdict.Amount.Monthly, Assert.Single(verdict.Amount.Lines)));
    }

    [Fact]
    public async Task Every_service_tells_what_it_looked_at()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Eligibility, null, new EligibilityRequest(Applications.Household));
        var verdicts = (await Office.ReadAsync<EligibilityResponse>(answer)).Verdicts;

        Assert.All(verdicts, verdict => Assert.NotEmpty(verdict.Findings));
    }

    [Fact]
    public async Task Who_wants_to_marry_learns_what_stands_against_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        var household = new HouseholdFacts { Marriage = new(new DateOnly(2010, 1, 1), new DateOnly(2000, 1, 1), true, false) };

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Eligibility, null, new EligibilityRequest(household, ["A1.1"]), "en");
        var verdict = (await Office.ReadAsync<EligibilityResponse>(answer)).Verdicts.Single();

        Assert.Equal(("unlikely", "old-enough-to-marry"), (verdict.Verdict, verdict.Findings.First(finding => finding.Holds == false).Rule));
    }

    [Theory]
    [InlineData("""{"household":{"adoption":{"children":21}}}""", "household.adoption.children")]
    [InlineData("""{"household":{"organisation":{"individuals":-1}}}""", "household.organisation.individuals")]
    [InlineData("""{"household":{"organisation":{"capital":-1}}}""", "household.organisation.capital")]
    [InlineData("""{"household":{"organisation":{"supervisorConsentOn":"2999-01-01"}}}""", "household.organisation.supervisorConsentOn")]
    [InlineData("""{"household":{"marriage":{"womanBornOn":"1066-10-14"}}}""", "household.marriage.womanBornOn")]
    public async Task A_wish_that_cannot_be_is_told_by_its_field(string body, string field)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Eligibility, null, JsonNode.Parse(body)!);

        Assert.Equal(field, Assert.Single((await Office.ProblemAsync(answer)).Errors!.Keys));
    }

    [Fact]
    public async Task What_is_not_known_is_asked_for_and_never_guessed()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(
            HttpMethod.Post, Routes.Eligibility, null, new EligibilityRequest(Applications.Household with { OwnsCar = null }, ["D1.2"]));
        var verdict = (await Office.ReadAsync<EligibilityResponse>(answer)).Verdicts.Single();

        Assert.Equal(("unknown", "ownsCar"), (verdict.Verdict, string.Join(',', verdict.StillOpen)));
    }

    [Fact]
    public async Task Every_rule_has_words_in_both_languages()
    {
        await using var office = await Office.OpenAsync(azurite);
        HouseholdFacts[] households = [new(), Applications.Household, Applications.Household with { MonthlyIncome = 90_000, OwnsCar = true, Homes = 5, FinancialAssets = 9_000_000, BusinessCapital = 9_000_000 }];

        foreach (var household in households)
        {
            foreach (var language in (string[])["zh-CN", "en"])
            {
                using var answer = await office.SendAsync(HttpMethod.Post, Routes.Eligibility, null, new EligibilityRequest(household), language);
                var verdicts = (await Office.ReadAsync<EligibilityResponse>(answer)).Verdicts;
                Assert.All(verdicts.SelectMany(verdict => verdict.Findings), finding => Assert.NotEmpty(finding.Text));
            }
        }
    }

    [Fact]
    public async Task An_impossible_household_is_explained_field_by_field()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(
            HttpMethod.Post, Routes.Eligibility, null, new EligibilityRequest(new() { Members = 31, MonthlyIncome = -1, Area = "moon" }));

        Assert.Equal(
            ["household.area", "household.members", "household.monthlyIncome"],
            (await Office.ProblemAsync(answer)).Errors!.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2026-02-13", 1, "2026-02-14", false)]
    [InlineData("2026-12-28", 20, "2027-01-25", true)]
    public async Task Working_days_are_counted_and_provisional_where_no_calendar_is_out(string date, int days, string due, bool provisional)
    {
        await using var office = await Office.OpenAsync(azurite);

        var answer = await office.GetAsync<DueDateAnswer>($"calendar/{date}/plus/{days}", null);

        Assert.Equal((DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), provisional), (answer.Due, answer.Provisional));
    }

    [Theory]
    [InlineData("2026-02-30", "1")]
    [InlineData("tomorrow", "1")]
    [InlineData("2026-02-13", "-1")]
    [InlineData("2026-02-13", "1000")]
    public async Task A_date_that_is_none_is_explained(string date, string days)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Get, $"calendar/{date}/plus/{days}", null);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }
}
