using CsCheck;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Domain.Tests.Eligibility;

/// <summary>What is true of the rules of every service, whatever the household.</summary>
public sealed class AllServicesTests
{
    private static readonly string[] OnlyUpperIncomeLimit = ["D1.1", "D1.2", "D2.1", "D3.2"];

    private static readonly Gen<Household> Known = Gen.Select(
        HouseholdGen.Known, PersonGen.Few, HouseholdGen.OneOf("D1.1", "D1.2", "D2.1", "D4.1", ""), Gen.Enum<Emergency>(), Gen.Enum<DeceasedGroup>(), Gen.Bool)
        .Select((household, people, draws, emergency, deceased, here) => household with
        {
            People = people, Incomes = [], Draws = draws.Length == 0 ? [] : [draws], Emergency = emergency, Deceased = deceased, IsHereOtherwise = here,
        });

    [Fact]
    public void The_order_of_the_people_does_not_matter() => Known.Sample(all =>
        ServiceRules.Codes.All(code => Equals(Of(code, all), Of(code, all with { People = [.. all.People!.Value.Reverse()] }))));

    [Fact]
    public void A_verdict_given_early_is_the_verdict_in_the_end() =>
        Gen.Select(Known, HouseholdGen.Facts, Gen.Int[0, (1 << PersonGen.Facts) - 1]).Sample((all, facts, ofPeople) =>
            ServiceRules.Codes.All(code => Of(code, Forgetting(all, facts, ofPeople)) is var early && (early is Verdict.Unknown || early.GetType() == Of(code, all).GetType())));

    [Fact]
    public void Who_knows_everything_is_left_in_doubt_by_the_labour_capacity_alone() => Known.Sample(all =>
        ServiceRules.Codes.Where(code => code != "D2.1").All(code => Of(code, all) is not Verdict.Unknown));

    [Fact]
    public void More_income_never_opens_what_has_only_an_upper_limit() =>
        Gen.Select(Known, Gen.Int[0, 9000]).Sample((all, more) => OnlyUpperIncomeLimit.All(code =>
            Of(code, all) is Verdict.Likely || Of(code, all with { MonthlyIncome = all.MonthlyIncome + new Money(more) }) is not Verdict.Likely));

    [Fact]
    public void The_borderline_is_crossed_once_from_each_side()
    {
        var verdicts = Enumerable.Range(0, 6000).Select(income => Of("D4.1", Households.Widow with
        {
            MonthlyIncome = new Money(income), YearlyMedicalSpending = Money.Zero, YearlyRehabilitationSpending = Money.Zero, YearlyEducationSpending = Money.Zero,
        }).GetType()).ToArray();

        Assert.Equal(2, verdicts.Zip(verdicts.Skip(1)).Count(pair => pair.First != pair.Second));
    }

    [Fact]
    public void The_trace_leads_to_the_verdict() => Known.Sample(all => ServiceRules.Codes.All(code =>
        ServiceRules.Evaluate(code, all, Households.WithAll) is var evaluation
        && (evaluation.Verdict is not Verdict.Unlikely || evaluation.Explain().Any(finding => finding.Holds == false))));

    [Fact]
    public void Nobody_qualifies_who_is_not_there() => Known.Sample(all =>
        ServiceRules.Codes.Where(IsAboutPeople).All(code => Of(code, all with { People = [] }) is not Verdict.Likely));

    private static bool IsAboutPeople(string code) => code is "D2.1" or "D5.1" or "D5.2" or "D6.1" or "D6.2" or "D7.1" or "D7.2" or "D8.1" or "D9.1" or "D10.1" or "D11.1";

    private static Household Forgetting(Household all, int facts, int ofPeople) => all.Knowing(facts) with
    {
        People = [.. all.People!.Value.Select(person => person.Knowing(ofPeople))],
        Draws = (facts & 1) == 0 ? null : all.Draws, Emergency = (facts & 2) == 0 ? null : all.Emergency,
        Incomes = (facts & 16) == 0 ? null : all.Incomes, Deceased = (facts & 4) == 0 ? null : all.Deceased, IsHereOtherwise = (facts & 8) == 0 ? null : all.IsHereOtherwise,
    };

    private static Verdict Of(string code, Household household) => ServiceRules.Evaluate(code, household, Households.WithAll).Verdict;
}
