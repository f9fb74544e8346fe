using CsCheck;
using OneVisit.Domain.Eligibility;
using static OneVisit.Domain.Tests.Eligibility.Households;

namespace OneVisit.Domain.Tests.Eligibility;

public sealed class UnknownFactsTests
{
    [Fact]
    public void Knowing_everything_leaves_nothing_unknown() => HouseholdGen.Known.Sample(all => Rural(all).Verdict is not Verdict.Unknown);

    [Fact]
    public void A_verdict_given_early_is_the_verdict_in_the_end() =>
        Gen.Select(HouseholdGen.Known, HouseholdGen.Facts).Sample((all, facts) =>
            Rural(all.Knowing(facts)).Verdict is var early && (early is Verdict.Unknown || early.GetType() == Rural(all).Verdict.GetType()));

    [Fact]
    public void Asking_what_is_open_always_ends_in_the_final_verdict() =>
        Gen.Select(HouseholdGen.Known, HouseholdGen.Facts).Sample((all, facts) =>
        {
            var known = all.Knowing(facts);
            while (Rural(known) is { Verdict: Verdict.Unknown } now)
                known = known.Answering(now.StillOpen[0], all);
            return Rural(known).Verdict.GetType() == Rural(all).Verdict.GetType();
        });

    [Fact]
    public void Only_facts_not_known_are_open() =>
        Gen.Select(HouseholdGen.Known, HouseholdGen.Facts).Sample((all, facts) =>
            Rural(all.Knowing(facts)).StillOpen.All(question => !HouseholdGen.IsAmong(question, facts)));

    [Fact]
    public void A_question_that_is_not_open_for_a_decided_household_changes_nothing() =>
        Gen.Select(HouseholdGen.Known, HouseholdGen.Facts, Gen.Enum<Question>()).Sample((all, facts, question) =>
        {
            var known = all.Knowing(facts);
            return Rural(known).Verdict is Verdict.Unknown
                || Rural(known).Verdict.GetType() == Rural(known.Answering(question, all)).Verdict.GetType();
        });

    [Fact]
    public void The_single_open_question_can_turn_the_verdict_either_way()
    {
        var open = Widow with { OwnsCar = null };
        Assert.NotEqual(Rural(open with { OwnsCar = true }).Verdict, Rural(open with { OwnsCar = false }).Verdict);
    }

    [Fact]
    public void A_likely_amount_lies_above_nothing_and_within_the_standard() =>
        HouseholdGen.Known.Sample(all => Rural(all).Verdict is not Verdict.Likely likely
            || (likely.Monthly >= Money.Zero && likely.Monthly <= new Money(730) * all.Members!.Value));

    [Fact]
    public void More_income_never_makes_the_amount_larger() =>
        Gen.Select(HouseholdGen.Known, Gen.Int[0, 3000]).Sample((all, more) =>
            Rural(all with { MonthlyIncome = all.MonthlyIncome + new Money(more) }).Verdict is not Verdict.Likely richer
            || (Rural(all).Verdict is Verdict.Likely poorer && (all.MonthlyIncome < new Money(730) * all.Members!.Value || poorer.Monthly >= richer.Monthly)));
}
