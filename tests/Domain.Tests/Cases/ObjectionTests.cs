using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Domain.Tests.Supervision;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>Objections to a public notice, and what they do to its case.</summary>
public sealed class ObjectionTests
{
    private const string First = "YY260303-11111111";
    private const string Second = "YY260303-22222222";

    private static readonly Actor Answering = Bureau.Colleague.In(Bureau.Colleague.Posts[0]);
    private static readonly DateTimeOffset End = BeijingTime.EndOf(new DateOnly(2026, 3, 9));

    /// <summary>Posted on 2 March, hangs through 9 March.</summary>
    private static Story Hanging => Story.AtNotice.Did("notice-r1", Forms.NoticePosted, Town.Officer);

    [Fact]
    public void A_notice_tells_how_many_people_the_survey_found() =>
        Assert.Equal(3, Noticed(Story.AtSurvey.Surveyed(members: 3).Did("verify-r1", Forms.Verified, Town.Officer)).Case.Notice!.Members);

    [Fact]
    public void One_may_object_from_the_posting_to_the_end_of_the_last_day()
    {
        Assert.False(CaseDecisions.CanObject(Story.AtNotice.Case, Town.Start));
        Assert.True(CaseDecisions.CanObject(Hanging.Case, End.AddTicks(-1)));
        Assert.False(CaseDecisions.CanObject(Hanging.Case, End));
    }

    [Fact]
    public void While_an_objection_is_open_the_decision_does_not_open_though_the_notice_is_over()
    {
        var waiting = Raised(Hanging).At(End).Go();

        Assert.NotNull(waiting.Case.Notice!.EndedAt);
        Assert.Empty(waiting.Open);
        Assert.Equal(["decide-r1"], Answered(waiting, ComplaintFinding.Unfounded).Go().Open);
    }

    [Fact]
    public void An_objection_that_came_in_with_the_decision_open_keeps_it_from_being_taken()
    {
        var late = Raised(Story.AtDecide);

        Assert.Equal(First, Assert.Single(late.When("decide-r1", Forms.Approve(), Town.Chief).IsRefused(RefusalReason.ObjectionOpen).About));
        late.When("decide-r1", Forms.Refuse, Town.Chief).IsRefused(RefusalReason.ObjectionOpen);
        Assert.NotNull(Answered(late, ComplaintFinding.Unfounded).Did("decide-r1", Forms.Approve(), Town.Chief).Case.Decision);
    }

    [Theory]
    [InlineData(ComplaintFinding.Upheld)]
    [InlineData(ComplaintFinding.PartlyUpheld)]
    public void An_objection_that_is_right_takes_the_notice_down_and_the_household_is_surveyed_anew(ComplaintFinding finding)
    {
        var back = Answered(Raised(Hanging), finding).Go();

        Assert.False(back.Case.Notice!.IsHanging);
        Assert.Equal((2, "survey-r2"), (back.Case.Round, Assert.Single(back.Open)));
        Assert.Equal([StageKind.Survey], back.Case.CurrentStages);
    }

    [Fact]
    public void After_the_new_survey_a_new_opinion_is_given_and_hangs_its_full_time_again()
    {
        var again = Answered(Raised(Hanging), ComplaintFinding.Upheld).Go().At(Town.At(3, 4))
            .Surveyed(2).Appraised(2).Did("review-r2", Forms.Propose(), Town.Officer).Did("notice-r2", Forms.NoticePosted, Town.Officer);

        Assert.Equal((new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 11)), (again.Case.Notice!.From, again.Case.Notice.Until));
        Assert.Empty(again.At(BeijingTime.EndOf(new DateOnly(2026, 3, 11)).AddTicks(-1)).Go().Open);
        Assert.Equal(["decide-r2"], again.At(BeijingTime.EndOf(new DateOnly(2026, 3, 11))).Go().Open);
    }

    [Fact]
    public void Between_the_new_survey_and_the_new_opinion_the_representatives_are_asked() =>
        Assert.Equal(["appraise-r2"], Answered(Raised(Hanging), ComplaintFinding.Upheld).Go().Surveyed(2).Open);

    [Fact]
    public void A_notice_that_had_hung_its_full_time_is_not_hung_again_for_an_unchanged_opinion() =>
        Assert.Equal(["decide-r2"], SurveyedAgain(members: 4).Did("review-r2", Forms.Propose(), Town.Officer).Open);

    [Fact]
    public void A_changed_amount_hangs_again() =>
        Assert.Equal(["notice-r2"], SurveyedAgain(members: 4).Did("review-r2", Forms.Propose(1200), Town.Officer).Open);

    [Fact]
    public void A_changed_household_hangs_again_though_the_amount_is_the_same() =>
        Assert.Equal(["notice-r2"], SurveyedAgain(members: 3).Did("review-r2", Forms.Propose(), Town.Officer).Open);

    [Fact]
    public void An_open_decision_is_nobodys_work_any_more_when_an_objection_sends_the_case_back()
    {
        var back = Answered(Raised(Story.AtDecide), ComplaintFinding.Upheld).Go();

        Assert.IsType<TaskAct.Superseded>(back.Case.Task("decide-r1")!.Done!.Act);
        Assert.Equal(["survey-r2"], back.Open);
        back.When("decide-r1", Forms.Approve(), Town.Chief).IsRefused(RefusalReason.AlreadyDone);
    }

    [Fact]
    public void Two_objections_that_are_right_send_the_case_back_once()
    {
        var both = Answered(Answered(Raised(Raised(Hanging), Second), ComplaintFinding.Upheld), ComplaintFinding.Upheld, Second).Go();

        Assert.Equal((2, "survey-r2"), (both.Case.Round, Assert.Single(both.Open)));
    }

    [Fact]
    public void A_second_objection_still_open_holds_up_the_decision_of_the_next_round()
    {
        var next = Answered(Raised(Raised(Hanging), Second), ComplaintFinding.Upheld).Go()
            .Surveyed(2).Appraised(2).Did("review-r2", Forms.Propose(), Town.Officer).Did("notice-r2", Forms.NoticePosted, Town.Officer).At(Town.At(3, 12)).Go();

        Assert.Empty(next.Open);
        Assert.Equal(["decide-r2"], Answered(next, ComplaintFinding.Unfounded, Second).Go().Open);
    }

    [Fact]
    public void The_one_return_for_correction_is_still_left_after_an_objection()
    {
        var returned = SurveyedAgain(members: 4).Did("review-r2", Forms.Propose(), Town.Officer).Did("decide-r2", Forms.Return, Town.Chief);

        Assert.Equal(["review-r3"], returned.Open);
    }

    [Fact]
    public void What_is_told_twice_is_written_once()
    {
        var raised = Raised(Hanging);
        var answered = Answered(raised, ComplaintFinding.Upheld);

        CaseDecisions.NoteObjection(raised.Case, new ObjectionRaised(First), Actor.System, Town.Procedure).Brings();
        CaseDecisions.NoteObjection(answered.Case, new ObjectionAnswered(First, ComplaintFinding.Upheld), Answering, Town.Procedure).Brings();
    }

    [Fact]
    public void A_case_that_is_surveyed_anew_takes_the_longer_limit_once()
    {
        var longer = Town.Procedure with { ExtendedWorkingDays = 45 };
        var raised = Raised(Hanging);
        CaseEvent[] Answering1(Case current) => [.. Assert.IsType<Decision.Accepted>(CaseDecisions.NoteObjection(
            current, new ObjectionAnswered(First, ComplaintFinding.Upheld), Answering, longer, "因核实异议")).Events];
        var extended = raised.With(Answering, Answering1(raised.Case));

        Assert.Equal(ExtensionCauses.Objection, extended.Case.Extension!.Cause);
        Assert.DoesNotContain(Answering1(raised.With(Actor.System, new TimeExtended(ExtensionCauses.HardSurvey, "路远难查")).Case), happened => happened is TimeExtended);
        Assert.Contains(CaseDecisions.OpenNext(extended.Case, longer, Town.Calendar, extended.Now), happened => happened is LimitsRecomputed);
    }

    [Fact]
    public void An_answer_after_the_decision_sends_nothing_back() =>
        Assert.Equal(1, Answered(Raised(Story.Closed), ComplaintFinding.Upheld).Case.Round);

    [Theory]
    [InlineData("D8.1")]
    [InlineData("D9.1")]
    [InlineData("D10.1")]
    public void Nothing_about_a_child_hangs_in_public_whatever_is_posted(string item)
    {
        var child = new Story([], Town.Start).After(CaseDecisions.Submit(Town.Application with { Service = item }, true, Town.Procedure, Town.Calendar, Town.Start)).Go()
            .Did("collect-r1", Forms.Collected, Town.Agent).Surveyed().Did("verify-r1", Forms.Verified, Town.Officer)
            .Did("review-r1", Forms.Propose(), Town.Officer);
        var forced = child.With(Actor.System, new TaskOpened("notice-r1", "notice", StageKind.Notice, 1, Role.TownshipOfficer, Bureau.Point, Town.Since, false, Town.Start, Town.Start));

        Assert.Equal(["decide-r1"], child.Open);
        forced.When("notice-r1", Forms.NoticePosted, Town.Officer).IsRefused(RefusalReason.NoticeForbidden);
        Assert.NotNull(child.Did("decide-r1", Forms.Approve(), Town.Chief).Case.Decision);
    }

    [Fact]
    public void Nor_anything_of_a_service_whose_life_event_is_a_childs()
    {
        var notice = Story.AtNotice;

        var refused = CaseDecisions.CompleteTask(notice.Case, "notice-r1", Forms.NoticePosted, Town.Officer, Town.Procedure with { OfAChild = true }, Town.Calendar, notice.Now);

        refused.IsRefused(RefusalReason.NoticeForbidden);
    }

    private static Story Noticed(Story reviewed) => reviewed.Did("review-r1", Forms.Propose(), Town.Officer).Did("notice-r1", Forms.NoticePosted, Town.Officer);

    /// <summary>The objection was answered after the notice had hung its full time.</summary>
    private static Story SurveyedAgain(int members) => Answered(Raised(Hanging).At(End).Go(), ComplaintFinding.PartlyUpheld).Go()
        .Surveyed(2, members).Appraised(2);

    private static Story Raised(Story story, string matter = First) =>
        story.After(CaseDecisions.NoteObjection(story.Case, new ObjectionRaised(matter), Actor.System, Town.Procedure));

    private static Story Answered(Story story, ComplaintFinding finding, string matter = First) =>
        story.After(CaseDecisions.NoteObjection(story.Case, new ObjectionAnswered(matter, finding), Answering, Town.Procedure));
}
