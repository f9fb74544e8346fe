using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Understanding.Dates;
using OneVisit.Domain.Identity;

namespace OneVisit.Conversation.Tests;

/// <summary>Until when a letter of entrusting counts: one tap for most, a day for others.</summary>
public sealed class ActingUntilTests
{
    private static Talk Asked() => new Talk().Opens().Says("我替我妈申请低保，她一个人在村里过不下去").Presses("对").Answers(Journeys.Widow).Presses("都对，看结果").Says("农村低保").Presses("能，是本人让我办的");

    [Fact]
    public void It_is_asked_before_the_list_and_one_tap_will_do()
    {
        var talk = Asked().Bot("您母亲让您办到哪天", "2027 年 11 月 24 日").BotDoesNotSay("材料清单").Presses("办完为止").Bot("办到 2027 年 11 月 24 日", "您母亲签名的委托书", "材料清单", "M14");
        Assert.Equal(new DateOnly(2027, 11, 24), talk.State.Draft.Acting!.Until);
    }

    [Theory]
    [InlineData("2027年3月1日", "2027-03-01")]
    [InlineData("明年3月1号", "2027-03-01")]
    [InlineData("明年三月", "2027-03-31")]
    [InlineData("3月1日", "2027-03-01")]
    [InlineData("12月5号", "2026-12-05")]
    [InlineData("年底", "2026-12-31")]
    [InlineData("到今年年底", "2026-12-31")]
    [InlineData("三个月", "2027-02-24")]
    [InlineData("180天", "2027-05-23")]
    [InlineData("半年", "2027-05-24")]
    [InlineData("一年", "2027-11-24")]
    [InlineData("十天", "2026-12-04")]
    [InlineData("春节", "2027-02-06")]
    [InlineData("1 March 2027", "2027-03-01")]
    [InlineData("three months", "2027-02-24")]
    [InlineData("办完为止", "2027-11-24")]
    [InlineData("没说哪天", "2027-11-24")]
    [InlineData("办好就行", "2027-11-24")]
    [InlineData("until it is done", "2027-11-24")]
    public void A_day_is_read_as_people_write_it(string words, string last) =>
        Assert.Equal(last, $"{Asked().Says(words).State.Draft.Acting!.Until:yyyy-MM-dd}");

    [Theory]
    [InlineData("2025年3月1日", "已经过去了")]
    [InlineData("后年", "太远了")]
    [InlineData("2030-01-01", "2030 年 1 月 1 日，太远了")]
    [InlineData("2031年3月5号", "2031 年 3 月 5 日，太远了")]
    [InlineData("两年", "太远了")]
    [InlineData("啦啦啦", "办完为止")]
    public void What_cannot_be_is_said_kindly_and_asked_again(string words, string said)
    {
        var talk = Asked().Says(words).Bot(said);
        Assert.Equal((Stage.ActingUntil, null), (talk.State.Stage, talk.State.Draft.Acting!.Until));
        Assert.Contains("办完为止", talk.Choices.Select(choice => choice.Title));
    }

    [Fact]
    public void Why_it_is_asked_is_told() => Asked().Says("为什么").Bot("第一百六十五条");

    [Fact]
    public void The_day_stands_on_the_summary_and_can_be_changed_there()
    {
        var talk = Asked().Says("三个月").Presses("知道了，同意").Says("张桂英").Says("370982194503070023").Says("李建国").Says(Journeys.IdNumber).Says("13800005678").Presses("没有").Says("翟镇史家庄村").Presses("没有")
            .Bot("替办到哪天", "2027 年 2 月 24 日");
        talk.Presses("改一下答案").Presses("替办到哪天").Says("半年").Bot("请核对", "2027 年 5 月 24 日").Presses("提交申请");
        Assert.Equal(new DateOnly(2027, 5, 24), Assert.IsType<Effect.Submit>(talk.Effects[^1]).Application.Representative!.Until);
    }

    [Fact]
    public void A_day_that_the_office_refuses_is_asked_again()
    {
        var talk = Asked().Says("三个月").Presses("知道了，同意").Says("张桂英").Says("370982194503070023").Says("李建国").Says(Journeys.IdNumber).Says("13800005678").Presses("没有").Says("翟镇史家庄村").Presses("没有");
        talk.BackOffice = _ => new EffectResult.Failed(new Problem("about:blank", "Invalid", 422, Code: ProblemCodes.Invalid, Errors: new Dictionary<string, string[]> { ["representative.until"] = ["x"] }));
        Assert.Equal(Stage.ActingUntil, talk.Presses("提交申请").Bot("委托到哪天").State.Stage);
    }

    [Fact]
    public void A_guardian_has_no_letter_and_is_not_asked() =>
        new Talk().Opens().Says("我替我妈申请低保，她一个人在村里过不下去").Presses("对").Answers(Journeys.Widow).Presses("都对，看结果").Says("农村低保").Presses("不能，我是监护人").Bot("材料清单").BotDoesNotSay("办到哪天");

    [Fact]
    public void In_English_too() => new Talk { State = new DialogueState { Language = Domain.Language.English, LanguageChosen = true } }.Opens().Says("I am applying for my mother, she cannot make ends meet").Presses("Yes").Answers(Journeys.Widow).Presses("All right, show me").Says("rural subsistence allowance").Presses("Yes, and they asked me to")
        .Bot("Until when does your mother want you to act").Says("in three months").Bot("Noted: until 24 February 2027");

    [Fact]
    public void A_conversation_of_the_release_before_is_asked_when_it_comes_by()
    {
        var talk = Asked().Presses("办完为止");
        talk.State = talk.State with { Draft = talk.State.Draft with { Acting = talk.State.Draft.Acting! with { Until = null } } };
        talk.Presses("知道了，同意").Bot("办到哪天").Presses("办完为止").Bot("叫什么名字");
    }
}
