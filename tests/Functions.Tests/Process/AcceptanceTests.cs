using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Process;

/// <summary>Founding an association: the agent collects, the bureau has five working days to accept. Tuesday 24 November 2026.</summary>
public sealed class AcceptanceTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly TaskOutcome Missing = new(ActNames.TellMissing, Materials: ["M19"], Reason: "批准文件没有盖章");

    [Fact]
    public async Task Before_it_is_accepted_the_resident_sees_by_when_it_will_be()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtDeskAsync(office);
        var view = await journey.SeeAsync();

        Assert.Equal((true, "open", new DateOnly(2026, 12, 1)), (view.AwaitsAcceptance, view.Status, view.DueOn));
        Assert.Contains(await journey.NoticesAsync(), notice => notice is { Kind: NoticeKinds.CaseReceived, To: Town.Resident } && notice.Data["due"] == "2026-12-01");
    }

    [Fact]
    public async Task The_bureaus_card_offers_the_three_acts_and_the_list()
    {
        await using var office = await Office.OpenAsync(azurite);
        var card = await (await AtDeskAsync(office)).TaskAsync("accept-r1", Town.Bureau);

        Assert.Equal([ActNames.Accept, ActNames.TellMissing, ActNames.NotAccepted], card.Actions);
        Assert.Contains(card.Requestable!, paper => paper.Code == "M19");
        Assert.All(card.Requestable!, paper => Assert.True(paper.OnList));
    }

    [Fact]
    public async Task Accepted_the_clock_runs_from_that_day_and_the_day_of_receipt_is_kept()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtDeskAsync(office);
        await office.MoveToAsync(office.Clock.GetUtcNow().AddDays(2));

        await journey.DoAsync("accept-r1", Town.Bureau, new(ActNames.Accept));
        var view = await journey.SeeAsync();

        Assert.Equal((false, false, new DateOnly(2026, 11, 24)), (view.AwaitsAcceptance, view.DeemedAccepted, view.ReceivedOn));
        Assert.Contains("review", view.CurrentStages);
    }

    [Fact]
    public async Task Silence_accepts_and_desk_city_and_resident_are_told()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtDeskAsync(office);

        await office.MoveToAsync(BeijingTime.EndOf(new DateOnly(2026, 12, 1)).AddMinutes(1));
        var view = await journey.SeeAsync();
        var notices = (await journey.NoticesAsync()).DistinctBy(notice => notice.NoticeId).ToArray();

        Assert.Equal((false, true, new DateOnly(2026, 11, 24)), (view.AwaitsAcceptance, view.DeemedAccepted, view.ReceivedOn));
        Assert.Equal([Town.Bureau, Town.Reviewer], notices.Where(notice => notice.Kind == NoticeKinds.DeemedAccepted).Select(notice => notice.To).Order(StringComparer.Ordinal));
        Assert.Contains(notices, notice => notice is { Kind: NoticeKinds.CaseAccepted, To: Town.Resident });
        Assert.Contains("deemed-accepted", (await journey.TaskAsync("review-r1", Town.Officer)).Unusual);
        Assert.Equal("deemed-accepted", (await journey.TaskAsync("accept-r1", Town.Bureau)).Result!.Action);
    }

    [Fact]
    public async Task What_is_missing_is_told_once_and_waited_for()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtDeskAsync(office);

        var told = await journey.DoAsync("accept-r1", Town.Bureau, Missing);
        using var again = await journey.TryAsync("accept-r1", Town.Bureau, Missing with { Materials = ["M20"] });
        await office.MoveToAsync(BeijingTime.EndOf(new DateOnly(2026, 12, 1)).AddMinutes(1));

        Assert.Equal(("waiting-for-resident", false), (told.Paused!.Pauses[0].Cause, told.Actions.Contains(ActNames.TellMissing)));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.True((await journey.SeeAsync()).AwaitsAcceptance);
        Assert.Contains(await journey.NoticesAsync(), notice => notice.Kind == NoticeKinds.MaterialMissing && notice.Data["due"] == "2026-12-08");
    }

    [Fact]
    public async Task Turned_away_with_a_reason_it_closes_and_the_resident_learns_why()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtDeskAsync(office);

        await journey.DoAsync("accept-r1", Town.Bureau, new(ActNames.NotAccepted, Reason: "不属于民政部门登记范围"));
        var view = await journey.SeeAsync();

        Assert.Equal(("closed", "not-accepted", "不属于民政部门登记范围"), (view.Status, view.Decision!.Outcome, view.Decision.Reason));
        Assert.Contains(await journey.NoticesAsync(), notice => notice.Kind == NoticeKinds.CaseNotAccepted && notice.Data["reason"] == "不属于民政部门登记范围");
    }

    [Fact]
    public async Task Turned_away_without_a_reason_it_stays_open_and_the_city_sees_a_red_card()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtDeskAsync(office);

        using var first = await journey.TryAsync("accept-r1", Town.Bureau, new(ActNames.NotAccepted));
        using var second = await journey.TryAsync("accept-r1", Town.Bureau, new(ActNames.NotAccepted));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (first.StatusCode, second.StatusCode));
        Assert.Single((await journey.NoticesAsync()).DistinctBy(notice => notice.NoticeId), notice => notice is { Kind: NoticeKinds.RedCard, To: Town.Reviewer });
        Assert.Contains("unreasoned-refusal", (await journey.TaskAsync("accept-r1", Town.Bureau)).Unusual);
    }

    private static async Task<Journey> AtDeskAsync(Office office)
    {
        var journey = await Journey.ApplyAsync(office, "A3.1");
        var collect = await journey.TaskAsync("collect-r1", Town.Agent);
        await journey.DoAsync(
            "collect-r1", Town.Agent, new(ActNames.Collected, Materials: [.. collect.Materials.Where(paper => paper is { HeldBy: null, Status: "needed" }).Select(paper => paper.Code)]));
        return journey;
    }
}
