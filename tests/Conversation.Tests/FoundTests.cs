using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Tests;

/// <summary>Kinship with the offices, and what was found otherwise than told, as a resident meets them.</summary>
public sealed class FoundTests
{
    private const string Car = "vehicle\t没有\t小型轿车一辆\tvehicle\t2026-10-31";

    private static Talk ToRelatives() => Journeys.ToName().Says("李秀兰").Says(Journeys.IdNumber).Says("138 0000 5678").Says("翟镇史家庄村").Presses("我自己来");

    private static Talk Told() => Journeys.ToSummary().Presses("提交申请").IsTold(NoticeKinds.DifferencesFound, ("found", Car), ("until", "2026-11-27"));

    [Fact]
    public void Kin_is_asked_for_in_one_question() => ToRelatives().Bot("近亲属", "不影响您申请");

    [Theory]
    [InlineData("没有", "no", null)]
    [InlineData("没", "no", null)]
    [InlineData("不清楚", "unknown", null)]
    [InlineData("我弟弟李明，在镇民政办", "yes", "我弟弟李明，在镇民政办")]
    public void The_answer_goes_along_as_it_was_given(string said, string answer, string? who)
    {
        var talk = ToRelatives().Says(said).Presses("提交申请");

        Assert.Equal(new RelativesTold(answer, who), Assert.Single(talk.Effects.OfType<Effect.Submit>()).Application.Relatives);
    }

    [Fact]
    public void Who_has_kin_is_asked_who() => ToRelatives().Presses("有").Bot("是谁").Says("我表哥王立新在镇里").Bot("不会参与办理");

    [Fact]
    public void It_can_be_changed_afterwards() => Assert.Equal(
        "no", Assert.Single(ToRelatives().Says("不清楚").PressesOld("change:Relatives").Says("没有").Presses("提交申请").Effects.OfType<Effect.Submit>()).Application.Relatives!.Answer);

    [Fact]
    public void A_difference_is_told_in_plain_words() => Told().Bot("车辆", "没有", "小型轿车一辆", "车船登记", "11 月 27 日");

    [Fact]
    public void Who_finds_it_right_presses_once() =>
        Assert.Equal(new Effect.AnswerFound(Working.CaseId, true, null), Told().Presses("是这样").Bot("继续办").Effects[^1]);

    [Fact]
    public void Who_objects_says_why() =>
        Assert.Equal(new Effect.AnswerFound(Working.CaseId, false, "车是我哥的，登在我名下"), Told().Presses("我有异议").Bot("为什么").Says("车是我哥的，登在我名下").Bot("再核对一次").Effects[^1]);

    [Fact]
    public void Too_short_a_reason_is_asked_for_again() => Assert.Empty(Told().Presses("我有异议").Says("不对").Bot("为什么").Effects.OfType<Effect.AnswerFound>());

    [Fact]
    public void Photos_that_prove_it_go_into_the_case() => Assert.Equal(
        (Working.CaseId, OfficePapers.ObjectionEvidence),
        Told().Presses("我有异议").Says("车是我哥的，登在我名下").Sends("a.jpg").Bot("异议材料").Effects[^1] is Effect.Upload upload ? (upload.CaseId!, upload.Material) : default);

    [Fact]
    public void After_the_second_check_there_is_nothing_to_press() =>
        Assert.DoesNotContain("我有异议", Journeys.ToSummary().Presses("提交申请").IsTold(NoticeKinds.DifferencesFound, ("found", Car), ("until", "")).Bot("又核对了一次").Choices.Select(choice => choice.Title));

    [Fact]
    public void What_the_survey_found_otherwise_can_be_objected_to() => Assert.Equal(
        new Effect.ObjectToSurvey(Working.CaseId, "奖金只发过一次，不是每月"),
        Journeys.ToSummary().Presses("提交申请").IsTold(NoticeKinds.SurveyDiffers, ("income-told", "1300"), ("income-found", "2000"))
            .Bot("2,000 元", "1,300 元").Presses("我有异议").Says("奖金只发过一次，不是每月").Bot("村民代表").Effects[^1]);

    [Fact]
    public void Whatever_is_being_filled_in_stays_as_it_is()
    {
        var talk = Journeys.ToSummary().IsTold(NoticeKinds.DifferencesFound, ("found", Car), ("until", "2026-11-27")).Presses("是这样");

        Assert.Equal(Stage.Summary, talk.State.Stage);
    }

    [Theory]
    [InlineData(NoticeKinds.CityVisitComing, "due", "2026-12-01", "12 月 1 日")]
    [InlineData(NoticeKinds.AppraisalCalled, "on", "2026-12-01", "村民代表")]
    public void A_visit_and_a_meeting_are_announced(string kind, string key, string value, string heard) =>
        Journeys.ToSummary().Presses("提交申请").IsTold(kind, (key, value)).Bot(heard);
}
