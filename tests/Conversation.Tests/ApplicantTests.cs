using System.Text.Json;

namespace OneVisit.Conversation.Tests;

public sealed class ApplicantTests
{
    [Theory]
    [InlineData("370982197001010015", "最后一位跟前面 17 位对不上")]
    [InlineData("37098219700101", "您写的是 14 位")]
    [InlineData("370982197013010016", "没有这一天")]
    [InlineData("370982209901010016", "出生日期还没到")]
    [InlineData("3709821970O1010016", "不是数字")]
    public void What_is_wrong_with_an_ID_number_is_explained(string number, string words) => Journeys.ToName().Says("李秀兰").Says(number).Bot(words);

    [Fact]
    public void The_ID_number_is_never_shown_in_full()
    {
        var talk = Journeys.ToName().Says("李秀兰").Says(Journeys.IdNumber).BotDoesNotSay(Journeys.IdNumber);
        talk.Says("13800005678").BotDoesNotSay(Journeys.IdNumber).Says("翟镇史家庄村").Presses("我自己来").Presses("没有").BotDoesNotSay(Journeys.IdNumber).BotDoesNotSay("13800005678");
    }

    [Fact]
    public void After_submission_the_state_forgets_the_person()
    {
        var state = JsonSerializer.Serialize(Journeys.ToSummary().Presses("提交申请").State);
        Assert.DoesNotContain(Journeys.IdNumber, state, StringComparison.Ordinal);
        Assert.DoesNotContain("13800005678", state, StringComparison.Ordinal);
    }

    [Fact]
    public void The_transcript_never_holds_the_ID_number() =>
        Assert.DoesNotContain(Journeys.ToSummary().State.Transcript, line => line.Contains("0016", StringComparison.Ordinal));

    [Fact]
    public void A_sentence_is_no_name() => Journeys.ToName().Says("我也不知道应该怎么说才好").Bot("只写姓名");

    [Fact]
    public void The_mandate_says_what_the_agent_may_not_do() =>
        Journeys.ToName().Says("李秀兰").Says(Journeys.IdNumber).Says("13800005678").Says("翟镇史家庄村").Bot("拿您的银行卡或密码", "2027 年 2 月 24 日", "撤销代办");

    [Fact]
    public void Submitting_sends_everything_once_told()
    {
        var sent = Assert.IsType<Effect.Submit>(Journeys.ToSummary().Presses("提交申请").Effects[^1]).Application;
        Assert.Equal(("D1.2", "370982103201", 4, true), (sent.Service, sent.Applicant.Village, sent.Household.Members ?? 0, sent.MandateToAgent));
    }

    [Fact]
    public void The_receipt_gives_number_and_day_with_weekday() => Journeys.ToSummary().Presses("提交申请").Bot(Working.CaseId, "12 月 22 日（周二）", "收集材料");

    [Fact]
    public void Pressing_submit_again_shows_the_same_case_and_sends_nothing()
    {
        var talk = Journeys.ToSummary().Presses("提交申请").PressesOld("Summary:yes").Bot("不会重复办", Working.CaseId);
        Assert.Single(talk.Effects.OfType<Effect.Submit>());
    }

    [Fact]
    public void A_retry_after_silence_has_the_same_submission_id()
    {
        var talk = Journeys.ToSummary();
        talk.BackOffice = _ => new EffectResult.Unreachable();
        talk.Presses("提交申请").Bot("您说的都存着");
        talk.BackOffice = Working.Answer;
        talk.Presses("再试一次");
        Assert.Single(talk.Effects.OfType<Effect.Submit>().Select(each => each.Application.SubmissionId).Distinct());
    }

    [Fact]
    public void A_field_the_back_office_refuses_is_asked_again()
    {
        var talk = Journeys.ToSummary();
        talk.BackOffice = _ => new EffectResult.Failed(new Problem("about:blank", "Invalid", 400, Code: ProblemCodes.Invalid, Errors: new Dictionary<string, string[]> { ["applicant.phone"] = ["x"] }));
        talk.Presses("提交申请").Bot("电话有问题");
        Assert.Equal(Stage.Phone, talk.State.Stage);
    }

    [Fact]
    public void A_field_refused_late_is_asked_again_though_something_else_was_asked_meanwhile()
    {
        var talk = Journeys.ToSummary();
        var waiting = new ResidentDialogue(City.World()).Next(talk.State, new Heard.Said("提交"), City.Now);
        talk.State = waiting.State;
        var refused = new EffectResult.Failed(new Problem("about:blank", "Invalid", 400, Code: ProblemCodes.Invalid, Errors: new Dictionary<string, string[]> { ["applicant.phone"] = ["x"] }));
        talk.Says("我的办件").Hears(new Heard.EffectAnswered(waiting.Effect!, refused)).Bot("电话有问题");
        Assert.Equal(Stage.Phone, talk.State.Stage);
    }
}
