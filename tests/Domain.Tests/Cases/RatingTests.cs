using OneVisit.Domain.Authority;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Tests.Supervision;

namespace OneVisit.Domain.Tests.Cases;

public sealed class RatingTests
{
    [Fact]
    public void A_household_rates_a_closed_case() => Rate(Story.Closed, new(5, " 很好 ")).Brings(new Rated(5, "很好"));

    [Fact]
    public void A_refused_household_rates_too() =>
        Assert.IsType<Decision.Accepted>(Rate(Story.AtDecide.Did("decide-r1", Forms.Refuse, Town.Chief), new(1)));

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-1)]
    public void There_are_five_grades(int stars) => Rate(Story.Closed, new(stars)).IsRefused(RefusalReason.NumberOutOfRange);

    [Fact]
    public void Nobody_rates_before_the_end() => Rate(Story.Approved, new(5)).IsRefused(RefusalReason.NotYetClosed);

    [Fact]
    public void Nobody_rates_anothers_case() => Rate(Story.Closed, new(5), "resident:other").IsRefused(RefusalReason.NotYours);

    [Fact]
    public void A_case_is_rated_once() => Rate(Story.Closed.After(Rate(Story.Closed, new(4))), new(5)).IsRefused(RefusalReason.AlreadyRated);

    [Fact]
    public void The_same_rating_a_second_time_changes_nothing()
    {
        var rated = Story.Closed.After(Rate(Story.Closed, new(2, "慢", ["tag-2"])));

        Assert.Empty(Assert.IsType<Decision.Accepted>(Rate(rated, new(2, "慢", ["tag-2"]))).Events);
    }

    [Fact]
    public void Tags_are_those_of_the_grade()
    {
        Rate(Story.Closed, new(2, null, ["tag-2"])).Brings(new Rated(2, null, ["tag-2"]));
        Rate(Story.Closed, new(2, null, ["tag-5"])).IsRefused(RefusalReason.UnknownTag);
    }

    // Closed on Tuesday 10 March: the fifth working day is Tuesday 17 March.
    [Fact]
    public void Rating_is_open_for_five_working_days_and_then_no_more()
    {
        Assert.IsType<Decision.Accepted>(Rate(Story.Closed.At(Town.At(3, 17)), new(3)));
        Assert.Equal(new DateOnly(2026, 3, 17), Rate(Story.Closed.At(Town.At(3, 18)), new(3)).IsRefused(RefusalReason.RatingTooLate).Until);
    }

    [Fact]
    public void A_rating_of_yesterday_without_tags_is_read_today() => Assert.Equal(new Rated(5, "很好"), JournalJson.Read("""{"type":"rated","stars":5,"comment":"很好"}"""));

    private static Decision Rate(Story story, RatingForm form, string participant = Town.Owner) =>
        ActTable.InForce.Operation("RateService")!.Hold(story.Case, CaseDecisions.Rate(story.Case, participant, form, Bureau.Grades, Bureau.Limits, Town.Calendar, story.Now));
}
