using OneVisit.Contracts;
using OneVisit.Conversation.Tests.Support;

namespace OneVisit.Conversation.Tests;

/// <summary>Papers that follow later (容缺) or are replaced by a commitment (告知承诺).</summary>
public sealed class PapersTests
{
    // A likely old couple with much spending on illness: papers of both sorts.
    private static readonly Dictionary<string, string> Couple = new()
    {
        ["Registration"] = "农村", ["Members"] = "3", ["MonthlyIncome"] = "1500", ["Homes"] = "1套", ["Spending"] = "看病", ["MedicalSpending"] = "3万", ["Belongings"] = "都没有",
        ["BirthDate@2"] = "1985年3月1日", ["Disability@2"] = "精神二级",
    };

    private static Talk Listed() => new Talk().Opens().Says("我八十三，老伴八十一，儿子精神残疾，家里没钱").Presses("对").Answers(Couple).Presses("都对，看结果").Says("都申请").Presses(Journeys.Myself);

    private static Talk ToSummary(Talk talk) => talk.Presses("知道了，同意").Says("李秀兰").Says(Journeys.IdNumber).Says("13800005678").Says("翟镇史家庄村").Presses("我自己来").Presses("没有");

    private static MaterialChoices? Sent(Talk talk) => Assert.IsType<Effect.Apply>(talk.Presses("提交申请").Effects[^1]).Application.Choices;

    [Fact]
    public void What_may_follow_is_told_with_its_day_and_what_happens_otherwise() => Listed().Bot("病历和医疗票据以后补", "12 月 1 日（周二）", "没补齐以前，结果先不送达");

    [Fact]
    public void What_a_commitment_replaces_is_told_with_what_one_answers_for() => Listed().Bot("收入声明用承诺代替", "情况属实", "退回领到的钱，并承担责任");

    [Fact]
    public void To_bring_all_is_the_first_answer_and_sends_no_choice()
    {
        var talk = Listed();
        Assert.Equal("都能带来", talk.Choices[0].Title);
        Assert.Null(Sent(ToSummary(talk.Presses("都能带来")).Bot("都带来")));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("病历以后补")]
    [InlineData("病历和医疗票据")]
    public void A_number_or_a_name_lets_a_paper_follow(string said)
    {
        var choices = Sent(ToSummary(Listed().Says(said).Bot("病历和医疗票据以后补，最晚 12 月 1 日（周二）")));
        Assert.Equal(["M08"], choices!.Later!);
        Assert.Empty(choices.ByCommitment!);
    }

    [Fact]
    public void Ticks_choose_several_at_once_and_the_receipt_reminds_of_what_follows()
    {
        var talk = ToSummary(Listed().PressesOld("Papers:=commitment-M07,later-M08")).Bot("收入声明用承诺代替");
        var choices = Sent(talk);
        Assert.Equal(["M08", "M07"], choices!.Later!.Concat(choices.ByCommitment!));
        talk.Bot("记得补交", "12 月 1 日（周二）");
    }

    [Fact]
    public void The_choice_can_be_changed_before_it_is_submitted() =>
        Assert.Null(Sent(ToSummary(Listed().Says("2")).Says("改一下材料").Bot("以后补").Says("都能带").Bot("请核对")));

    [Theory]
    [InlineData("Papers:later-M05")]
    [InlineData("Papers:=later-M08,commitment-M04")]
    [InlineData("Papers:x")]
    public void What_the_list_does_not_allow_cannot_be_pressed(string value)
    {
        var talk = Listed().PressesOld(value).Bot("都能带来吗");
        Assert.Equal((Stage.Papers, null), (talk.State.Stage, talk.State.Papers));
    }

    [Fact]
    public void Who_is_not_understood_is_told_what_to_say() => Listed().Says("啦啦啦").Bot("可以说「都能带来」");

    [Fact]
    public void Why_it_is_asked_is_answered() => Listed().Says("为什么").Bot("先受理、后补交");

    [Fact]
    public void One_case_alone_carries_the_choice_too() => Assert.Equal(["M07"], Assert.IsType<Effect.Submit>(
        Journeys.ToVerdict().Says("农村低保").Presses(Journeys.Myself).Presses("收入声明用承诺代替").Presses("知道了，同意").Says("李秀兰").Says(Journeys.IdNumber).Says("13800005678").Says("翟镇史家庄村").Presses("我自己来").Presses("没有")
            .Presses("提交申请").Effects[^1]).Application.Choices!.ByCommitment!);

    [Fact]
    public void A_choice_that_the_office_refuses_is_asked_again()
    {
        var talk = ToSummary(Listed().Says("2"));
        talk.BackOffice = _ => new EffectResult.Failed(new Problem("about:blank", "Invalid", 400, Code: ProblemCodes.Invalid, Errors: new Dictionary<string, string[]> { ["choices.later"] = ["x"] }));
        talk.Presses("提交申请").Bot("请重新选一次", "都能带来吗");
        Assert.Equal(Stage.Papers, talk.State.Stage);
    }

    [Fact]
    public void Where_nothing_may_be_put_off_nothing_is_asked() =>
        Assert.NotEqual(Stage.Papers, new Talk().Opens().Says("高龄津贴怎么领").Answers(new Dictionary<string, string> { ["Registration"] = "农村", ["WhoIsThere@0"] = "婆婆八十三了" }).Presses("都对，看结果").Says("现在申请").State.Stage);
}
