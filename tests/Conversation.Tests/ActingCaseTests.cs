using OneVisit.Contracts;

namespace OneVisit.Conversation.Tests;

/// <summary>A case in which somebody acts for the person it is about: what each of them sees, and how it ends.</summary>
public sealed class ActingCaseTests
{
    private static readonly RepresentationView Entrusted = new(
        RepresentationBases.Entrusted, RepresentativeRelations.Son, "李*", "138****5678", new(2027, 11, 23), true, "M14", "委托书", "needed", "由儿子李*代办（凭委托书，到 2027 年 11 月 23 日；委托书还没收到）");

    private static Talk Home(RepresentationView? by = null, Func<Effect, EffectResult?>? otherwise = null)
    {
        var talk = Journeys.ToSummary().Presses("提交申请");
        talk.BackOffice = effect => otherwise?.Invoke(effect) ?? effect switch
        {
            Effect.ShowCase => new EffectResult.Shown(Working.View with { Representation = by }),
            Effect.EndActing end => new EffectResult.ActingEnded(end.CaseId),
            _ => Working.Answer(effect),
        };
        return talk;
    }

    [Fact]
    public void Who_acts_sees_for_whom_and_until_when() => Home(Entrusted with { IsYou = true }).Says("我的办件").Bot("您替谁办", "李\\\\*", "凭委托书，到 2027 年 11 月 23 日");

    [Fact]
    public void The_person_sees_who_acts() => Home(Entrusted with { MayEnd = true }).Says("我的办件").Bot("代理人", "由儿子李\\\\*代办").Presses("不让别人替我办了").Bot("以后不让 李\\* 替您办了");

    [Fact]
    public void Several_cases_say_for_whom_each_is() =>
        Home(otherwise: effect => effect is Effect.ListMyCases ? new EffectResult.Cases([Working.Summary, Working.Summary with { CaseId = "XT261124-ZZ12CD", ActedFor = "张*" }]) : null).Says("我的办件").Bot("农村低保（替 张\\* 办）");

    [Theory]
    [InlineData("不让他替我办了")]
    [InlineData("我不想再让我儿子替我办了")]
    [InlineData("收回委托书")]
    [InlineData("stop him acting for me")]
    public void Whoever_wants_it_back_is_asked_once_more(string words)
    {
        var talk = Home(Entrusted with { MayEnd = true }).Says(words).Bot(Working.CaseId);
        Assert.Empty(talk.Effects.OfType<Effect.EndActing>());
        Assert.Equal(Working.CaseId, Assert.Single(talk.Says("是").Effects.OfType<Effect.EndActing>()).CaseId);
    }

    [Fact]
    public void It_is_pressed_too_and_over() => Home(Entrusted with { MayEnd = true }).Says("不让他替我办了").Presses("对，不让替办了").Bot("已经停了");

    [Fact]
    public void It_can_be_left_as_it_is()
    {
        var talk = Home(Entrusted with { MayEnd = true }).Says("不让他替我办了").Says("先不用").Bot("接着来");
        Assert.Empty(talk.Says("是").Effects.OfType<Effect.EndActing>());
    }

    [Fact]
    public void It_can_be_taken_back_when_the_case_is_over() =>
        Home(Entrusted with { MayEnd = true }, effect => effect is Effect.ListMyCases ? new EffectResult.Cases([Working.Summary with { Status = "closed" }]) : null).Says("不让他替我办了").Bot("以后不让 李\\* 替您办了");

    [Fact]
    public void A_parent_or_guardian_is_ended_by_the_office() => Home(Entrusted with { Basis = RepresentationBases.Guardian }).Says("不让他替我办了").Bot("父母或监护人", "0538-7000103");

    [Fact]
    public void Where_nobody_acts_it_is_said() => Home().Says("不让他替我办了").Bot("没有由别人替您办");

    [Theory]
    [InlineData("撤销代办")]
    [InlineData("不想让代办员替我办了")]
    public void Taking_the_agents_mandate_back_stays_another_matter(string words) => Assert.True(Assert.Single(Home().Says(words).Effects.OfType<Effect.ListMyCases>()).ForMandate);

    [Fact]
    public void Who_was_entrusted_is_offered_no_agent_for_the_case() =>
        Assert.DoesNotContain("请代办员", Home(Entrusted with { IsYou = true }, effect => effect is Effect.ShowCase ? new EffectResult.Shown(Working.View with { Mandate = null, Representation = Entrusted with { IsYou = true } }) : null).Says("我的办件").Choices.Select(choice => choice.Title));

    [Fact]
    public void Who_acts_no_longer_is_told_so_with_thanks() =>
        Home(otherwise: effect => effect is Effect.ShowCase ? new EffectResult.Failed(new Problem("about:blank", "", 403, "从 11 月 25 日起不再由您替办。", ProblemCodes.RepresentationEnded)) : null)
            .Says("XT261124-AB12CD").Bot("从 11 月 25 日起不再由您替办", "辛苦您了");

    [Fact]
    public void The_last_notice_says_that_it_is_over_and_nothing_more()
    {
        var talk = Home().IsTold(NoticeKinds.RepresentationEnded, ("on", "2026-11-25"), ("why", "person")).Bot("本人决定自己办了", "11 月 25 日", "辛苦您了");
        Assert.Null(talk.State.LastReceipt);
    }

    [Fact]
    public void The_card_of_a_task_says_who_acts_and_whether_the_paper_is_there()
    {
        var card = StaffTests.Card(StaffTests.Task("decide", ["approve"]) with { Representation = Entrusted with { Phone = "13700001111" } }).ToJsonString(Wire.Json);
        Assert.Contains("由儿子李", card, StringComparison.Ordinal);
        Assert.Contains("13700001111", card, StringComparison.Ordinal);
    }

    [Fact]
    public void An_officer_who_may_notes_the_end_with_a_reason()
    {
        var shown = new StaffDesk().Next(new(), new Heard.EffectAnswered(new Effect.ShowCase(Working.CaseId), new EffectResult.Shown(Working.View with { Representation = Entrusted with { MayEnd = true } })));
        var offer = shown.Says.OfType<Say.Words>().Single().Choices.Single(choice => choice.Title == "登记不再替办");
        Assert.Contains("本人当面说", new StaffDesk().Next(new(), new Heard.Picked(offer.Value)).Says.OfType<Say.Card>().Single().Content.ToJsonString(Wire.Json), StringComparison.Ordinal);

        var fields = new Dictionary<string, string> { ["act"] = "end-acting", ["caseId"] = Working.CaseId, ["cardSeen"] = "yes", ["reason"] = "本人到窗口说不让办了" };
        Assert.Equal(new Effect.NoteActingEnd(Working.CaseId, new EndRepresentation(true, "本人到窗口说不让办了")), new StaffDesk().Next(new(), new Heard.Posted(fields)).Effect);
        Assert.Null(new StaffDesk().Next(new(), new Heard.Posted(new Dictionary<string, string>(fields) { ["reason"] = " " })).Effect);
    }

    [Fact]
    public void Who_may_not_is_not_offered_it() => Assert.DoesNotContain(
        "登记不再替办",
        new StaffDesk().Next(new(), new Heard.EffectAnswered(new Effect.ShowCase(Working.CaseId), new EffectResult.Shown(Working.View with { Representation = Entrusted }))).Says.OfType<Say.Words>().Single().Choices.Select(choice => choice.Title));

    [Theory]
    [InlineData("representative", "representative")]
    [InlineData("person", null)]
    public void Whose_telephone_is_new_is_said(string whose, string? of)
    {
        var shown = new StaffDesk().Next(new(), new Heard.EffectAnswered(new Effect.ShowCase(Working.CaseId), new EffectResult.Shown(Working.View with { Representation = Entrusted })));
        var offer = shown.Says.OfType<Say.Words>().Single().Choices.Single(choice => choice.Title == "改登记手机号");
        Assert.Contains("phoneOf", new StaffDesk().Next(new(), new Heard.Picked(offer.Value)).Says.OfType<Say.Card>().Single().Content.ToJsonString(Wire.Json), StringComparison.Ordinal);

        var fields = new Dictionary<string, string> { ["act"] = "replace-phone", ["caseId"] = Working.CaseId, ["phoneOf"] = whose, ["newPhone"] = "13900002222", ["cardSeen"] = "yes", ["reason"] = "原来的手机号停用了" };
        Assert.Equal(of, Assert.IsType<Effect.ReplacePhone>(new StaffDesk().Next(new(), new Heard.Posted(fields)).Effect).Wish.Of);
    }
}
