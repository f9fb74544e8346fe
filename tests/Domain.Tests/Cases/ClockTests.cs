using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

public sealed class ClockTests
{
    private static CaseTask Survey => Story.AtSurvey.Case.Task("survey-r1")!;

    [Fact]
    public void A_stage_is_due_by_its_working_day_of_the_case() => Assert.Equal(new DateOnly(2026, 3, 16), Survey.Due.On);

    [Fact]
    public void Ten_working_days_turn_yellow_at_the_start_of_the_ninth() => Assert.Equal(BeijingTime.StartOf(new DateOnly(2026, 3, 13)), Survey.YellowAt);

    [Fact]
    public void Three_working_days_turn_yellow_at_the_start_of_the_last() =>
        Assert.Equal(BeijingTime.StartOf(new DateOnly(2026, 3, 13)), Story.Approved.Case.Task("file-r1")!.YellowAt);

    [Fact]
    public void The_due_day_itself_is_still_in_time() => Assert.Equal(DueState.Yellow, Survey.StateAt(BeijingTime.EndOf(new DateOnly(2026, 3, 16)).AddTicks(-1)));

    [Fact]
    public void The_day_after_is_red() => Assert.Equal(DueState.Red, Survey.StateAt(BeijingTime.StartOf(new DateOnly(2026, 3, 17))));

    [Fact]
    public void Before_ninety_percent_it_is_green() => Assert.Equal(DueState.Green, Survey.StateAt(Survey.YellowAt.AddTicks(-1)));

    [Fact]
    public void What_was_done_in_time_stays_green() =>
        Assert.Equal(DueState.Green, Story.AtReview.Case.Task("survey-r1")!.StateAt(Town.At(12, 31)));

    [Fact]
    public void The_case_turns_yellow_on_the_eighteenth_of_twenty_days() => Assert.Equal(
        (DueState.Green, DueState.Yellow),
        (Story.AtSurvey.Case.StateAt(BeijingTime.StartOf(new DateOnly(2026, 3, 26)).AddTicks(-1)), Story.AtSurvey.Case.StateAt(BeijingTime.StartOf(new DateOnly(2026, 3, 26)))));

    [Fact]
    public void The_cases_clock_stops_at_the_decision() => Assert.Equal(DueState.Green, Story.Approved.Case.StateAt(Town.At(12, 31)));

    [Fact]
    public void A_stage_that_opens_late_has_what_is_left_of_the_cases_time()
    {
        var late = Story.AtSurvey.Surveyed().At(Town.At(3, 20)).Did("verify-r1", Forms.Verified, Town.Officer);

        Assert.Equal(new DateOnly(2026, 3, 30), late.Case.Task("review-r1")!.Due.On);
    }

    [Fact]
    public void A_stage_of_so_many_days_of_its_own_that_opens_late_says_that_the_case_is_due_before_it()
    {
        var own = Town.Procedure with
        {
            Steps = [.. Town.Procedure.Steps.Select(step => new Step([.. step.Stages.Select(stage => stage.Kind == StageKind.Review ? stage with { Limit = new(null, 12) } : stage)]))],
        };
        var done = Story.AtSurvey.At(Town.At(3, 20)).Surveyed();
        done = done.After(CaseDecisions.CompleteTask(done.Case, "verify-r1", Forms.Verified, Town.Officer, own, Town.Calendar, done.Now));
        var late = done.With(Actor.System, [.. CaseDecisions.OpenNext(done.Case, own, Town.Calendar, done.Now)]).Case;

        Assert.True(late.IsOutlivedBy(late.Task("review-r1")!));
        Assert.False(Story.AtReview.Case.IsOutlivedBy(Story.AtReview.Case.Task("review-r1")!));
    }

    [Fact]
    public void A_make_up_Saturday_counts_in_a_due_date()
    {
        var april = BeijingTime.StartOf(new DateOnly(2026, 4, 30));

        Assert.Equal(new DateOnly(2026, 5, 8), StageDue(april, 3));
        Assert.Equal(new DateOnly(2026, 5, 9), StageDue(april, 4));
    }

    [Fact]
    public void At_ninety_percent_the_desk_is_reminded() =>
        CaseDecisions.Remind(Story.AtSurvey.Case, "survey-r1", Survey.YellowAt).Brings(new Reminded("survey-r1", new DateOnly(2026, 3, 16)));

    [Fact]
    public void Nobody_is_reminded_early() => CaseDecisions.Remind(Story.AtSurvey.Case, "survey-r1", Survey.YellowAt.AddTicks(-1)).Brings();

    [Fact]
    public void Nobody_is_reminded_twice()
    {
        var given = Story.AtSurvey.At(Survey.YellowAt);
        given = given.After(CaseDecisions.Remind(given.Case, "survey-r1", given.Now));

        CaseDecisions.Remind(given.Case, "survey-r1", given.Now).Brings();
    }

    [Fact]
    public void Nobody_is_reminded_of_what_is_done() => CaseDecisions.Remind(Story.AtReview.Case, "survey-r1", Survey.YellowAt).Brings();

    [Fact]
    public void Past_the_limit_it_is_escalated() =>
        CaseDecisions.Escalate(Story.AtSurvey.Case, "survey-r1", Town.Calendar, Survey.RedAt).Brings(new Escalated("survey-r1", "township/370982103", new DateOnly(2026, 3, 16))
        {
            Level = 1,
            To = Role.DeputyRepresentative,
            NextAt = BeijingTime.EndOf(new DateOnly(2026, 3, 17)),
        });

    [Fact]
    public void An_escalation_never_approves()
    {
        var given = Story.AtDecide.At(Town.At(6, 1));
        given = given.After(CaseDecisions.Escalate(given.Case, "decide-r1", Town.Calendar, given.Now)).Go();

        Assert.Equal((CaseStatus.Open, "decide-r1"), (given.Case.Status, Assert.Single(given.Open)));
    }

    [Fact]
    public void Nothing_is_escalated_twice()
    {
        var given = Story.AtSurvey.At(Survey.RedAt);
        given = given.After(CaseDecisions.Escalate(given.Case, "survey-r1", Town.Calendar, given.Now));

        CaseDecisions.Escalate(given.Case, "survey-r1", Town.Calendar, given.Now).Brings();
    }

    [Fact]
    public void A_task_that_never_was_has_no_clock() => CaseDecisions.Escalate(Story.AtSurvey.Case, "nothing", Town.Calendar, Town.Start).IsRefused(RefusalReason.UnknownTask);

    [Fact]
    public void The_clock_strikes_next_when_the_first_limit_turns_yellow() =>
        Assert.Equal(Story.Submitted().Case.Task("collect-r1")!.YellowAt, CaseDecisions.NextAlarm(Story.Submitted().Case));

    [Fact]
    public void The_clock_strikes_when_a_public_notice_ends() => Assert.Equal(
        BeijingTime.EndOf(new DateOnly(2026, 3, 9)), CaseDecisions.NextAlarm(Story.AtNotice.Did("notice-r1", Forms.NoticePosted, Town.Officer).Case));

    [Fact]
    public void The_clock_strikes_when_the_mandates_last_day_is_over() =>
        Assert.Equal(BeijingTime.EndOf(new DateOnly(2026, 6, 2)), CaseDecisions.NextAlarm(LateErrands(mandated: true).Case));

    [Fact]
    public void What_the_clock_strikes_for_is_done_at_that_instant() => CaseDecisions
        .OpenNext(LateErrands(mandated: true).Case, Town.Procedure, Town.Calendar, CaseDecisions.NextAlarm(LateErrands(mandated: true).Case)!.Value)
        .Are(new TaskReassigned("collect-r1", Role.TownshipOfficer, "township/370982103"));

    [Fact]
    public void Errands_that_were_moved_wait_for_no_clock() =>
        Assert.Null(CaseDecisions.NextAlarm(LateErrands(mandated: true).At(Town.At(6, 3)).Go().Case));

    [Fact]
    public void Errands_of_the_township_wait_for_no_clock() => Assert.Null(CaseDecisions.NextAlarm(LateErrands(mandated: false).Case));

    // Escalated to everybody already: of its own limit the clock has nothing more to say.
    private static Story LateErrands(bool mandated)
    {
        var late = Story.Submitted(mandated).At(Town.At(4, 1));
        return Enumerable.Range(0, 3).Aggregate(late, (story, _) => story.After(CaseDecisions.Escalate(story.Case, "collect-r1", Town.Calendar, story.Now)));
    }

    private static DateOnly StageDue(DateTimeOffset submitted, int workingDays) => Assert.IsType<Decision.Accepted>(
        CaseDecisions.Submit(Town.Application, false, Town.Procedure with { TotalWorkingDays = workingDays }, Town.Calendar, submitted)).Events.OfType<Accepted>().Single().DueOn;
}
