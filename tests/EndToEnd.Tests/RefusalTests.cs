using OneVisit.Contracts;
using OneVisit.Domain.Cases;

namespace OneVisit.EndToEnd.Tests;

/// <summary>Saying no, and sending back: with a reason, in writing, once.</summary>
public sealed class RefusalTests(City city) : IClassFixture<City>
{
    [Theory]
    [InlineData("")]
    [InlineData("     ")]
    [InlineData("不行")]
    public async Task A_refusal_needs_a_reason(string reason)
    {
        using var journey = await Journey.BeginAsync(city);
        await journey.ToRefusalAsync();
        var before = await journey.VersionAsync();

        var answer = await journey.PressAsync(Journey.Chief, "decide-r1", ActNames.Refuse, new { refusalReason = reason });

        Assert.Contains(Words.Zh("StaffReasonNeeded"), answer);
        Assert.Equal(before, await journey.VersionAsync());
    }

    [Fact]
    public async Task A_return_needs_a_reason_and_exact_items()
    {
        using var journey = await Journey.BeginAsync(city);
        await journey.ToRefusalAsync();
        var before = await journey.VersionAsync();

        var withoutReason = await journey.PressAsync(Journey.Chief, "decide-r1", ActNames.Return, new { items = "收入声明补写日期", reason = "" });
        var withoutItems = await journey.PressAsync(Journey.Chief, "decide-r1", ActNames.Return, new { items = " ", reason = "收入证明没有日期" });

        Assert.Contains(Words.Zh("StaffReasonNeeded"), withoutReason);
        Assert.Contains(Words.Zh("StaffItemsNeeded"), withoutItems);
        Assert.Equal(before, await journey.VersionAsync());
    }

    [Fact]
    public async Task A_case_goes_back_once_and_no_further()
    {
        var back = new { items = "收入声明补写日期", reason = "收入证明没有日期" };
        using var journey = await Journey.BeginAsync(city);
        await journey.ToRefusalAsync();
        await journey.ActAsync(Journey.Chief, "decide-r1", ActNames.Return, back);
        var again = Chat.Text(await journey.CardAsync(Journey.Officer, "review-r2"));
        await journey.ActAsync(Journey.Officer, "review-r2", ActNames.ProposeRefusal, new { refusalReason = "核对发现名下有汽车" });
        var last = await journey.CardAsync(Journey.Chief, "decide-r2");
        var data = Cards.Action(last, ActNames.Refuse)!["data"]!.DeepClone().AsObject();
        data["act"] = ActNames.Return;
        (data["items"], data["reason"]) = (back.items, back.reason);

        var answer = await (await journey.DeskOfAsync(Journey.Chief)).PostValueAsync(data);

        Assert.Contains(back.items, again);
        Assert.Null(Cards.Action(last, ActNames.Return));
        Assert.Contains(Words.Zh("StaffReturnedOnce"), answer);
    }

    [Fact]
    public async Task A_refusal_reaches_the_resident_with_its_reason_and_the_way_to_object()
    {
        using var journey = await Journey.BeginAsync(city);
        await journey.ToRefusalAsync();

        await journey.ActAsync(Journey.Chief, "decide-r1", ActNames.Refuse, new { refusalReason = "名下有汽车，不符合规定" });
        var told = Chat.Text(await journey.Resident.Chat.HearAsync("名下有汽车，不符合规定"));
        var view = await journey.SeeAsync();

        Assert.Contains("行政复议", told);
        Assert.Equal(("closed", "refused", null), (view.Status, view.Decision!.Outcome, view.Decision.MonthlyAmount));
    }

    [Fact]
    public async Task Without_a_mandate_the_township_collects_and_the_agent_never_hears_of_it()
    {
        using var journey = await Journey.BeginAsync(city, Resident.Alone);
        var agent = await journey.DeskOfAsync(Journey.Agent);

        await journey.CollectAsync(Journey.Officer);
        await journey.CardAsync(Journey.Officer, "survey-r1");
        await agent.SayAsync("我的任务");

        Assert.DoesNotContain(agent.Heard, heard => Chat.Text(heard).Contains(journey.CaseId, StringComparison.Ordinal));
    }
}
