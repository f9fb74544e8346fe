using OneVisit.Conversation.Words;
using OneVisit.Domain;

namespace OneVisit.Conversation.Tests;

/// <summary>Who comes back to a page on which nothing of what was said stands any more.</summary>
public sealed class ComingBackTests
{
    [Fact]
    public void Who_was_applying_hears_for_what_and_is_asked_on()
    {
        var talk = Journeys.ToName();
        var asked = talk.Last;

        talk.Hears(new Heard.Returned([])).Bot("上次说到：您在申请农村低保");
        Assert.EndsWith(asked, talk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_telling_of_home_hears_so_and_no_word_of_theirs_is_repeated()
    {
        var talk = Journeys.Told().Hears(new Heard.Returned([])).Bot("上次说到：家里的情况问了一半");

        Assert.DoesNotContain("保洁", talk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_applied_finds_the_number_and_the_way_to_their_cases() =>
        Assert.Contains(Journeys.ToSummary().Presses("提交申请").Hears(new Heard.Returned([])).Bot($"受理号 {Working.CaseId}").Choices, choice => choice.Title == Phrasebook.Of(Language.Chinese)[Phrase.ChoiceMyCases]);

    [Fact]
    public void What_came_meanwhile_is_told_before_they_are_asked_on()
    {
        var talk = Journeys.ToName();
        var asked = talk.Last;
        var late = new Notice("n", "resident:1", NoticeKinds.CaseLate, "XT261124-LATE01", null, City.Now, new Dictionary<string, string> { ["due"] = "2026-12-22" });

        talk.Hears(new Heard.Returned([late])).Bot("发过这些消息", "XT261124-LATE01");
        Assert.EndsWith(asked, talk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_had_told_nothing_is_greeted() => new Talk().Opens().Hears(new Heard.Returned([])).Bot(Phrasebook.Of(Language.Chinese)[Phrase.Hello]);

    [Fact]
    public void Who_was_asking_somebody_to_act_hears_so_and_is_asked_on() =>
        Back(state => state with { Naming = new PendingNaming(Working.CaseId, "daughter") }).Bot("上次说到：您要请人接着替您办", "替您办的这个人叫什么名字").Says("李小梅").Bot("身份证号");

    [Fact]
    public void What_is_said_next_is_not_handed_in_as_a_change_at_home()
    {
        var talk = Back(state => state with { Changing = new PendingChange("s", Working.CaseId, "change") }).Bot("上次说到：您家里有变化").Says("我就想问一下批下来了没有");

        Assert.Empty(talk.Effects.OfType<Effect.Report>());
    }

    [Fact]
    public void Who_was_choosing_an_agent_hears_so_and_is_asked_on() =>
        Assert.NotEmpty(Back(state => state with { Mandating = new MandatePlan { CaseId = Working.CaseId } }).Bot("上次说到：您要请代办员").Choices);

    [Fact]
    public void A_yes_means_nothing_that_was_asked_before()
    {
        var talk = Back(state => state with { EndActingAsked = Working.CaseId, StopActingAsked = Working.CaseId, RevokeAsked = [Working.CaseId], LeaveAsked = true, RestartAsked = true, Found = new PendingFound(Working.CaseId, ToData: true), Rating = new PendingRating(Working.CaseId, 1) });
        var before = talk.Effects.Count;

        talk.Says("好的");
        Assert.Equal(before, talk.Effects.Count);
        Assert.Equal(Stage.Home, talk.State.Stage);
    }

    private static Talk Back(Func<DialogueState, DialogueState> pending)
    {
        var talk = Journeys.ToSummary().Presses("提交申请");
        talk.State = pending(talk.State);
        return talk.Hears(new Heard.Returned([]));
    }
}
