using CsCheck;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Facts;

namespace OneVisit.Domain.Tests.Eligibility;

/// <summary>What is true of the rules of every service, whatever the household.</summary>
public sealed class AllServicesTests
{
    private static readonly string[] OnlyUpperIncomeLimit = ["D1.1", "D1.2", "D2.1", "D3.2"];

    private static readonly Gen<Household> Known = Gen.Select(
        HouseholdGen.Known, PersonGen.Few, HouseholdGen.OneOf("D1.1", "D1.2", "D2.1", "D4.1", ""), Gen.Enum<Emergency>(), Gen.Enum<DeceasedGroup>(), Gen.Bool,
        WishGen.Telling)
        .Select((household, people, draws, emergency, deceased, here, telling) => telling(household with
        {
            People = people, Incomes = [], Draws = draws.Length == 0 ? [] : [draws], Emergency = emergency, Deceased = deceased, IsHereOtherwise = here,
        }));

    /// <summary>The same, with some facts not known, whichever they are.</summary>
    private static readonly Gen<(Household All, Household Known)> PartlyKnown =
        Gen.Select(Known, HouseholdGen.Facts, Gen.Int[0, (1 << PersonGen.Facts) - 1], WishGen.Facts)
            .Select((all, facts, ofPeople, ofWishes) => (all, Forgetting(all, facts, ofPeople).KnowingWishes(ofWishes)));

    [Fact]
    public void The_order_of_the_people_does_not_matter() => Known.Sample(all =>
        Households.Codes.All(code => Equals(Of(code, all), Of(code, all with { People = [.. all.People!.Value.Reverse()] }))));

    [Fact]
    public void A_verdict_given_early_is_the_verdict_in_the_end() =>
        PartlyKnown.Sample((all, known) =>
            Households.Codes.All(code => Of(code, known) is var early && (early is Verdict.Unknown || early.GetType() == Of(code, all).GetType())));

    [Fact]
    public void An_answer_never_turns_likely_or_unlikely_into_unknown() =>
        Gen.Select(PartlyKnown, Gen.Enum<Question>()).Sample((households, question) => Households.Codes.All(code =>
            Of(code, households.Known) is Verdict.Unknown || Of(code, Told(households.Known, households.All, question)) is not Verdict.Unknown));

    [Fact]
    public void Of_a_household_that_tells_nothing_nothing_is_ruled_out() =>
        Assert.All(Households.Codes, code => Assert.IsType<Verdict.Unknown>(Of(code, new Household())));

    [Fact]
    public void Who_knows_everything_is_left_in_doubt_by_the_labour_capacity_alone() => Known.Sample(all =>
        Households.Codes.Where(code => code != "D2.1").All(code => Of(code, all) is not Verdict.Unknown));

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
    public void The_trace_leads_to_the_verdict() => Known.Sample(all => Households.Codes.All(code =>
        Households.Of(code, all) is var evaluation
        && (evaluation.Verdict is not Verdict.Unlikely || evaluation.Explain().Any(finding => finding.Holds == false))));

    [Fact]
    public void Nobody_qualifies_who_is_not_there() => Known.Sample(all =>
        Households.Codes.Where(IsAboutPeople).All(code => Of(code, all with { People = [] }) is not Verdict.Likely));

    [Fact]
    public void The_trace_replays_to_the_verdict() => PartlyKnown.Sample((_, known) => Households.Codes.All(code => Replays(code, known)));

    [Fact]
    public void The_trace_of_a_household_that_tells_everything_replays_to_the_verdict_and_its_amount() => Known.Sample(all => Households.Codes.All(code => Replays(code, all)));

    private static bool Replays(string code, Household household)
    {
        var rules = Households.City.Find(code)!.Eligibility;
        var evaluation = rules.Evaluate(household, Households.Parameters);
        var findings = evaluation.Explain();
        return findings.All(finding => TraceReplay.Outcome(finding) == finding.Holds)
            && Equals(TraceReplay.Verdict(findings, evaluation.ExplainAmount(), rules.PaysByTheMonth), evaluation.Verdict);
    }

    private static bool IsAboutPeople(string code) => !Households.City.Find(code)!.Eligibility.Versions[^1].Person.IsEmpty;

    private static Household Told(Household known, Household all, Question question)
    {
        if (!question.IsOfAPerson())
            return FactBook.Write(known, question, null, FactBook.Read(all, question, null)) with { People = question == Question.People ? all.People : known.People };
        return Enumerable.Range(0, known.People?.Length ?? 0)
            .Aggregate(known, (told, at) => FactBook.Write(told, question, at, FactBook.Read(all, question, at)));
    }

    private static Household Forgetting(Household all, int facts, int ofPeople) => all.Knowing(facts) with
    {
        People = [.. all.People!.Value.Select(person => person.Knowing(ofPeople))],
        Draws = (facts & 1) == 0 ? null : all.Draws, Emergency = (facts & 2) == 0 ? null : all.Emergency,
        Incomes = (facts & 16) == 0 ? null : all.Incomes, Deceased = (facts & 4) == 0 ? null : all.Deceased, IsHereOtherwise = (facts & 8) == 0 ? null : all.IsHereOtherwise,
    };

    private static Verdict Of(string code, Household household) => Households.Of(code, household).Verdict;
}
