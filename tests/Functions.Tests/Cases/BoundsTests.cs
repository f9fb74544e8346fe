using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

/// <summary>Whose entry is refused is told the bound that it passed, not another one.</summary>
public sealed class BoundsTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task A_register_number_has_at_most_forty_characters()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ApprovedAsync(office);

        using var answer = await journey.TryAsync("file-r1", Town.Filing, new(ActNames.Filed, RegisterNumber: new string('9', 41)));

        Assert.Equal(["最多 40 个字。"], (await Office.ProblemAsync(answer)).Errors!["registerNumber"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public async Task There_are_one_to_five_stars(int stars)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ApprovedAsync(office);
        await journey.FileAsync();

        using var answer = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/rating", Town.Resident, new RateCase(stars));

        Assert.Equal(["请给 1 到 5 分。"], (await Office.ProblemAsync(answer)).Errors!["stars"]);
    }

    [Fact]
    public async Task A_comment_has_at_most_a_thousand_characters()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ApprovedAsync(office);
        await journey.FileAsync();

        using var answer = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/rating", Town.Resident, new RateCase(5, new string('好', 1_001)));

        Assert.Equal(["最多 1000 个字。"], (await Office.ProblemAsync(answer)).Errors!["comment"]);
    }

    [Fact]
    public async Task A_survey_finds_at_most_thirty_members()
    {
        Assert.Equal(["家庭人数应在 1 到 30 之间。"], (await SurveyAsync(Journey.Surveyed with { MembersFound = 31 }))["membersFound"]);
    }

    [Fact]
    public async Task A_survey_finds_at_most_ten_million_yuan()
    {
        Assert.Equal(["金额应在 0 到 10,000,000 元之间。"], (await SurveyAsync(Journey.Surveyed with { MonthlyIncomeFound = -1 }))["monthlyIncomeFound"]);
    }

    private async Task<IReadOnlyDictionary<string, string[]>> SurveyAsync(TaskOutcome outcome)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        using var answer = await journey.TryAsync("survey-r1", Town.Officer, outcome);
        return (await Office.ProblemAsync(answer)).Errors!;
    }

    private static async Task<Journey> ApprovedAsync(Office office)
    {
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();
        return journey;
    }
}
