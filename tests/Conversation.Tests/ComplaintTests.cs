using OneVisit.Contracts;
using OneVisit.Conversation.Tests.Support;

namespace OneVisit.Conversation.Tests;

/// <summary>Anybody can complain, at any point, without saying who they are and without losing what they were filling in.</summary>
public sealed class ComplaintTests
{
    private const string What = "上周三去镇里交材料，窗口的人一直玩手机，让我白跑两趟";

    private static FileComplaint Sent(Talk talk) => Assert.Single(talk.Effects.OfType<Effect.Complain>()).Complaint;

    private static Talk WithoutCases(Talk talk)
    {
        talk.BackOffice = effect => effect is Effect.ListMyCases ? new EffectResult.Cases([]) : Working.Answer(effect);
        return talk;
    }

    [Theory]
    [InlineData("我要投诉", "complaint")]
    [InlineData("投诉", "complaint")]
    [InlineData("申诉", "appeal")]
    [InlineData("I want to make a complaint", "complaint")]
    public void A_complaint_is_told_in_one_message_and_filed(string wish, string kind)
    {
        var talk = WithoutCases(new Talk().Opens()).Says(wish).Says(What);
        talk.Says(talk.Choices[0].Title);
        Assert.Equal((kind, What, null, null), (Sent(talk).Kind, Sent(talk).Words, Sent(talk).CaseId, Sent(talk).Contact));
    }

    [Fact]
    public void Number_code_and_day_of_the_answer_are_told() =>
        WithoutCases(new Talk().Opens()).Says("我要投诉").Bot("不经过被投诉的人").Says(What).Bot("匿名").Presses("匿名").Bot("TS261124-7K2M9QXY", "ABCDE12345", "12 月 8 日（周二）", "查投诉 TS261124-7K2M9QXY ABCDE12345");

    [Fact]
    public void The_own_case_it_is_about_can_be_pressed() =>
        Assert.Equal(Working.CaseId, Sent(new Talk().Opens().Says("我要投诉").Says(What).Presses($"{Working.CaseId} 农村低保").Presses("匿名")).CaseId);

    [Fact]
    public void It_may_be_about_none_of_them() => Assert.Null(Sent(new Talk().Opens().Says("我要投诉").Says(What).Presses("跟办件无关").Presses("匿名")).CaseId);

    [Fact]
    public void A_case_number_in_the_words_is_enough()
    {
        var talk = new Talk().Opens().Says("我要投诉").Says($"{What}，受理号 {Working.CaseId}").Presses("匿名");
        Assert.Equal((Working.CaseId, 0), (Sent(talk).CaseId, talk.Effects.OfType<Effect.ListMyCases>().Count()));
    }

    [Fact]
    public void Who_wants_to_be_asked_back_leaves_a_number() =>
        Assert.Equal("13800005678", Sent(WithoutCases(new Talk().Opens()).Says("我要投诉").Says(What).Presses("留电话").Bot("哪个电话").Says("13800005678")).Contact);

    [Fact]
    public void Too_little_is_asked_for_more() => new Talk().Opens().Says("我要投诉").Says("太差").Bot("至少 5 个字");

    [Fact]
    public void What_is_told_in_a_sentence_need_not_be_told_again() => Assert.Equal("村主任把低保给他亲戚了，我要举报", WithoutCases(new Talk().Opens()).Says("村主任把低保给他亲戚了，我要举报").Bot("匿名").State.Complaint?.Words);

    [Theory]
    [InlineData("MonthlyIncome")]
    [InlineData("Members")]
    public void The_question_one_was_at_comes_back(string inquiry)
    {
        var talk = WithoutCases(Journeys.At(inquiry));
        var before = talk.State;
        talk.Says("我要投诉").Says(What).Presses("匿名");
        Assert.Equal((before.Stage, before.Inquiry, before.Answers.Length, null), (talk.State.Stage, talk.State.Inquiry, talk.State.Answers.Length, talk.State.Complaint));
        Assert.Contains(talk.Choices, choice => choice.Title == "不清楚");
    }

    [Fact]
    public void An_application_goes_on_after_it() =>
        WithoutCases(Journeys.ToName()).Says("我要投诉").Says(What).Presses("匿名").Says("李秀兰").Bot("身份证号");

    [Fact]
    public void One_may_think_better_of_it() => Assert.Null(Journeys.ToName().Says("我要投诉").Says("算了").Bot("不投诉了", "叫什么名字").State.Complaint);

    [Fact]
    public void Whoever_turns_to_something_else_is_not_taken_at_their_next_words()
    {
        var talk = Journeys.Told().Says("我要投诉");
        talk.PressesOld("cmd:change").Says("4口人");
        Assert.Empty(talk.Effects.OfType<Effect.Complain>());
        Assert.Null(talk.State.Complaint);
    }

    [Fact]
    public void It_is_in_nobody_elses_hands() =>
        Assert.DoesNotContain(WithoutCases(new Talk().Opens()).Says("我要投诉").Says(What).State.Transcript, line => line.Contains("玩手机", StringComparison.Ordinal));

    [Fact]
    public void After_a_silence_it_is_sent_again_as_the_same()
    {
        var talk = WithoutCases(new Talk().Opens()).Says("我要投诉").Says(What);
        talk.BackOffice = _ => new EffectResult.Unreachable();
        talk.Presses("匿名").Bot("都存着");
        talk.BackOffice = Working.Answer;
        talk.Presses("再试一次").Bot("取件码");
        Assert.Single(talk.Effects.OfType<Effect.Complain>().Select(each => each.Complaint.SubmissionId).Distinct());
    }

    [Fact]
    public void A_case_that_is_not_there_is_asked_again()
    {
        var talk = new Talk().Opens().Says("我要投诉").Says($"{What}，受理号 XT261124-NOTHERE1");
        talk.BackOffice = effect => effect is Effect.Complain
            ? new EffectResult.Failed(new Problem("about:blank", "Invalid", 400, Code: ProblemCodes.Invalid, Errors: new Dictionary<string, string[]> { ["caseId"] = ["没有这个办件"] }))
            : Working.Answer(effect);
        talk.Presses("匿名").Bot("说的是您的哪一件");
        talk.BackOffice = Working.Answer;
        talk.Presses("跟办件无关").Bot("取件码");
    }

    [Theory]
    [InlineData("查投诉 TS261124-7K2M9QXY ABCDE12345")]
    [InlineData("ts261124-7k2m9qxy abcde12345")]
    [InlineData("complaint TS261124-7K2M9QXY ABCDE12345")]
    public void Its_answer_is_shown_to_who_has_the_code(string said)
    {
        var talk = new Talk().Opens().Says(said);
        Assert.Equal(new Effect.ShowComplaint("TS261124-7K2M9QXY", "ABCDE12345"), talk.Effects[^1]);
        Assert.DoesNotContain(talk.State.Transcript, line => line.Contains("ABCDE12345", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_answer_is_told_with_its_finding()
    {
        var talk = new Talk().Opens();
        talk.BackOffice = _ => new EffectResult.ComplaintShown(new ComplaintView("TS261124-7K2M9QXY", "complaint", "answered", new(2026, 11, 24), new(2026, 12, 8), "green", "upheld", "当事人已调离窗口", new(2026, 12, 1), null));
        talk.Says("查投诉 TS261124-7K2M9QXY ABCDE12345").Bot("属实", "当事人已调离窗口", "12 月 1 日（周二）");
    }

    [Fact]
    public void Without_the_code_one_is_told_how_to_ask() => new Talk().Opens().Says("查投诉").Bot("取件码");

    [Fact]
    public void A_wrong_code_shows_nothing()
    {
        var talk = new Talk().Opens();
        talk.BackOffice = _ => new EffectResult.Failed(new Problem("about:blank", "", 404, Code: ProblemCodes.NotFound));
        talk.Says("查投诉 TS261124-7K2M9QXY ABCDE99999").Bot("没找到这个投诉");
    }
}
