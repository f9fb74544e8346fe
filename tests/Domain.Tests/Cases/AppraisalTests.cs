using System.Collections.Immutable;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

public sealed class AppraisalTests
{
    private static readonly ImmutableArray<string> Nine = [.. "甲乙丙丁戊己庚辛壬".Select(name => $"{name}代表")];

    private static Story Ordered => Story.AtSurvey.Surveyed().Did("verify-r1", Forms.Verified, Town.Officer) is var review
        ? review.After(CaseDecisions.ObjectToSurvey(review.Case, Town.Owner, "收入没有那么多", Town.Procedure)).Go()
        : throw new InvalidOperationException();

    private static Story Called => Ordered.Did("appraise-r1", Convene(Nine), Town.Officer);

    private static Story WithMinutes => Called.After(CaseDecisions.AddDocument(Called.Case, new DocumentAdded("minutes", OfficePapers.AppraisalMinutes, "image/jpeg", 5), Town.Officer, Called.Now));

    [Fact]
    public void An_objection_to_the_survey_has_the_representatives_asked_before_the_review() => Assert.Equal(["review-r1", "appraise-r1"], Ordered.Open);

    [Fact]
    public void The_review_waits_for_them() => Ordered.When("review-r1", Forms.Propose(), Town.Officer).IsRefused(RefusalReason.AppraisalRequired);

    [Fact]
    public void After_them_it_speaks() => Assert.IsType<Decision.Accepted>(Held(6, 3, 0).When("review-r1", Forms.Propose(), Town.Officer));

    [Fact]
    public void Ordered_before_the_review_is_open_it_comes_right_before_it()
    {
        var surveyed = Story.AtSurvey.Surveyed();
        var ordered = surveyed.After(CaseDecisions.ObjectToSurvey(surveyed.Case, Town.Owner, "收入没有那么多", Town.Procedure)).Did("verify-r1", Forms.Verified, Town.Officer);

        Assert.Equal(["appraise-r1"], ordered.Open);
    }

    [Fact]
    public void Ordered_for_the_next_round_it_comes_before_that_rounds_review()
    {
        var by = Town.Officer.In(Town.Officer.Posts[0]);
        var order = Assert.IsType<Decision.Accepted>(CaseDecisions.OrderAppraisal(Story.AtDecide.Case, AppraisalCauses.NoticeObjection, Town.Procedure, by, round: 2));
        var returned = Story.AtDecide.With(by, [.. order.Events]).Did("decide-r1", Forms.Return, Town.Chief);

        Assert.Equal(["appraise-r2"], returned.Open);
    }

    [Fact]
    public void Ordered_twice_it_is_one() => CaseDecisions.OrderAppraisal(Ordered.Case, AppraisalCauses.NoticeObjection, Town.Procedure, Actor.System).Brings();

    [Fact]
    public void Where_nothing_hangs_in_public_there_is_no_appraisal() => CaseDecisions.OrderAppraisal(
        Story.AtReview.Case, AppraisalCauses.NoticeObjection, Town.Procedure with { Steps = [.. Town.Procedure.Steps.Where(step => step.Stages.All(stage => stage.Kind != StageKind.Notice))] }, Actor.System)
        .IsRefused(RefusalReason.NoAppraisalHere);

    [Fact]
    public void It_is_called_before_it_is_held() => Ordered.When("appraise-r1", Form(Nine, 9, 0, 0), Town.Officer).IsRefused(RefusalReason.MeetingNotConvened);

    [Fact]
    public void A_meeting_to_come_has_no_result_yet() => Ordered.Did("appraise-r1", Convene(Nine) with { On = new DateOnly(2026, 3, 4) }, Town.Officer)
        .When("appraise-r1", Form(Nine, 9, 0, 0), Town.Officer).IsRefused(RefusalReason.MeetingToCome);

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Two_thirds_of_the_list_must_be_there(int present, bool held)
    {
        var done = WithMinutes.Did("appraise-r1", Form(Nine[..present], present, 0, 0), Town.Officer);

        Assert.Equal(held, done.Case.Appraisal is TaskAct.Appraised);
    }

    [Fact]
    public void With_too_few_it_is_called_again()
    {
        var failed = Called.Did("appraise-r1", Form(Nine[..5], 5, 0, 0), Town.Officer);

        Assert.Equal(ActNames.Convene, Assert.Single(CaseDecisions.ActionsFor(failed.Case, failed.Case.Task("appraise-r1")!, Town.Procedure)));
    }

    [Fact]
    public void After_three_meetings_with_too_few_the_review_goes_on_knowing_it()
    {
        var story = Called.Did("appraise-r1", Form(Nine[..1], 1, 0, 0), Town.Officer);
        for (var meeting = 2; meeting <= 3; meeting++)
            story = story.Did("appraise-r1", Convene(Nine), Town.Officer).Did("appraise-r1", Form(Nine[..1], 1, 0, 0), Town.Officer);

        Assert.Equal(new TaskAct.AppraisalNotHeld(3), story.Case.Appraisal);
    }

    [Theory]
    [InlineData(6, 3, 0, true)]
    [InlineData(5, 4, 0, false)]
    [InlineData(6, 0, 3, true)]
    [InlineData(0, 0, 9, false)]
    public void The_result_follows_from_the_votes(int yes, int no, int neither, bool agreed) =>
        Assert.Equal(agreed, Assert.IsType<TaskAct.Appraised>(Held(yes, no, neither).Case.Appraisal).Agreed);

    [Theory]
    [InlineData(9, 1, 0)]
    [InlineData(8, 0, 0)]
    [InlineData(10, -1, 0)]
    public void Votes_that_do_not_add_up_are_refused(int yes, int no, int neither) =>
        Assert.Equal(9, WithMinutes.When("appraise-r1", Form(Nine, yes, no, neither), Town.Officer).IsRefused(RefusalReason.VotesDoNotAddUp).Count);

    [Fact]
    public void Who_keeps_away_does_not_vote() => Assert.Equal(
        8, WithMinutes.When("appraise-r1", Form(Nine, 9, 0, 0) with { Recused = [Nine[0]] }, Town.Officer).IsRefused(RefusalReason.VotesDoNotAddUp).Count);

    [Fact]
    public void Kin_on_the_list_must_keep_away()
    {
        var kin = WithMinutes.Did("review-r1", new OutcomeForm(ActNames.DeclareRelative) { Relative = new RelativeForm(Nine[2], "堂兄") }, Town.Officer);

        Assert.Equal([Nine[2]], kin.When("appraise-r1", Form(Nine, 9, 0, 0), Town.Officer).IsRefused(RefusalReason.RecusalRequired).Others.AsEnumerable());
        Assert.IsType<Decision.Accepted>(kin.When("appraise-r1", Form(Nine, 8, 0, 0) with { Recused = [Nine[2]] }, Town.Officer));
    }

    [Fact]
    public void Who_is_not_on_the_list_was_not_there() =>
        WithMinutes.When("appraise-r1", Form([.. Nine, "路人"], 10, 0, 0), Town.Officer).IsRefused(RefusalReason.NotOnTheList);

    [Fact]
    public void All_parts_of_the_meeting_were_held() =>
        WithMinutes.When("appraise-r1", Form(Nine, 9, 0, 0) with { Order = ["explain", "sign"] }, Town.Officer).IsRefused(RefusalReason.MeetingOrderRequired);

    [Fact]
    public void Without_signed_minutes_there_is_no_result() => Called.When("appraise-r1", Form(Nine, 9, 0, 0), Town.Officer).IsRefused(RefusalReason.MinutesRequired);

    [Fact]
    public void Minutes_of_a_meeting_before_are_not_those_of_this_one()
    {
        var again = WithMinutes.Did("appraise-r1", Form(Nine[..1], 1, 0, 0), Town.Officer).At(Town.At(3, 3)).Did("appraise-r1", Convene(Nine), Town.Officer);

        again.When("appraise-r1", Form(Nine, 9, 0, 0), Town.Officer).IsRefused(RefusalReason.MinutesRequired);
    }

    [Theory]
    [InlineData("甲")]
    [InlineData("甲,乙")]
    [InlineData("甲,甲,甲")]
    public void A_list_has_at_least_three_different_names(string names) =>
        Ordered.When("appraise-r1", Convene([.. names.Split(',')]), Town.Officer).IsRefused(RefusalReason.RepresentativesRequired);

    // Exact for whatever numbers: no rounding makes two thirds of fewer or of more.
    [Fact]
    public void A_share_is_reached_exactly_from_its_least_number_on()
    {
        for (var whole = 1; whole <= 400; whole++)
        {
            var least = ((2 * whole) + 2) / 3;
            Assert.True(new Share(2, 3).IsReachedBy(least, whole) && !new Share(2, 3).IsReachedBy(least - 1, whole), $"{least} of {whole}");
        }
    }

    [Fact]
    public void Nobody_is_no_share_of_nobody() => Assert.False(new Share(2, 3).IsReachedBy(0, 0));

    // Whatever is voted, who agreed is two thirds of who voted, and everybody voted once.
    [Fact]
    public void Every_vote_that_is_taken_adds_up()
    {
        var dice = new Random(5);
        for (var i = 0; i < 300; i++)
        {
            var (present, away) = (dice.Next(0, 10), dice.Next(0, 4));
            var form = Form(Nine[..present], dice.Next(-1, 10), dice.Next(-1, 5), dice.Next(-1, 5)) with { Recused = [.. Nine[..away]] };
            if (WithMinutes.When("appraise-r1", form, Town.Officer) is not Decision.Accepted { Events: [TaskDone { Act: TaskAct.Appraised act }] })
                continue;
            var voters = act.Present.Except(act.Recused).Count();
            Assert.Equal(voters, act.For + act.Against + act.Abstained);
            Assert.Equal(3 * act.For >= 2 * voters, act.Agreed);
            Assert.True(3 * act.Present.Length >= 2 * act.Listed.Length);
        }
    }

    private static Story Held(int yes, int no, int neither) => WithMinutes.Did("appraise-r1", Form(Nine, yes, no, neither), Town.Officer);

    private static OutcomeForm Convene(ImmutableArray<string> names) => new(ActNames.Convene) { Representatives = names };

    private static OutcomeForm Form(ImmutableArray<string> present, int yes, int no, int neither) =>
        new(ActNames.Appraised) { Present = present, Order = MeetingOrder.All, VotesFor = yes, VotesAgainst = no, VotesAbstained = neither };
}
