using OneVisit.Conversation.Resident;
using OneVisit.Conversation.Tests.Support;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;

namespace OneVisit.Conversation.Tests;

/// <summary>A family somewhat above the standard, in which one may claim alone.</summary>
public sealed class SingleClaimTests
{
    private static readonly Inquiry Affected = Inquiry.About(Question.SeverelyAffectedMember);

    private static readonly Dictionary<string, string> Borderline = new(Journeys.Widow)
    {
        ["MonthlyIncome"] = "3500", ["SeverelyAffectedMember"] = "有", ["Disability@0"] = "智力一级", ["BirthDate@0"] = "1985年3月1日", ["Away@0"] = "都没有", ["OutOfWork@0"] = "没有工作", ["LivesInLongTerm@0"] = "一直住在一起",
    };

    // Whose only wish is the allowance is not asked about people before.
    private static Talk Asked() => new Talk().Opens().Says("农村低保咋办").Answers(Borderline, until: "SeverelyAffectedMember");

    private static Talk Told(string people) => Asked().Says("有").Answers(Borderline, until: "WhoIsThere@0").Says(people).Answers(Borderline);

    [Fact]
    public void A_borderline_family_is_asked_for_the_severely_disabled_and_gravely_ill() => Asked().Bot("有没有重度残疾的人");

    [Fact]
    public void Where_there_is_nobody_nothing_more_is_asked() =>
        Asked().Says("没有").Bot("家里没有重残或重病的人", "都问完了").Presses("都对，看结果").Bot("可能不符合", "人均月收入不低于低保标准", "家里没有可以单独申请的重残、重病人员");

    [Fact]
    public void Where_there_is_somebody_the_township_has_to_look() =>
        Assert.True(Told("不清楚").Presses("都对，看结果").Bot("看不准", "家里都有谁", "民政办会上门").Household.HasSeverelyAffectedMember);

    [Fact]
    public void Whose_income_alone_counts_has_it_worked_out_by_the_township() => Told("儿子残疾一级").Presses("都对，看结果").Bot("看不准", "要看本人自己的收入，由乡镇核算");

    [Fact]
    public void Incomes_kind_by_kind_are_never_asked_in_a_chat() => Assert.DoesNotContain(Told("儿子残疾一级").State.Trail, step => step.StartsWith("Incomes", StringComparison.Ordinal));

    [Fact]
    public void Who_was_called_my_son_is_not_asked_about_as_somebody_unknown() =>
        Assert.Equal(Relation.Child, Told("儿子残疾一级").Household.People?[0].Relation);

    [Fact]
    public void Who_was_only_ticked_is_asked_about_and_a_word_for_them_will_do()
    {
        var talk = Asked().Says("有").Answers(Borderline, until: "WhoIsThere@0").PressesOld("q:WhoIsThere@0:=disabled").Answers(Borderline, until: "Relation@0");
        Assert.Equal(Relation.Other, talk.Bot("这位残疾人是您的什么人").Says("我婆婆").Household.People?[0].Relation);
    }

    [Theory]
    [InlineData("Relation@0", "配偶", "配偶")]
    [InlineData("Away@0", "在服刑", "在服刑")]
    [InlineData("LivesInLongTerm@0", "是", "是")]
    public void What_is_asked_of_who_is_in_the_household_can_be_pressed(string inquiry, string button, string noted) =>
        Asked().Says("有").Answers(Borderline, until: "WhoIsThere@0").PressesOld("q:WhoIsThere@0:=disabled")
            .Answers(new Dictionary<string, string>(Borderline) { ["Relation@0"] = "儿子" }, until: inquiry).Presses(button).Bot(noted);

    [Fact]
    public void Why_it_is_asked_is_told_with_the_law() => Asked().Says("为什么问这个").Bot("可以自己单独申请低保", "最低生活保障审核确认办法");

    [Fact]
    public void A_family_far_above_the_standard_is_not_asked()
    {
        var talk = new Talk().Opens().Says("农村低保咋办").Answers(new Dictionary<string, string>(Borderline) { ["MonthlyIncome"] = "9000" });
        Assert.DoesNotContain(Affected.Key(), talk.State.Trail);
    }

    [Fact]
    public void Not_to_know_is_a_good_answer()
    {
        var talk = Asked().Says("不清楚").Bot("没关系").Answers(Borderline);
        Assert.IsType<Answer.NotKnown>(Assert.Single(talk.State.Answers, each => each.Inquiry == Affected).Answer);
        talk.Presses("都对，看结果").Bot("看不准", "家里有没有重残或重病的人");
    }
}
