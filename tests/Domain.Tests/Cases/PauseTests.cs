using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

public sealed class PauseTests
{
    private static readonly DateOnly Until = new(2026, 3, 17);

    [Fact]
    public void Asking_for_papers_stops_the_clock_for_ten_working_days() =>
        Asked.Case.OpenPauses.Select(pause => (pause.Cause, pause.TaskId, pause.Until)).Is((PauseCauses.WaitingForResident, "review-r1", Until));

    [Fact]
    public void The_request_names_the_last_day() => Assert.Equal(Until, Asked.Case.Requests.Single().DueOn);

    [Fact]
    public void While_it_stands_still_nothing_turns_yellow_or_red()
    {
        var later = Town.At(3, 15);

        Assert.Equal((DueState.Green, DueState.Green), (Asked.Case.StateAt(Town.At(12, 1)), Asked.Case.Task("review-r1")!.StateAt(Town.At(12, 1))));
        Assert.DoesNotContain(CaseDecisions.Advance(Asked.Case, Town.Procedure, Town.Calendar, later), happened => happened is Reminded or Escalated);
    }

    [Fact]
    public void The_next_alarm_is_the_reminder_three_working_days_before_the_end() =>
        Assert.Equal(BeijingTime.StartOf(new DateOnly(2026, 3, 12)), CaseDecisions.NextAlarm(Asked.Case));

    [Fact]
    public void The_resident_is_reminded_once()
    {
        var reminded = Asked.At(Town.At(3, 12)).Go();

        Assert.Equal(new PauseReminded(PauseCauses.WaitingForResident, Until), reminded.Journal[^1].Event);
        Assert.Equal(reminded.Journal.Length, reminded.At(Town.At(3, 13)).Go().Journal.Length);
        Assert.Equal(BeijingTime.EndOf(Until), CaseDecisions.NextAlarm(reminded.Case));
    }

    [Fact]
    public void When_the_papers_come_the_clock_goes_on_and_the_days_are_given_back()
    {
        var came = Came(Asked.At(Town.At(3, 6)));

        Assert.Equal(new ClockResumed(PauseCauses.WaitingForResident, ResumeReasons.PapersCame), came.Journal[^2].Event);
        // Asked on the 3rd, there on the 6th: three working days later than the 30th.
        Assert.Equal((new DateOnly(2026, 4, 2), false), (came.Case.Promise!.Due.On, came.Case.IsPaused));
        Assert.Equal(new DateOnly(2026, 3, 23), came.Case.Task("review-r1")!.Due.On);
    }

    [Fact]
    public void Asked_on_the_day_of_acceptance_the_whole_limit_is_left()
    {
        var asked = Story.AtReview.Did("review-r1", new OutcomeForm(ActNames.RequestMaterial) { Materials = ["M07"], Reason = "收入说明缺一页" }, Town.Officer);

        Assert.Equal(Town.Calendar.After(new(2026, 3, 6), 20).On, Came(asked.At(Town.At(3, 6))).Case.Promise!.Due.On);
    }

    [Fact]
    public void Papers_of_the_same_day_change_no_date()
    {
        var came = Came(Asked);

        Assert.Equal((new DateOnly(2026, 3, 30), false), (came.Case.Promise!.Due.On, came.Case.IsPaused));
        Assert.DoesNotContain(came.Journal, entry => entry.Event is LimitsRecomputed);
    }

    [Fact]
    public void When_the_last_day_is_over_the_office_goes_on_with_what_is_there()
    {
        var over = Asked.At(BeijingTime.EndOf(Until)).Go();

        Assert.Contains(over.Journal, entry => entry.Event is ClockResumed { Why: ResumeReasons.TimeOver });
        Assert.Equal((false, true), (over.Case.IsPaused, over.Case.Task("review-r1")!.IsOpen));
    }

    [Fact]
    public void Two_pauses_at_once_count_once()
    {
        var both = Asked.At(Town.At(3, 4)).After(Hearing(Asked, Town.At(3, 4))).At(Town.At(3, 6));
        var afterPapers = Came(both);
        var resumed = afterPapers.At(Town.At(3, 10)).After(CaseDecisions.Resume(
            afterPapers.Case, PauseCauses.Hearing, Town.Officer.In(Town.Officer.Posts[0]), Town.Procedure, Town.Calendar, Town.At(3, 10)));

        Assert.Equal((true, Town.At(3, 3)), (afterPapers.Case.IsPaused, afterPapers.Case.PausedSince));
        // From the 3rd to the 9th: five working days, not three and four. Five after the 30th, with Qingming on the 4th to the 6th.
        Assert.Equal(new DateOnly(2026, 4, 7), resumed.Case.Promise!.Due.On);
    }

    [Fact]
    public void Days_on_which_the_clock_stood_still_are_no_days_that_the_case_took()
    {
        var decided = Came(Asked.At(Town.At(3, 6))).At(Town.At(3, 9)).Did("review-r1", Forms.ProposeRefusal, Town.Officer).Did("decide-r1", Forms.Refuse, Town.Chief);

        // The 3rd and the 9th: from the 4th to the 6th it stood still.
        Assert.Equal(2, CaseDecisions.WorkingDaysUsed(decided.Case, Town.Calendar));
    }

    [Fact]
    public void Work_beside_the_stages_gets_its_days_back_too()
    {
        var asked = Story.AtSurvey.Did("survey-r1", Forms.Surveyed, Town.Officer);
        var before = asked.Case.Task("survey-cosign-r1")!.Due.On;
        var paused = asked.At(Town.At(3, 3)).With(Actor.System, new ClockPaused(PauseCauses.Hearing, Until: Until));
        var resumed = paused.At(Town.At(3, 6)).After(CaseDecisions.Resume(
            paused.Case, PauseCauses.Hearing, Town.Officer.In(Town.Officer.Posts[0]), Town.Procedure, Town.Calendar, Town.At(3, 6)));

        Assert.Equal(Town.Calendar.After(before, 3).On, resumed.Case.Task("survey-cosign-r1")!.Due.On);
    }

    [Fact]
    public void A_pause_ends_with_the_task_it_came_from()
    {
        var done = Asked.At(Town.At(3, 4)).Did("review-r1", Forms.Propose(), Town.Officer);

        Assert.Contains(done.Journal, entry => entry.Event is ClockResumed { Why: ResumeReasons.TaskDone });
        Assert.False(done.Case.IsPaused);
    }

    [Fact]
    public void A_pause_of_another_kind_ends_on_its_last_day_too() =>
        Assert.False(Asked.After(Hearing(Asked, Town.Start)).At(Town.At(7, 1)).Go().Case.IsPaused);

    [Fact]
    public void Nobody_pauses_for_a_cause_that_is_none() => CaseDecisions
        .Pause(Story.AtReview.Case, "lunch", null, Until, Actor.System, Town.Calendar, Town.Start).IsRefused(RefusalReason.CauseRequired);

    [Fact]
    public void Nobody_pauses_until_yesterday() => CaseDecisions
        .Pause(Story.AtReview.Case, PauseCauses.Hearing, null, new(2026, 3, 1), Actor.System, Town.Calendar, Town.Start).IsRefused(RefusalReason.DayRequired);

    [Fact]
    public void What_is_decided_is_not_paused() => CaseDecisions
        .Pause(Story.Approved.Case, PauseCauses.Hearing, null, Until, Actor.System, Town.Calendar, Town.Start).IsRefused(RefusalReason.CaseClosed);

    [Fact]
    public void A_limit_that_passed_before_the_pause_stays_passed()
    {
        var late = Story.AtReview.At(Town.At(4, 1)).With(Actor.System, new ClockPaused(PauseCauses.Hearing, Until: new(2026, 4, 10)));

        Assert.Equal(DueState.Red, late.Case.StateAt(late.Now));
        Assert.Equal(new DateOnly(2026, 3, 30), late.At(Town.At(4, 11)).Go().Case.Promise!.Due.On);
    }

    private static Story Asked => Story.AtReview.At(Town.At(3, 3)).Did("review-r1", new OutcomeForm(ActNames.RequestMaterial) { Materials = ["M07"], Reason = "收入说明缺一页" }, Town.Officer);

    private static Story Came(Story story) =>
        story.After(CaseDecisions.AddDocument(story.Case, new DocumentAdded("doc", "M07", "application/pdf", 10), Town.Owner)).Go();

    private static Decision Hearing(Story story, DateTimeOffset now) => CaseDecisions.Pause(
        story.Case, PauseCauses.Hearing, null, new(2026, 3, 20), Town.Officer.In(Town.Officer.Posts[0]), Town.Calendar, now, "申请人要求听证");
}
