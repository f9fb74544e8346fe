using OneVisit.Contracts;
using OneVisit.Conversation.Tests.Support;

namespace OneVisit.Conversation.Tests;

/// <summary>Anybody objects to a public notice in the chat, by the number on it.</summary>
public sealed class ObjectionTests
{
    private const string Notice = "GS261124-7K2M9Q";
    private const string What = "他家在县城还有一套房子出租";

    private static RaiseObjection Sent(Talk talk) => Assert.Single(talk.Effects.OfType<Effect.Object>()).Objection;

    [Theory]
    [InlineData("对公示有意见")]
    [InlineData("我对公示有异议")]
    [InlineData("公示不属实")]
    [InlineData("I want to object to the notice")]
    public void The_number_and_what_is_wrong_are_told_and_it_is_raised(string wish)
    {
        var talk = new Talk().Opens().Says(wish).Says(Notice.ToLowerInvariant()).Says(What);
        talk.Says(talk.Choices[0].Title);

        Assert.Equal((Notice, What, null, null), (Sent(talk).Notice, Sent(talk).Words, Sent(talk).Name, Sent(talk).Phone));
    }

    [Fact]
    public void Who_names_the_notice_at_once_is_not_asked_for_it() =>
        Assert.Equal(Notice, Sent(new Talk().Opens().Says($"对公示{Notice}有意见").Bot("哪里不对").Says(What).Presses("匿名")).Notice);

    [Fact]
    public void Number_code_and_day_of_the_answer_are_told() =>
        new Talk().Opens().Says("对公示有意见").Bot("GS").Says(Notice).Says(What).Presses("匿名").Bot("YY261124-7K2M9QXY", "ABCDE12345", "12 月 1 日（周二）", "答复以前不会作决定");

    [Fact]
    public void Who_wants_to_be_asked_back_leaves_a_number() =>
        Assert.Equal("13800005678", Sent(new Talk().Opens().Says("对公示有意见").Says(Notice).Says(What).Presses("留电话").Says("13800005678")).Phone);

    [Fact]
    public void A_number_that_is_none_is_asked_again() => new Talk().Opens().Says("对公示有意见").Says("就是老张家那个").Bot("没认出来", "GS 开头");

    [Fact]
    public void A_number_that_nobody_posted_is_asked_again()
    {
        var talk = new Talk().Opens();
        talk.BackOffice = effect => effect is Effect.Object
            ? new EffectResult.Failed(new Problem("about:blank", "", 422, "没有这个公示编号", ProblemCodes.Invalid, new Dictionary<string, string[]> { ["notice"] = ["没有这个公示编号"] }))
            : Working.Answer(effect);

        Assert.False(talk.Says("对公示有意见").Says(Notice).Says(What).Presses("匿名").Bot("没有这个公示编号").State.Complaint!.CaseSettled);
    }

    [Fact]
    public void A_notice_that_is_over_ends_the_talk_and_says_what_else_there_is()
    {
        var talk = new Talk().Opens();
        talk.BackOffice = effect => effect is Effect.Object ? new EffectResult.Failed(new Problem("about:blank", "", 409, "可以投诉或申诉", ProblemCodes.NoticeOver)) : Working.Answer(effect);

        Assert.Null(talk.Says("对公示有意见").Says(Notice).Says(What).Presses("匿名").Bot("可以投诉或申诉").State.Complaint);
    }

    [Fact]
    public void One_may_think_better_of_it() => Assert.Null(Journeys.ToName().Says("对公示有意见").Says("不提了").Bot("没有留", "叫什么名字").State.Complaint);

    [Fact]
    public void What_is_told_goes_to_no_transcript() =>
        Assert.DoesNotContain(new Talk().Opens().Says("对公示有意见").Says(Notice).Says(What).State.Transcript, line => line.Contains(What, StringComparison.Ordinal));

    [Fact]
    public void Number_and_code_open_the_answer()
    {
        var talk = new Talk().Opens().Says("查异议 YY261124-7K2M9QXY ABCDE12345").Bot("正在查");

        Assert.Equal(new Effect.ShowObjection("YY261124-7K2M9QXY", "ABCDE12345"), talk.Effects[^1]);
    }

    [Fact]
    public void The_household_is_told_that_somebody_objected_and_what_came_of_it()
    {
        new Talk().Opens().IsTold(NoticeKinds.ObjectionRaised).Bot("有人提了不同意见", "不用做什么");
        new Talk().Opens().IsTold(NoticeKinds.ObjectionAnswered, ("finding", "unfounded"), ("again", "no")).Bot("不成立");
        new Talk().Opens().IsTold(NoticeKinds.ObjectionAnswered, ("finding", "upheld"), ("again", "yes")).Bot("重新入户");
    }
}
