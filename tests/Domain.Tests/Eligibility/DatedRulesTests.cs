using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Eligibility.Payments;
using OneVisit.Domain.Law;
using static OneVisit.Domain.Tests.Eligibility.Households;

namespace OneVisit.Domain.Tests.Eligibility;

/// <summary>What changes with the day: rules, and the numbers they go by.</summary>
public sealed class DatedRulesTests
{
    private static readonly Household Ill = Widow with { MonthlyIncome = new Money(3500), YearlyMedicalSpending = new Money(12_000) };
    private static readonly LawReference Law = new("Some act", "");

    [Theory]
    [InlineData("2021-12-31", false)]
    [InlineData("2022-01-01", true)]
    public void What_illness_leaves_opens_the_allowance_since_2022(string day, bool likely) =>
        Assert.Equal(likely, City.Find("D1.2")!.Eligibility.Evaluate(Ill, City.ParametersOn(DateOnly.Parse(day))).Verdict is Verdict.Likely);

    [Fact]
    public void Without_rules_for_the_day_the_verdict_is_unknown_and_nothing_is_asked()
    {
        var before = City.Find("D1.2")!.Eligibility.Evaluate(Widow, City.ParametersOn(new DateOnly(2017, 12, 31)));
        Assert.True(before is { Verdict: Verdict.Unknown, StillOpen.IsEmpty: true } && before.Explain().IsEmpty);
    }

    [Theory]
    [InlineData("elder_from", 61, "D6.1", "1966-01-01")]
    [InlineData("old_age_from", 85, "D7.1", "1944-01-01")]
    [InlineData("centenarian_from", 101, "D7.2", "1926-01-01")]
    [InlineData("elder_from", 65, "D2.1", "1964-01-01")]
    public void Another_age_in_the_parameters_is_another_verdict(string parameter, int years, string service, string born)
    {
        var household = Widow with { Draws = ["D1.2"], People = [new() { BornOn = DateOnly.Parse(born), Disability = OneVisit.Domain.Eligibility.People.Disability.None, HasAbleObligor = false, Draws = [] }] };
        Assert.IsType<Verdict.Likely>(Of(service, household).Verdict);
        Assert.IsType<Verdict.Unlikely>(City.Find(service)!.Eligibility.Evaluate(household, With(parameter, years)).Verdict);
    }

    [Fact]
    public void Another_limit_of_homes_is_another_verdict()
    {
        var household = Widow with { Homes = 2, HomesBelowAverageArea = false };
        Assert.IsType<Verdict.Unlikely>(Rural(household).Verdict);
        Assert.IsType<Verdict.Likely>(City.Find("D1.2")!.Eligibility.Evaluate(household, With("homes_limit", 2)).Verdict);
    }

    [Fact]
    public void A_number_used_is_told_with_its_days_and_its_source()
    {
        var finding = Rural(Widow).Explain().Single(finding => finding.Rule == RuleNames.HomesWithinLimit);
        Assert.Contains(new UsedParameter("homes_limit", 1, new(2018, 1, 1), null, SourceStatus.Analog), finding.Parameters);
    }

    [Fact]
    public void The_facts_looked_at_are_told_known_or_not()
    {
        var finding = Rural(Widow with { HomesBelowAverageArea = null }).Explain().Single(finding => finding.Rule == RuleNames.HomesWithinLimit);
        Assert.Equal([(Question.Homes, (object?)1), (Question.HomesBelowAverageArea, null)], finding.Inputs.Select(input => (input.Question, input.Value)));
    }

    [Fact]
    public void The_amount_is_told_figure_by_figure()
    {
        var amount = Rural(Widow).ExplainAmount()!;
        Assert.Equal(("shortfall-or-alone", new Money(1620)), (amount.Formula, amount.Monthly));
        Assert.Equal([730, 4, 1300], amount.Parts.Single().Figures.Select(figure => figure.Value));
    }

    [Fact]
    public void Help_that_comes_once_tells_its_bound() =>
        Assert.Equal([1000m], Of("D3.1", new Household { Emergency = Emergency.Fire, HasLocalHukou = true }).ExplainAmount()!.Parts.Single().Figures.Select(figure => figure.Value));

    [Fact]
    public void A_trace_with_another_fact_replays_to_another_outcome()
    {
        var finding = Rural(Widow).Explain().Single(finding => finding.Rule == RuleNames.NoCar);
        Assert.False(TraceReplay.Outcome(finding with { Inputs = [new(Question.Car, true)] }));
    }

    [Fact]
    public void A_later_way_that_holds_is_told_beside_an_earlier_one_not_known()
    {
        var findings = Of("D3.1", new Household { Emergency = Emergency.Fire, IsHereOtherwise = true }).Explain();
        Assert.Equal([null, true], findings.Where(finding => finding.Way is not null).Select(finding => finding.Holds));
    }

    [Fact]
    public void Rules_about_a_person_cannot_stand_among_those_about_the_household() =>
        Assert.Throws<ArgumentException>(() => Composed(new Clause.Line("needs-care", Law, [])));

    [Fact]
    public void A_choice_cannot_stand_inside_a_choice() =>
        Assert.Throws<ArgumentException>(() => Composed(new Clause.AnyOf([new Clause.AnyOf([new Clause.Line("no-car", Law, [])])])));

    [Fact]
    public void A_rule_nobody_wrote_is_refused() => Assert.Throws<ArgumentException>(() => Composed(new Clause.Line("left-handed", Law, [])));

    [Fact]
    public void Somebody_is_looked_for_once()
    {
        var somebody = new Clause.Somebody(null, [new Clause.Line("needs-care", Law, [])]);
        Assert.Throws<ArgumentException>(() => Composed(new Clause.AllOf([somebody, somebody])));
    }

    [Fact]
    public void Nobody_is_paid_alone_where_nobody_is_looked_for() => Assert.Throws<ArgumentException>(
        () => new RuleSet([new DatedRules(new(2018, 1, 1), null, null, [new Clause.Line("no-car", Law, [])], [], new Payment("shortfall-or-alone", [], null, []))]));

    private static RuleSet Composed(Clause clause) => new([new DatedRules(new(2018, 1, 1), null, null, [clause], [], null)]);

    private static EligibilityParameters With(string name, decimal value) => Parameters with
    {
        Others = new Dictionary<string, Sourced<decimal>>(Parameters.Others) { [name] = new(value, SourceStatus.Demo) },
    };
}
