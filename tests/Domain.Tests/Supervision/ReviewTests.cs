using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Domain.Tests.Cases;

namespace OneVisit.Domain.Tests.Supervision;

public sealed class ReviewTests
{
    private const string Task = "review-file-r1";
    private const string Correct = "correct-file-r1";
    private const string Recheck = "recheck-file-r1";

    private static MatterForm Form => new(MatterActNames.Reviewed) { Answers = Bureau.AllWell };

    private static MatterForm FormWithGuidance => Form with { Answers = Bureau.AllWell.SetItem("signed", "fault"), Items = ["补上户主签字"], Days = 5 };

    [Fact]
    public void A_file_without_fault_has_a_hundred_points_and_is_excellent() =>
        Assert.Equal((100m, Grade.Excellent), ScoreOf(Affair.Review(Story.Closed).Did(Task, Form, Bureau.Reviewer)));

    [Theory]
    [InlineData("signed", 95, Grade.Excellent)]
    [InlineData("index", 99, Grade.Excellent)]
    [InlineData("writing", 99.5, Grade.Excellent)]
    public void A_fault_of_form_costs_its_points(string criterion, double score, Grade grade) => Assert.Equal(
        ((decimal)score, grade), ScoreOf(Affair.Review(Story.Closed).Did(Task, Form with { Answers = Bureau.AllWell.SetItem(criterion, "fault") }, Bureau.Reviewer)));

    [Fact]
    public void A_fault_of_legality_leaves_nothing() => Assert.Equal(
        (0m, Grade.Unqualified),
        ScoreOf(Affair.Review(Story.Closed).Did(Task, Form with { Answers = Bureau.AllWell.SetItem("no-fees", "fault"), Items = ["退还收的钱"], Days = 3 }, Bureau.Reviewer)));

    [Theory]
    [InlineData(90, Grade.Excellent)]
    [InlineData(89.5, Grade.Qualified)]
    [InlineData(60, Grade.Qualified)]
    [InlineData(59.5, Grade.Unqualified)]
    public void Ninety_is_excellent_and_sixty_is_qualified(double score, Grade grade) => Assert.Equal(grade, Bureau.Criteria.GradeOf((decimal)score));

    [Fact]
    public void What_the_journal_knows_cannot_be_answered_otherwise()
    {
        var late = Story.AtDecide.At(Town.At(4, 20)).Did("decide-r1", Forms.Approve(), Town.Chief).Did("file-r1", Forms.Filed, Town.Filing);

        var reviewed = Affair.Review(late).Did(Task, Form with { Answers = Bureau.AllWell.SetItem("in-time", "met") }, Bureau.Reviewer);

        Assert.Equal("in-time", Assert.Single((reviewed.Matter.Last<MatterAct.Reviewed>()!.Act as MatterAct.Reviewed)!.Faults));
    }

    [Fact]
    public void Nothing_counts_as_good_because_nobody_looked() => Assert.Equal(
        "signed", Assert.Single(Affair.Review(Story.Closed).When(Task, Form with { Answers = Bureau.AllWell.Remove("signed") }, Bureau.Reviewer).IsRefused(MatterRefusal.AnswersRequired).About));

    [Fact]
    public void An_unqualified_file_is_not_left_without_guidance() => Affair.Review(Story.Closed)
        .When(Task, Form with { Answers = Bureau.AllWell.SetItem("no-fees", "fault") }, Bureau.Reviewer).IsRefused(MatterRefusal.GuidanceRequired);

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(21)]
    public void Guidance_has_a_deadline_of_one_to_twenty_days(int? days) =>
        Affair.Review(Story.Closed).When(Task, FormWithGuidance with { Days = days }, Bureau.Reviewer).IsRefused(MatterRefusal.DaysOutOfRange);

    [Fact]
    public void Guidance_goes_to_the_representative_then_back_to_the_reviewer_then_it_is_closed()
    {
        var guided = Affair.Review(Story.Closed).Did(Task, FormWithGuidance, Bureau.Reviewer);
        var corrected = guided.Did(Correct, new(MatterActNames.Corrected) { Words = "户主签字已补" }, Town.Chief);
        var passed = corrected.Did(Recheck, new(MatterActNames.RecheckPassed), Bureau.Reviewer);

        Assert.Equal([Correct], guided.Open);
        Assert.Equal([Recheck], corrected.Open);
        Assert.True(passed.Matter.IsClosed);
    }

    [Fact]
    public void What_is_not_corrected_goes_back_with_the_same_time_again()
    {
        var failed = Affair.Review(Story.Closed).Did(Task, FormWithGuidance, Bureau.Reviewer)
            .Did(Correct, new(MatterActNames.Corrected) { Words = "户主签字已补" }, Town.Chief).At(Town.At(3, 17))
            .Did(Recheck, new(MatterActNames.RecheckFailed) { Words = "签字不是本人" }, Bureau.Reviewer);

        Assert.Equal(["correct-file-r2"], failed.Open);
        Assert.Equal(new DateOnly(2026, 3, 24), failed.Matter.Step("correct-file-r2")!.Due.On);
    }

    [Fact]
    public void Nobody_reviews_a_file_in_which_they_acted()
    {
        var both = Bureau.Reviewer with { Id = Town.Filing.Id, Posts = [.. Town.Filing.Posts, .. Bureau.Reviewer.Posts] };

        Affair.Review(Story.Closed).When(Task, Form, both).IsRefused(MatterRefusal.AboutThemselves);
    }

    [Fact]
    public void Who_is_no_reviewer_is_told_who_is() => Assert.Equal(
        (Role.CityReviewer, Bureau.City), Affair.Review(Story.Closed).When(Task, Form, Town.Chief).IsRefused(MatterRefusal.NotTheirDesk) is { Could: { } post } ? (post.Role, post.Office) : default);

    [Fact]
    public void A_review_is_handed_in_once()
    {
        var reviewed = Affair.Review(Story.Closed).Did(Task, Form, Bureau.Reviewer);

        Assert.Equal("赵严", reviewed.When(Task, Form, Bureau.Reviewer).IsRefused(MatterRefusal.AlreadyDone).Before!.By.Name);
    }

    [Fact]
    public void Score_and_grade_stand_in_the_case_afterwards_once()
    {
        var reviewed = Affair.Review(Story.Closed).Did(Task, Form, Bureau.Reviewer);
        var (result, by) = CaseDecisions.ResultsOf(reviewed.Matter).Single();
        var noted = Story.Closed.After(CaseDecisions.Note(Story.Closed.Case, result, by));

        Assert.Equal((100m, Grade.Excellent), noted.Case.Reviews is [var only] ? (only.Score, only.Grade) : default);
        Assert.Empty(Assert.IsType<Decision.Accepted>(CaseDecisions.Note(noted.Case, result, by)).Events);
    }

    [Fact]
    public void An_overdue_correction_is_red_and_escalates_once()
    {
        var guided = Affair.Review(Story.Closed).Did(Task, FormWithGuidance, Bureau.Reviewer).At(Town.At(3, 18));

        var escalated = guided.After(MatterDecisions.Tick(guided.Matter, guided.Now));

        Assert.Equal((DueState.Red, 1), (escalated.Matter.Step(Correct)!.StateAt(guided.Now), escalated.Journal.Count(entry => entry.Event is StepEscalated)));
        Assert.Empty(Assert.IsType<MatterDecision.Accepted>(MatterDecisions.Tick(escalated.Matter, guided.Now)).Events);
    }

    private static (decimal, Grade) ScoreOf(Affair affair) => affair.Matter.Last<MatterAct.Reviewed>()!.Act is MatterAct.Reviewed reviewed ? (reviewed.Score, reviewed.Grade) : default;
}
