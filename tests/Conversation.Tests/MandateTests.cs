using System.Text.Json;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Tests;

/// <summary>To whom, for what, who hears, until when; signed, replaced, taken back.</summary>
public sealed class MandateTests
{
    private static Talk AtMandate => Journeys.ToName().Says("李秀兰").Says(Journeys.IdNumber).Says("13800005678").Says("翟镇史家庄村");

    [Fact]
    public void What_is_signed_is_said_in_plain_words() =>
        AtMandate.Presses("请代办员帮忙").Bot("村代办员", "上门收材料", "只告诉我", "2027 年 2 月 24 日", "来不了");

    [Fact]
    public void The_code_signs_and_goes_with_the_application_under_the_applicants_name()
    {
        var mandate = Journeys.ToSummary().Bot("已签名").Presses("提交申请").Effects.OfType<Effect.Submit>().Single().Application.Mandate!;

        Assert.Equal(("village", "李秀兰", Working.Code, new DateOnly(2027, 2, 24)), (mandate.Level, mandate.Consent!.TypedName, mandate.Consent.Code, mandate.ExpiresOn));
    }

    [Fact]
    public void A_wrong_code_says_how_many_tries_are_left_and_asks_again() =>
        AtMandate.Presses("请代办员帮忙").Presses("发验证码，用验证码签").Says("111111").Bot("还可以再试 4 次", "6 位数字").Says(Working.Code).Presses("没有").Bot("请核对");

    [Fact]
    public void The_city_shows_the_code_where_no_telephone_is() =>
        AtMandate.Presses("请代办员帮忙").Presses("发验证码，用验证码签").Bot("演示", Working.Code, "5678");

    [Fact]
    public void The_townships_agent_may_be_chosen_and_do_more_and_hear_first()
    {
        var mandate = AtMandate.Presses("镇里的代办员").Bot("镇（街道）代办员").Presses("让他多办几样").Presses("全都帮我办").Presses("消息发给谁").Presses("进展先告诉代办员")
            .Presses("改到期日").Presses("半年").Bot("2027 年 5 月 24 日").Signs().Presses("没有").Presses("提交申请").Effects.OfType<Effect.Submit>().Single().Application.Mandate!;

        Assert.Equal(("township", "agent-first", new DateOnly(2027, 5, 24)), (mandate.Level, mandate.Notices, mandate.ExpiresOn));
        Assert.Equal(MandateActs.All, mandate.Acts!);
    }

    [Fact]
    public void Of_several_agents_one_may_be_named() =>
        Assert.Equal("shi-agent-2", AtMandate.Presses("请代办员帮忙").Presses("换个代办员").Presses("村里的代办员").Bot("想请哪一位").Presses("史玉梅").Bot("史玉梅").Signs().Presses("没有")
            .Presses("提交申请").Effects.OfType<Effect.Submit>().Single().Application.Mandate!.Agent);

    [Fact]
    public void Where_nobody_is_another_level_is_asked_for() => AtMandate.Presses("市里的代办员").Bot("现在没有人", "哪一级");

    [Fact]
    public void A_village_without_an_agent_says_so_before_anything_is_signed()
    {
        var talk = AtMandate;
        talk.BackOffice = effect => effect is Effect.ListAgents ? new EffectResult.Agents([.. Working.Agents.Skip(1)]) : Working.Answer(effect);
        talk.Presses("请代办员帮忙").Bot("现在没有人", "哪一级").Presses("镇里的代办员").Bot("怎么签");
    }

    [Fact]
    public void Who_signs_on_the_screen_gets_the_link_with_the_receipt()
    {
        var talk = AtMandate.Presses("请代办员帮忙").Presses("在屏幕上手写签名").Presses("没有").Bot("提交后手写签名").Presses("提交申请").Bot("还差您的签名");

        Assert.True(talk.Effects.OfType<Effect.Submit>().Single().Application.Mandate!.SignLater);
        Assert.Contains($"onevisit-form:sign/{Working.CaseId}/M14", JsonSerializer.Serialize(talk.LastSays.OfType<Say.Card>().Select(card => card.Content.ToJsonString())));
    }

    [Fact]
    public void Without_an_answer_from_the_office_nothing_told_is_lost()
    {
        var talk = AtMandate.Presses("请代办员帮忙");
        talk.BackOffice = _ => new EffectResult.Unreachable();
        talk.Presses("发验证码，用验证码签");
        talk.BackOffice = Working.Answer;
        talk.Presses("发验证码，用验证码签").Says(Working.Code).Presses("没有").Bot("请核对");
    }

    [Fact]
    public void What_changed_since_it_was_signed_is_signed_again()
    {
        var talk = Journeys.ToSummary();
        talk.BackOffice = effect => effect is Effect.Submit
            ? new EffectResult.Failed(new Problem("about:blank", "", 422, Code: ProblemCodes.CodeWrong, Errors: new Dictionary<string, string[]> { ["mandate.consent.code"] = ["改过了"] }))
            : Working.Answer(effect);
        talk.Presses("提交申请").Bot("重新签一下", "怎么签");
        talk.BackOffice = Working.Answer;
        talk.Signs().Presses("提交申请").Bot(Working.CaseId);
    }

    [Fact]
    public void Another_agent_may_be_named_for_a_case_that_is_on_its_way()
    {
        var talk = Journeys.ToSummary().Presses("提交申请").Says("换个代办员").Bot("哪一级").Presses("镇里的代办员").Presses("发验证码，用验证码签").Bot("输入您的姓名").Says("李秀兰").Says(Working.Code)
            .Bot("换好了", "冯桂兰");

        var granted = talk.Effects.OfType<Effect.GrantMandate>().Single();
        Assert.Equal((Working.CaseId, "township", "李秀兰"), (granted.CaseId, granted.Mandate.Level, granted.Mandate.Consent!.TypedName));
        Assert.Null(talk.State.Mandating);
    }

    [Fact]
    public void Naming_another_can_be_left() => Assert.Null(Journeys.ToSummary().Presses("提交申请").Says("换个代办员").Presses("先不用").State.Mandating);

    [Fact]
    public void Nothing_of_the_code_or_the_signature_is_left_after_the_receipt() =>
        Assert.DoesNotContain(Working.Code, JsonSerializer.Serialize(Journeys.ToSummary().Presses("提交申请").State with { Transcript = [] }), StringComparison.Ordinal);

    [Theory]
    [InlineData("冯桂兰", "township-agent", "ill", "镇里的代办员冯桂兰", "来不了")]
    [InlineData("", "township-officer", "outside-area", "镇民政办", "不在他的片区")]
    public void One_sentence_tells_who_comes_instead(string who, string role, string cause, string comes, string why) =>
        new Talk().Opens().IsTold(NoticeKinds.AgentChanged, ("who", who), ("role", role), ("cause", cause)).Bot(comes, why, "您不用做什么");

    [Theory]
    [InlineData("领取办件 XT261124-AB12CD 7K2M9QXY")]
    [InlineData("xt261124-ab12cd 7k2m9qxy")]
    public void A_case_an_agent_applied_for_is_taken_over_with_the_slip(string said) =>
        Assert.Equal(("XT261124-AB12CD", "7K2M9QXY"), new Talk().Opens().Says(said).Effects.OfType<Effect.Claim>().Select(claim => (claim.CaseId, claim.Code)).Single());

    [Fact]
    public void An_agent_holds_the_interview_and_the_client_signs()
    {
        var agent = new ClientAgent("shi-agent", "史建国", "village");
        var talk = new Talk { State = new DialogueState { Client = agent } }.Opens().Bot("坐下来问申请人").Says(Journeys.Story).Presses("对").Answers(Journeys.Widow).Presses("都对，看结果")
            .Says("农村低保").Presses("都能带来").Presses("知道了，同意").Says("李秀兰").Says(Journeys.IdNumber).Says("13800005678").Says("翟镇史家庄村")
            .Bot("请申请人本人签名", "史建国").Presses("发验证码到申请人手机").Says(Working.Code).Presses("没有");
        talk.BackOffice = effect => effect is Effect.Submit ? new EffectResult.Submitted(Working.Receipt with { ClaimCode = "7K2M9QXY" }) : Working.Answer(effect);

        var mandate = talk.Presses("提交申请").Bot("取件码 7K2M9QXY").Effects.OfType<Effect.Submit>().Single().Application.Mandate!;

        Assert.Equal(("shi-agent", "李秀兰"), (mandate.Agent, mandate.Consent!.TypedName));
        Assert.Contains(MandateActs.Apply, mandate.Acts!);
    }
}
