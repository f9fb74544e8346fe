using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Tests.Cases;

public sealed class RatingTests
{
    [Fact]
    public void A_household_rates_a_closed_case() => CaseDecisions.Rate(Story.Closed.Case, Town.Owner, 5, " 很好 ", Town.Start).Brings(new Rated(5, "很好"));

    [Fact]
    public void A_refused_household_rates_too() =>
        Assert.IsType<Decision.Accepted>(CaseDecisions.Rate(Story.AtDecide.Did("decide-r1", Forms.Refuse, Town.Chief).Case, Town.Owner, 1, null, Town.Start));

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-1)]
    public void There_are_five_grades(int stars) => CaseDecisions.Rate(Story.Closed.Case, Town.Owner, stars, null, Town.Start).IsRefused(RefusalReason.NumberOutOfRange);

    [Fact]
    public void Nobody_rates_before_the_end() => CaseDecisions.Rate(Story.Approved.Case, Town.Owner, 5, null, Town.Start).IsRefused(RefusalReason.NotYetClosed);

    [Fact]
    public void Nobody_rates_anothers_case() => CaseDecisions.Rate(Story.Closed.Case, "resident:other", 5, null, Town.Start).IsRefused(RefusalReason.NotYours);

    [Fact]
    public void A_case_is_rated_once()
    {
        var rated = Story.Closed.After(CaseDecisions.Rate(Story.Closed.Case, Town.Owner, 4, null, Town.Start));

        CaseDecisions.Rate(rated.Case, Town.Owner, 5, null, Town.Start).IsRefused(RefusalReason.AlreadyRated);
    }
}
