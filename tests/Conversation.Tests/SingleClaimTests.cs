using OneVisit.Domain.Eligibility;

namespace OneVisit.Conversation.Tests;

/// <summary>A family somewhat above the standard, in which one may claim alone.</summary>
public sealed class SingleClaimTests
{
    private static Talk Asked() => new Talk().Opens().Says(Journeys.Story).Presses("对")
        .Says("是").Says("农村").Says("4口人").Says("3500").Says("没有").Says("没有").Says("没有");

    [Fact]
    public void A_borderline_family_is_asked_for_the_severely_disabled_and_gravely_ill() => Asked().Bot("有没有重度残疾的人");

    [Fact]
    public void Where_there_is_nobody_nothing_more_is_asked() => Asked().Says("没有").Bot("家里没有可以单独申请的重残、重病人员");

    [Fact]
    public void Where_there_is_somebody_the_township_has_to_look() =>
        Assert.True(Asked().Says("有").Says("没有").Says("1套").Says("没有").Says("没有").Says("没有").Bot("能不能单独申请").State.Household.HasSeverelyAffectedMember);

    [Fact]
    public void Why_it_is_asked_is_told_with_the_law() => Asked().Says("为什么问这个").Bot("可以自己单独申请低保", "最低生活保障审核确认办法");

    [Fact]
    public void A_family_far_above_the_standard_is_not_asked() => new Talk().Opens().Says(Journeys.Story).Presses("对")
        .Says("是").Says("农村").Says("4口人").Says("9000").BotDoesNotSay("重度残疾");

    [Fact]
    public void Not_to_know_is_a_good_answer() => Assert.Contains(Question.SeverelyAffectedMember, Asked().Says("不清楚").State.Unsure);
}
