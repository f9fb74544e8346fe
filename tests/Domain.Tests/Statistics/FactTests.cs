using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Statistics;
using OneVisit.Domain.Tests.Cases;

namespace OneVisit.Domain.Tests.Statistics;

public sealed class FactTests
{
    [Fact]
    public void An_open_case_counts_in_the_month_it_came()
    {
        var fact = Of(Story.AtReview);
        Assert.Equal((FactOutcome.Open, new DateOnly(fact.SubmittedOn.Year, fact.SubmittedOn.Month, 1)), (fact.Outcome, fact.Month));
    }

    [Fact]
    public void A_decided_case_has_its_days_and_the_days_it_was_promised_in()
    {
        var fact = Of(Story.Approved);
        Assert.Equal((FactOutcome.Approved, CaseDecisions.WorkingDaysUsed(Story.Approved.Case, Town.Calendar), Town.Procedure.TotalWorkingDays), (fact.Outcome, fact.Days, fact.Limit));
    }

    [Fact]
    public void A_case_that_went_straight_through_is_right_the_first_time() => Assert.True(Of(Story.Approved).FirstTimeRight);

    [Fact]
    public void A_case_sent_back_is_not() => Assert.Equal((true, false), (Of(Story.Returned).Returned, Of(Story.Returned).FirstTimeRight));

    [Fact]
    public void An_open_case_is_not_right_yet() => Assert.False(Of(Story.AtReview).FirstTimeRight);

    [Fact]
    public void Past_the_promise_it_is_red_and_a_stage_is_named()
    {
        var late = Story.AtNotice.At(Town.At(5, 29)).Did("notice-r1", Forms.NoticePosted, Town.Officer).Advance(Town.At(6, 10)).Did("decide-r1", Forms.Approve(), Town.Chief);
        Assert.Equal((DueState.Red, StageKind.Notice), (Of(late).Colour, Of(late).Blamed));
    }

    [Fact]
    public void A_rating_that_comes_when_the_month_is_over_corrects_it_and_says_when()
    {
        var rated = Story.Closed.At(Town.At(6, 1)).With(Actor.System, new Rated(5));
        var cell = Contributions.Of(Of(rated)).Last().Cell;
        Assert.Equal((1, new DateOnly(2026, 6, 1)), (cell.Corrected, cell.CorrectedOn(Months.NextAfter(Of(rated).Month))));
    }

    [Fact]
    public void A_rating_left_out_counts_as_an_answer_and_not_in_the_rate()
    {
        var rated = Story.Closed.With(Actor.System, new Rated(1)).With(Actor.System, new RatingExcluded("拿错了单子"));
        var rate = Rates.Of(Contributions.Of(Of(rated)).Select(part => part.Cell).Aggregate((one, two) => one.Plus(two)), 0).Single(rate => rate.Name == Rates.Satisfied);
        Assert.Equal((0, 1.0), (rate.N, rate.Response));
    }

    [Fact]
    public void A_pause_that_is_only_reminded_of_tells_the_statistics_nothing_new() =>
        Assert.True(Of(Story.AtReview.With(Actor.System, new PauseReminded("death", new DateOnly(2026, 3, 1)))).TellsTheSameAs(Of(Story.AtReview)));

    [Fact]
    public void A_day_on_which_it_changed_tells_something_new() => Assert.False(Of(Story.Closed).TellsTheSameAs(Of(Story.Closed) with { ChangedOn = new(2026, 6, 1) }));

    [Fact]
    public void A_stage_that_is_done_counts_with_the_decision_and_not_before()
    {
        Assert.True(Of(Story.AtNotice).TellsTheSameAs(Of(Story.AtReview)));
        Assert.Contains(Of(Story.Approved).Stages, spent => spent.Stage == StageKind.Review);
    }

    [Fact]
    public void A_day_of_the_promise_that_moves_tells_something_new() => Assert.False((Of(Story.AtReview) with { DueOn = new(2026, 12, 31) }).TellsTheSameAs(Of(Story.AtReview)));

    private static CaseFact Of(Story story) => FactFold.Of(story.Journal, story.Procedure, Town.Calendar);
}
