using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

/// <summary>Two signatures, contradictions and appraisals over the wire.</summary>
public sealed class CheckTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly TaskOutcome Contradicted = new(ActNames.Verified, Verification: "contradicted")
    {
        Differences = [new("vehicle", "没有", "小型轿车一辆", "vehicle", new DateOnly(2026, 10, 31))],
    };

    [Fact]
    public async Task The_second_investigator_has_a_card_of_their_own_and_nobody_else_has_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await SurveyingAsync(office);

        var first = await journey.DoAsync("survey-r1", Town.Officer, Journey.Surveyed);

        Assert.Equal(("翟敏", "何秀英"), (first.Survey!.First, first.Survey.Second));
        Assert.Equal(["survey-cosign-r1"], await journey.DeskOfAsync(Town.Second));
        Assert.Contains(await journey.NoticesAsync(), notice => notice is { To: Town.Second, Kind: NoticeKinds.TaskOpened, TaskId: "survey-cosign-r1" });
    }

    [Fact]
    public async Task Colleagues_are_offered_as_the_second_and_nobody_as_their_own() => Assert.Equal(
        ["zhai-deputy", "zhai-head", "zhai-officer-2"],
        (await (await SurveyingAsync(await Office.OpenAsync(azurite))).TaskAsync("survey-r1", Town.Officer)).Colleagues!.Select(colleague => colleague.StaffId).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Who_does_not_agree_gives_it_back_with_a_reason()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await SurveyingAsync(office);
        await journey.DoAsync("survey-r1", Town.Officer, Journey.Surveyed);
        await journey.DoAsync("survey-cosign-r1", Town.Second, new(ActNames.Disputed, Reason: "收入没有核实"));

        var card = await journey.TaskAsync("survey-r1", Town.Officer);

        Assert.Contains(card.Facts!, fact => fact.Contains("收入没有核实", StringComparison.Ordinal));
        Assert.Contains(await journey.NoticesAsync(), notice => notice is { To: Town.Officer, Kind: NoticeKinds.TaskNews } && notice.Data["news"] == "survey-disputed");
    }

    [Fact]
    public async Task A_contradiction_is_told_to_the_household_and_waits_for_its_answer()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await SurveyingAsync(office);
        await journey.SurveyAsync();
        await journey.DoAsync("verify-r1", Town.Officer, Contradicted);

        var told = Assert.Single(await journey.NoticesAsync(), notice => notice.Kind == NoticeKinds.DifferencesFound);
        var view = await journey.SeeAsync();

        Assert.Equal(("vehicle\t没有\t小型轿车一辆\tvehicle\t2026-10-31", "2026-11-27"), (told.Data["found"], told.Data["until"]));
        Assert.Equal(new DateOnly(2026, 11, 27), view.Differences!.ObjectBy);
        Assert.Empty(await journey.DeskOfAsync(Town.Officer));
    }

    [Fact]
    public async Task An_objection_has_it_checked_again_and_what_proves_it_is_taken()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await SurveyingAsync(office);
        await journey.SurveyAsync();
        await journey.DoAsync("verify-r1", Town.Officer, Contradicted);
        await AnswerAsync(journey, new(false, "车是我哥的，登在我名下"));
        await journey.UploadAsync(Town.Resident, OfficePapers.ObjectionEvidence);

        var recheck = await journey.TaskAsync("recheck-r1", Town.Officer);
        await journey.DoAsync("recheck-r1", Town.Officer, new(ActNames.Verified, Verification: "consistent"));

        Assert.Contains(recheck.Facts!, fact => fact.Contains("车是我哥的", StringComparison.Ordinal));
        Assert.Contains(recheck.Materials, paper => paper.Code == OfficePapers.ObjectionEvidence);
        Assert.Equal(["review-r1"], await journey.DeskOfAsync(Town.Officer));
    }

    [Fact]
    public async Task Silence_lets_the_case_go_on_when_the_days_are_over()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await SurveyingAsync(office);
        await journey.SurveyAsync();
        await journey.DoAsync("verify-r1", Town.Officer, Contradicted);
        await office.MoveToAsync(Office.Morning.AddDays(4));

        var review = await journey.TaskAsync("review-r1", Town.Officer);

        Assert.Contains("data-contradict", review.Unusual);
        Assert.Equal("silent", (await journey.SeeAsync()).Differences!.Answer);
    }

    [Fact]
    public async Task Contradicted_without_saying_what_is_refused()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await SurveyingAsync(office);
        using var answer = await journey.TryAsync("verify-r1", Town.Officer, new(ActNames.Verified, Verification: "contradicted"));

        Assert.Equal(["differences"], (await Office.ProblemAsync(answer)).Errors!.Keys);
    }

    [Fact]
    public async Task Somebody_else_does_not_answer_for_the_household()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await SurveyingAsync(office);
        using var answer = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/differences", Town.OtherResident, new AnswerDifferences(true));

        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Fact]
    public async Task An_objection_to_the_survey_has_the_representatives_vote_and_the_result_is_on_the_cards()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await SurveyingAsync(office);
        await journey.SurveyAsync();
        using (var answer = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/survey/objection", Town.Resident, new ObjectToSurvey("奖金只发过一次，不是每月")))
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await journey.VerifyAsync();

        var done = await journey.AppraiseAsync();
        var review = await journey.TaskAsync("review-r1", Town.Officer);

        Assert.Equal((ActNames.Appraised, "review"), (done.Result!.Action, Assert.Single(done.Result.Next)));
        Assert.Contains("民主评议通过：名单 3 人，到会 3 人，回避 0 人；同意 2，不同意 1，弃权 0", review.Facts!);
        Assert.Contains((await journey.SeeAsync()).Timeline, entry => entry.Kind == ActNames.Appraised);
    }

    [Fact]
    public async Task Without_minutes_there_is_no_result()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await SurveyingAsync(office);
        await journey.SurveyAsync();
        using (await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/survey/objection", Town.Resident, new ObjectToSurvey("奖金只发过一次，不是每月")))
            await office.SettleAsync();
        await journey.VerifyAsync();
        await journey.DoAsync("appraise-r1", Town.Officer, new(ActNames.Convene) { Representatives = ["甲", "乙", "丙"] });
        using var answer = await journey.TryAsync("appraise-r1", Town.Officer, new(ActNames.Appraised) { Present = ["甲", "乙"], Order = MeetingOrder.All, VotesFor = 2, VotesAgainst = 0, VotesAbstained = 0 });

        Assert.Equal(["minutes"], (await Office.ProblemAsync(answer)).Errors!.Keys);
    }

    [Fact]
    public async Task The_desk_is_told_when_the_visit_has_to_begin()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await SurveyingAsync(office);
        await office.MoveToAsync(Office.Morning.AddDays(3));

        Assert.Contains(await journey.NoticesAsync(), notice => notice is { To: Town.Officer, Kind: NoticeKinds.TaskNews } && notice.Data["news"] == "survey-start-due");
    }

    private static async Task<Journey> SurveyingAsync(Office office)
    {
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        return journey;
    }

    private static async Task AnswerAsync(Journey journey, AnswerDifferences answer)
    {
        using var taken = await journey.Office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/differences", Town.Resident, answer);
        Assert.True(taken.IsSuccessStatusCode, await taken.Content.ReadAsStringAsync());
        await journey.Office.SettleAsync();
    }
}
