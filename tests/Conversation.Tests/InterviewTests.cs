using OneVisit.Domain.Eligibility;

namespace OneVisit.Conversation.Tests;

public sealed class InterviewTests
{
    [Theory]
    [InlineData("一个月1300", 1300)]
    [InlineData("1千3", 1300)]
    [InlineData("一千三百块", 1300)]
    [InlineData("一千三", 1300)]
    [InlineData("1,300元", 1300)]
    [InlineData("１３００", 1300)]
    [InlineData("一年一万二", 1000)]
    [InlineData("1000到1500", 1500)]
    [InlineData("一两千", 2000)]
    [InlineData("没有", 0)]
    [InlineData("工资1300，婆婆养老金200", 1500)]
    [InlineData("one thousand three hundred", 1300)]
    [InlineData("欠了三万块，一个月1300", 1300)]
    [InlineData("工资1300，每月还贷款800", 1300)]
    [InlineData("没有，外面还有三万块钱的债", 0)]
    public void Income_is_understood_as_people_say_it(string said, int yuan) =>
        Assert.Equal(yuan, new Talk().Opens().Says(Journeys.Story).Presses("对").Answers(Journeys.Widow, until: "MonthlyIncome").Says(said).Household.MonthlyIncome?.Yuan);

    [Theory]
    [InlineData("4", 4)]
    [InlineData("四口人", 4)]
    [InlineData("我、婆婆和两个孩子", 4)]
    [InlineData("公公婆婆、我和三个孩子", 6)]
    [InlineData("就我一个人", 1)]
    [InlineData("me, my mother-in-law and two children", 4)]
    public void People_are_counted(string said, int people) =>
        Assert.Equal(people, Journeys.At("Members").Says(said).Household.Members);

    [Theory]
    [InlineData("-500")]
    [InlineData("负一千二")]
    [InlineData("欠人家三万")]
    [InlineData("一天80")]
    [InlineData("999999999999999999999999")]
    public void A_number_that_cannot_be_is_asked_again_with_an_example(string said)
    {
        var talk = Journeys.At("MonthlyIncome").Says(said).Bot("比如「一个月 1300」");
        Assert.Null(talk.Household.MonthlyIncome);
    }

    [Fact]
    public void Progress_is_told_in_words() => Journeys.At("Members").Bot("还有大约");

    [Fact]
    public void Why_is_answered_with_the_law() => Journeys.At("MonthlyIncome").Says("为什么问这个").Bot("农村低保", "社会救助暂行办法 第九条");

    [Fact]
    public void I_do_not_know_is_a_good_answer()
    {
        var talk = Journeys.At("Registration").Says("不清楚").Bot("没关系");
        Assert.Null(talk.Household.HasLocalHukou);
        Assert.NotEqual("Registration", talk.State.Inquiry?.Checklist?.ToString());
    }

    [Fact]
    public void A_step_back_shows_what_was_said() => Journeys.At("Registration").Says("农村").Says("上一步").Bot("您之前说的是：农村户口");

    [Fact]
    public void Steps_back_go_further_back() => Journeys.At("MonthlyIncome").Says("1300").Answers(Journeys.Widow).Says("上一步").Says("上一步").Bot("您之前说的是");

    [Fact]
    public void What_was_said_can_be_kept()
    {
        var talk = Journeys.At("Registration").Says("农村").Says("上一步").Presses("不改了").Bot("好，不改");
        Assert.Equal(Area.Rural, talk.Household.Area);
    }

    [Fact]
    public void An_answer_can_be_changed_in_one_line() =>
        Assert.Equal(1600, Journeys.ToReview().Says("收入改成1600").Household.MonthlyIncome?.Yuan);

    [Fact]
    public void A_change_asks_and_goes_on_where_one_was() => Journeys.ToName().Says("改一下收入").Bot("全家人一个月的收入").Says("1500").Bot("照现在的说法", "叫什么名字");

    [Fact]
    public void Three_misses_bring_a_person_and_hand_the_conversation_over()
    {
        var talk = Journeys.Told().Says("啦啦啦").Says("呵呵呵").Says("哈哈哈").Bot("0538-7000103", "翟镇民政办");
        Assert.Contains(Assert.IsType<Effect.CallPerson>(talk.Effects[^1]).Transcript, line => line.Contains("啦啦啦", StringComparison.Ordinal));
    }

    [Fact]
    public void An_old_button_changes_the_answer_it_belongs_to() =>
        Assert.False(Journeys.At("Members").PressesOld("q:Registration:=elsewhere").Household.HasLocalHukou);

    [Fact]
    public void A_button_that_never_was_is_answered_and_changes_nothing()
    {
        var talk = Journeys.Told();
        var before = talk.State.Answers;
        Assert.Equal(before.Length, talk.PressesOld("q:Members:4000").Bot("已经过去了").State.Answers.Length);
    }

    [Fact]
    public void Who_comes_back_goes_on_where_they_were() => Journeys.At("Members").Opens().Bot("您回来了", "几口人");

    [Fact]
    public void Starting_over_is_asked_first() => Journeys.Told().Says("重新开始").Bot("要重新开始吗").Presses("先不用").Bot("接着来");

    [Theory]
    [InlineData("是")]
    [InlineData("重新开始")]
    public void Starting_over_can_be_confirmed_in_words(string yes) =>
        Assert.Equal(Stage.Story, Journeys.ToVerdict().Says("重新开始").Says(yes).BotDoesNotSay("材料").State.Stage);

    [Theory]
    [InlineData("不用")]
    [InlineData("先不用")]
    public void Starting_over_can_be_declined_in_words(string no) =>
        Assert.Equal(Stage.Verdict, Journeys.ToVerdict().Says("重新开始").Says(no).Bot("接着来").State.Stage);

    [Fact]
    public void What_does_not_answer_whether_to_start_over_is_heard_as_ever() =>
        Assert.Equal(Stage.Papers, Journeys.ToVerdict().Says("重新开始").Says("现在申请").Presses(Journeys.Myself).State.Stage);

    [Fact]
    public void Whether_to_start_over_is_asked_once() =>
        Assert.Equal(Stage.ForWhom, Journeys.ToVerdict().Says("重新开始").Presses("先不用").Says("是").State.Stage);
}
