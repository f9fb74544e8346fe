using System.Collections.Immutable;
using CsCheck;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Eligibility.People;
using static OneVisit.Domain.Tests.Eligibility.Households;

namespace OneVisit.Domain.Tests.Eligibility.Counting;

/// <summary>What is true of counting, whatever the household.</summary>
public sealed class CountingPropertyTests
{
    private const int AllFacts = (1 << PersonGen.Facts) - 1;

    private static readonly Gen<Income> Income = Gen.Select(Gen.Enum<IncomeKind>(), Gen.Int[0, 2_000_000], Gen.Enum<Per>(), Gen.Int[-1, 2])
        .Select((kind, fen, per, person) => new Income(kind, new Money(fen / 100m), per, person < 0 ? null : person));

    private static readonly Gen<Household> Listed = Gen.Select(PersonGen.Known.Array[3], Gen.Int[0, AllFacts].Array[3], Income.Array[0, 6], Gen.Bool)
        .Select((people, facts, incomes, everything) => new Household
        {
            People = [.. people.Select((person, at) => (everything ? person : person.Knowing(facts[at])) with { Relation = at == 0 ? Relation.Self : person.Relation })],
            ListsEverybody = true, Incomes = [.. incomes],
        });

    [Fact]
    public void The_order_of_the_people_does_not_matter() => Gen.Select(Listed, Gen.Shuffle(new[] { 0, 1, 2 })).Sample((household, order) =>
    {
        var (counted, other) = (household.Counted(Parameters), Reordered(household, order).Counted(Parameters));
        return (counted.Count!.Number, counted.Income!.Monthly) == (other.Count!.Number, other.Income!.Monthly);
    });

    [Fact]
    public void An_income_that_is_left_out_changes_nothing() => Gen.Select(Listed, Income, Gen.Int[0, 6]).Sample((household, more, at) =>
        Parameters.ExclusionOf(more.Kind) is null
        || household.Counted(Parameters).Income!.Monthly == (household with { Incomes = household.Incomes!.Value.Insert(Math.Min(at, household.Incomes.Value.Length), more) }).Counted(Parameters).Income!.Monthly);

    [Fact]
    public void Telling_more_never_changes_who_counts() => Gen.Select(PersonGen.Known, Gen.Int[0, AllFacts], Gen.Int[0, AllFacts]).Sample((person, known, more) =>
        Standing.Of(person.Knowing(known), Parameters.On).Counts is not { } counts || Standing.Of(person.Knowing(known | more), Parameters.On).Counts == counts);

    [Fact]
    public void Who_tells_everything_is_counted_or_left_out() => PersonGen.Known.Sample(person => Standing.Of(person, Parameters.On) is { Counts: not null, Line: not null });

    [Fact]
    public void While_it_cannot_be_told_who_counts_there_is_no_line_of_law() => Gen.Select(PersonGen.Known, Gen.Int[0, AllFacts]).Sample((person, known) =>
        Standing.Of(person.Knowing(known), Parameters.On) is var standing && standing.Counts is null == standing.Line is null);

    [Fact]
    public void Counting_twice_is_counting_once() => Listed.Sample(household =>
        household.Counted(Parameters).Household is var once && once.Counted(Parameters).Household.Equals(once));

    [Fact]
    public void A_twelfth_of_a_year_comes_back_as_the_year() => Gen.Long[1_000, 10_000_000_000].Sample(fen => fen / 100m / 12 * 12 == fen / 100m);

    [Fact]
    public void A_verdict_given_early_on_a_claim_of_one_is_the_verdict_in_the_end() =>
        Gen.Select(Listed, Gen.Int[0, AllFacts], Gen.Int[700, 1200]).Sample((household, known, perHead) =>
        {
            var all = Borderline(household, perHead);
            var early = Rural(all with { People = [.. all.People!.Value.Select(person => person.Knowing(known))] }).Verdict;
            return early is Verdict.Unknown || early.GetType() == Rural(all).Verdict.GetType();
        });

    [Fact]
    public void The_trace_of_a_claim_of_one_replays_to_the_verdict_and_its_amount() =>
        Gen.Select(Listed, Gen.Int[0, 3], Gen.Int[700, 1200]).Sample((household, untold, perHead) =>
        {
            var told = Borderline(household, perHead) with
            {
                People = (untold & 1) == 0 ? household.People : null, Incomes = (untold & 2) == 0 ? household.Incomes : null, HasSeverelyAffectedMember = true,
            };
            var evaluation = Rural(told);
            var findings = evaluation.Explain();
            return findings.All(finding => TraceReplay.Outcome(finding) == finding.Holds)
                && Equals(TraceReplay.Verdict(findings, evaluation.ExplainAmount(), paysByTheMonth: true), evaluation.Verdict);
        });

    private static Household Borderline(Household listed, int perHead) => Widow with
    {
        Members = 3, MonthlyIncome = new Money(perHead * 3), People = listed.People, Incomes = listed.Incomes,
        YearlyMedicalSpending = Money.Zero, YearlyRehabilitationSpending = Money.Zero, YearlyEducationSpending = Money.Zero,
    };

    private static Household Reordered(Household household, int[] order) => household with
    {
        People = [.. order.Select(from => household.People!.Value[from])],
        Incomes = household.Incomes!.Value.Select(income => new Income(income.Kind, income.Amount, income.Per, income.Person is { } person ? Array.IndexOf(order, person) : null)).ToImmutableArray(),
    };
}
