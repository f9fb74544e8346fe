using System.Net;
using OneVisit.Contracts;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Advice;

/// <summary>Eligibility of a household that lists its people and its incomes.</summary>
public sealed class CountingTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly AwayFacts Nothing = new("none");

    private static readonly HouseholdFacts Listed = Applications.Household with
    {
        Members = null, MonthlyIncome = null, ListsEverybody = true,
        People =
        [
            new() { Relation = "self", Away = Nothing }, new() { Relation = "spouse", Away = new("in-prison") },
            new() { Relation = "child", Away = Nothing, StudiesUpToBachelor = true }, new() { Relation = "other" },
        ],
        Incomes = [new("wage", 1000, "month", 0), new("scholarship", 3000, "year", 2), new("wage", 800, "month", 1)],
    };

    [Fact]
    public async Task Members_and_income_are_counted_from_what_is_listed()
    {
        await using var office = await Office.OpenAsync(azurite);

        var answer = await AskAsync(office, Listed);

        Assert.Equal((2, 1000m), (answer.Counting!.Members, answer.Counting.MonthlyIncome));
        Assert.Equal(("likely", 460m), (answer.Verdicts.Single().Verdict, answer.Verdicts.Single().MonthlyAmount));
    }

    [Fact]
    public async Task Each_step_of_the_count_is_told_with_its_law()
    {
        await using var office = await Office.OpenAsync(azurite);

        var lines = (await AskAsync(office, Listed)).Counting!.Lines;

        Assert.Equal(
            [
                "member-applicant", "left-out-in-prison", "member-dependent-child", "left-out-no-duty", "members-counted",
                "income-left-out", "income-of-outsider", "income-counted",
            ],
            lines.Select(line => line.Line));
        Assert.All(lines, line => Assert.NotEmpty(line.Law));
        Assert.Equal(("excluded_income_scholarship", "analog"), (lines[5].Parameter, lines[5].SourceStatus));
    }

    [Theory]
    [InlineData("zh-CN", "奖学金，每月 250 元，按规定不算家庭收入")]
    [InlineData("en", "Scholarship, 250 yuan a month: by the rules not counted as income")]
    public async Task What_is_left_out_is_told_in_the_language_of_the_reader(string language, string text)
    {
        await using var office = await Office.OpenAsync(azurite);

        Assert.Contains((await AskAsync(office, Listed, language)).Counting!.Lines, line => line.Text == text);
    }

    [Fact]
    public async Task Who_lists_nothing_gets_no_count()
    {
        await using var office = await Office.OpenAsync(azurite);

        Assert.Null((await AskAsync(office, Applications.Household)).Counting);
    }

    [Fact]
    public async Task A_borderline_household_is_asked_whether_somebody_might_claim_alone()
    {
        await using var office = await Office.OpenAsync(azurite);

        var verdict = (await AskAsync(office, Applications.Household with { MonthlyIncome = 3500, HasSeverelyAffectedMember = null, YearlyMedicalSpending = 0, YearlyEducationSpending = 0, YearlyRehabilitationSpending = 0 }))
            .Verdicts.Single();

        Assert.Equal(("unknown", "hasSeverelyAffectedMember"), (verdict.Verdict, string.Join(',', verdict.StillOpen)));
    }

    [Fact]
    public async Task What_cannot_be_is_told_by_field()
    {
        await using var office = await Office.OpenAsync(azurite);
        HouseholdFacts wrong = new()
        {
            People = [new() { Relation = "self" }, new() { Relation = "self", Away = new("holiday", new DateOnly(2090, 1, 1)) }, new() { Relation = "cat" }],
            Incomes = [new("luck", -1, "day", 3)],
        };

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Eligibility, null, new EligibilityRequest(wrong));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            [
                "household.incomes[0].amount", "household.incomes[0].kind", "household.incomes[0].per", "household.incomes[0].person",
                "household.people", "household.people[1].away.reason", "household.people[1].away.since", "household.people[2].relation",
            ],
            (await Office.ProblemAsync(answer)).Errors!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Too_many_incomes_are_refused()
    {
        await using var office = await Office.OpenAsync(azurite);
        HouseholdFacts wrong = new() { Incomes = [.. Enumerable.Repeat(new IncomeFacts("wage", 1, "month"), 61)] };

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Eligibility, null, new EligibilityRequest(wrong));

        Assert.Equal(["household.incomes"], (await Office.ProblemAsync(answer)).Errors!.Keys);
    }

    private static async Task<EligibilityResponse> AskAsync(Office office, HouseholdFacts household, string language = "zh-CN")
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Eligibility, null, new EligibilityRequest(household, ["D1.2"]), language);
        return await Office.ReadAsync<EligibilityResponse>(answer);
    }
}
