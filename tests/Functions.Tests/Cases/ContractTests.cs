using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

/// <summary>The one-time list is a promise: what offices may still ask for, and what becomes of it when they want more.</summary>
public sealed class ContractTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly TaskOutcome More = new(ActNames.RequestMaterial, Materials: ["M08"], Reason: "想看看病历才放心");

    [Fact]
    public async Task A_paper_beyond_the_list_is_not_asked_for_and_the_attempt_is_counted_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtReviewAsync(office);

        using var first = await journey.TryAsync("review-r1", Town.Officer, More);
        using var second = await journey.TryAsync("review-r1", Town.Officer, More);
        var view = await journey.SeeAsync();

        Assert.Equal((ProblemCodes.ExtraMaterial, HttpStatusCode.UnprocessableEntity), ((await Office.ProblemAsync(first)).Code, second.StatusCode));
        Assert.Equal((1, 0), (view.ExtraRefused, view.ExtraRequests));
        Assert.DoesNotContain((await journey.NoticesAsync()), notice => notice.Kind == NoticeKinds.MaterialRequested);
    }

    [Fact]
    public async Task A_reason_of_the_law_lets_an_office_ask_for_more_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtReviewAsync(office);
        var lawful = More with { LegalReason = "data-contradict", Reason = "医保结算里有一笔大额支出" };

        await journey.DoAsync("review-r1", Town.Officer, lawful);
        var task = await journey.DoAsync("review-r1", Town.Officer, lawful);
        var view = await journey.SeeAsync();
        var told = (await journey.NoticesAsync()).Where(notice => notice.Kind == NoticeKinds.MaterialRequested).DistinctBy(notice => notice.NoticeId);

        Assert.Null(task.Result);
        Assert.Equal((1, true), (view.ExtraRequests, view.Materials.Single(paper => paper.Code == "M08").BeyondList));
        Assert.Equal(("病历和医疗票据", "最低生活保障审核确认办法"), (told.Single().Data["items"], told.Single().Data["law"]));
    }

    [Fact]
    public async Task A_paper_of_the_list_is_asked_for_without_more()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtReviewAsync(office);

        await journey.DoAsync("review-r1", Town.Officer, new(ActNames.RequestMaterial, Materials: ["M07"], Reason: "收入声明上的日期看不清"));

        Assert.Equal("收入声明上的日期看不清", (await journey.SeeAsync()).Materials.Single(paper => paper.Code == "M07").Requested);
    }

    [Fact]
    public async Task What_the_city_holds_is_not_asked_of_the_household()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtReviewAsync(office);

        using var answer = await journey.TryAsync("review-r1", Town.Officer, More with { Materials = ["M01"] });

        Assert.Equal(ProblemCodes.ExtraMaterial, (await Office.ProblemAsync(answer)).Code);
    }

    [Fact]
    public async Task A_reason_that_the_law_does_not_give_is_refused()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtReviewAsync(office);

        using var answer = await journey.TryAsync("review-r1", Town.Officer, More with { LegalReason = "because" });

        Assert.Equal(["legalReason"], (await Office.ProblemAsync(answer)).Errors!.Keys);
    }

    [Fact]
    public async Task The_card_offers_papers_and_reasons_to_choose_from()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtReviewAsync(office);

        var task = await journey.TaskAsync("review-r1", Town.Officer);

        Assert.Contains(ActNames.RequestMaterial, task.Actions);
        Assert.Equal((true, false), (task.Requestable!.Single(paper => paper.Code == "M07").OnList, task.Requestable!.Single(paper => paper.Code == "M08").OnList));
        Assert.Contains("data-contradict", task.LegalReasons!.Select(reason => reason.Id));
    }

    private static async Task<Journey> AtReviewAsync(Office office)
    {
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await journey.SurveyAsync();
        await journey.VerifyAsync();
        return journey;
    }
}
