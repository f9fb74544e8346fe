namespace OneVisit.Conversation.Tests;

public sealed class ChangeTests
{
    private static Talk Drawing()
    {
        var talk = Journeys.ToSummary().Presses("提交申请");
        talk.BackOffice = effect => effect switch
        {
            Effect.ShowCase => new EffectResult.Shown(Working.View with { Status = "closed", Benefit = new(new(2026, 4, 1), 1620, new(2027, 3, 1), null, null, true) }),
            Effect.Report => new EffectResult.ChangeReported(new("FH261124-AB12CD-00000000", new(2026, 12, 8), false)),
            _ => Working.Answer(effect),
        };
        return talk.Says(Working.CaseId);
    }

    [Fact]
    public void A_household_that_draws_something_can_tell_that_somebody_died()
    {
        var talk = Drawing().Presses("家里情况有变化").Bot("哪种变化").Presses("家里有人去世").Bot("节哀").Says("婆婆昨天夜里走了").Bot("FH261124-AB12CD-00000000", "12 月 8 日（周二）", "待遇照发");

        var report = Assert.IsType<Effect.Report>(talk.Effects[^1]);
        Assert.Equal((Working.CaseId, "death", "婆婆昨天夜里走了"), (report.CaseId, report.Change.Cause, report.Change.Words));
    }

    [Fact]
    public void Too_few_words_are_asked_for_again() => Drawing().Presses("家里情况有变化").Presses("有人找到工作了").Says("上班").Bot("再多说一点");

    [Fact]
    public void It_can_be_left_again() => Assert.Null(Drawing().Presses("家里情况有变化").Presses("不报了").Bot("没有报").State.Changing);

    [Theory]
    [InlineData(NoticeKinds.BenefitKept, "待遇不变")]
    [InlineData(NoticeKinds.BenefitChanged, "每月 1,200 元")]
    [InlineData(NoticeKinds.BenefitTapered, "恭喜")]
    [InlineData(NoticeKinds.BenefitStopped, "行政复议")]
    public void What_came_of_it_is_said_with_what_else_can_be_done(string kind, string words) =>
        Drawing().IsTold(kind, ("amount", "1200"), ("from", "2027-01-01"), ("until", "2027-07-01"), ("reason", "收入变了*"), ("cause", "due"), ("due", "2026-12-08")).Bot(words, Working.CaseId);
}
