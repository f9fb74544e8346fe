using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

public sealed class TaskGuardTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly TaskOutcome Collected = new(ActNames.Collected, Materials: ["M04", "M05", "M07"]);

    [Theory]
    [InlineData(Town.Officer)]
    [InlineData(Town.Chief)]
    [InlineData(Town.ForeignOfficer)]
    [InlineData(Town.Resident)]
    public async Task Only_the_right_role_of_the_right_place_can_act(string who)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await journey.TryAsync("collect-r1", who, Collected);

        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.NotYours), (answer.StatusCode, (await Office.ProblemAsync(answer)).Code));
    }

    [Fact]
    public async Task Two_people_pressing_at_once_make_one_act()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => journey.TryAsync("decide-r1", Town.Chief, new(ActNames.Approve, Amount: 1620))));

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict],
            answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task An_old_card_is_answered_with_who_and_when()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();

        using var answer = await journey.TryAsync("collect-r1", Town.Agent, Collected);
        var problem = await Office.ProblemAsync(answer);

        Assert.Equal((ProblemCodes.AlreadyDone, "史建国（村级代办员）", Office.Morning), (problem.Code, problem.ActedBy, problem.ActedAt));
    }

    [Fact]
    public async Task A_material_beyond_the_list_is_refused_by_name()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await journey.TryAsync("collect-r1", Town.Agent, Collected with { Materials = ["M04", "M05", "M07", "M08"] });

        Assert.Equal(ProblemCodes.ExtraMaterial, (await Office.ProblemAsync(answer)).Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("    ")]
    [InlineData("不行")]
    public async Task A_refusal_without_a_reason_is_refused(string? reason)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();

        using var answer = await journey.TryAsync("decide-r1", Town.Chief, new(ActNames.Refuse, Reason: reason));

        Assert.Equal(ProblemCodes.ReasonRequired, (await Office.ProblemAsync(answer)).Code);
    }

    [Fact]
    public async Task One_investigator_is_not_enough()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();

        using var answer = await journey.TryAsync("survey-r1", Town.Officer, Journey.Surveyed with { Second = "zhai-officer" });

        Assert.Equal(["second"], (await Office.ProblemAsync(answer)).Errors!.Keys);
    }

    [Fact]
    public async Task A_step_ahead_is_out_of_order()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await journey.TryAsync("decide-r1", Town.Chief, new(ActNames.Approve, Amount: 1620));

        Assert.Equal((HttpStatusCode.Conflict, ProblemCodes.OutOfOrder), (answer.StatusCode, (await Office.ProblemAsync(answer)).Code));
    }

    [Fact]
    public async Task Who_visits_sees_name_and_phone_and_who_decides_does_not()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var agent = await journey.TaskAsync("collect-r1", Town.Agent);
        await journey.ToDecisionAsync();
        var chief = await journey.TaskAsync("decide-r1", Town.Chief);

        Assert.Equal((Applications.Name, Applications.Phone, "张*", null), (agent.Applicant, agent.Phone, chief.Applicant, chief.Phone));
    }

    [Fact]
    public async Task Who_only_supervises_sees_the_card_masked_and_cannot_act()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        var card = await journey.TaskAsync("collect-r1", Town.Reviewer);

        Assert.Equal(("张*", null, 0), (card.Applicant, card.Phone, card.Actions.Count));
    }

    [Fact]
    public async Task The_decider_sees_the_sum_the_opinion_and_what_may_be_done()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();

        var card = await journey.TaskAsync("decide-r1", Town.Chief);

        Assert.Equal((1620m, 1620m), (card.EstimatedAmount, card.ProposedAmount));
        Assert.Equal([ActNames.Approve, ActNames.Return, ActNames.Refuse, ActNames.PauseClock, ActNames.ExtendTime], card.Actions);
        Assert.Contains(card.Findings, finding => finding.Arithmetic == "月收入 1,300 元 ÷ 4 人 = 325 元，低于 730 元（演示数据）");
    }

    [Fact]
    public async Task A_card_that_is_done_has_no_actions_and_says_by_whom()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        var card = await journey.CollectAsync();

        Assert.Empty(card.Actions);
        Assert.Equal(("史建国（村级代办员）", "survey,verify"), (card.Result!.ByName, string.Join(',', card.Result.Next)));
    }
}
