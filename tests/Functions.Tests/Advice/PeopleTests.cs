using System.Net;
using OneVisit.Contracts;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Advice;

/// <summary>Eligibility of services that go by the people of a household.</summary>
public sealed class PeopleTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly HouseholdFacts Couple = new()
    {
        HasLocalHukou = true,
        People = [new() { BornOn = new(1980, 5, 1) }, new() { BornOn = new(1940, 5, 1) }],
    };

    [Fact]
    public async Task Who_is_eighty_learns_so_and_whose_age_it_was()
    {
        await using var office = await Office.OpenAsync(azurite);

        var verdict = await VerdictAsync(office, Couple, "D7.1");

        Assert.Equal(("likely", 1), (verdict.Verdict, verdict.Findings.First(finding => finding.Rule == "age-reached").Person));
    }

    [Fact]
    public async Task A_birth_date_that_is_not_known_is_asked_for()
    {
        await using var office = await Office.OpenAsync(azurite);

        var verdict = await VerdictAsync(office, Couple with { People = [new()] }, "D7.1");

        Assert.Equal(("unknown", "people[].bornOn"), (verdict.Verdict, string.Join(',', verdict.StillOpen)));
    }

    [Fact]
    public async Task Without_naming_services_all_forty_answer()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Eligibility, null, new EligibilityRequest(Couple));

        Assert.Equal(40, (await Office.ReadAsync<EligibilityResponse>(answer)).Verdicts.Count);
    }

    [Fact]
    public async Task What_cannot_be_is_told_by_person_and_field()
    {
        await using var office = await Office.OpenAsync(azurite);
        HouseholdFacts wrong = new()
        {
            People =
            [
                new(),
                new() { BornOn = new(2090, 1, 1), DisabilityGrade = 5, DisabilityKind = "tired", AbilityGrade = -1, Draws = ["D99"], Father = new("gone"), Mother = new("dead", new DateOnly(2090, 1, 1), 0) },
            ],
            Emergency = "flood", Deceased = "cat", Draws = ["x"],
        };

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Eligibility, null, new EligibilityRequest(wrong));
        var fields = (await Office.ProblemAsync(answer)).Errors!.Keys.Order(StringComparer.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            [
                "household.deceased", "household.draws", "household.emergency", "household.people[1].abilityGrade", "household.people[1].bornOn",
                "household.people[1].disabilityGrade", "household.people[1].disabilityKind", "household.people[1].draws",
                "household.people[1].father.fate", "household.people[1].mother.sentenceMonths", "household.people[1].mother.since",
            ],
            fields);
    }

    private static async Task<ServiceVerdict> VerdictAsync(Office office, HouseholdFacts household, string service)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Eligibility, null, new EligibilityRequest(household, [service]));
        return (await Office.ReadAsync<EligibilityResponse>(answer)).Verdicts.Single();
    }
}
