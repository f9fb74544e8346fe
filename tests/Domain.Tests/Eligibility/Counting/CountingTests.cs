using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Law;
using static OneVisit.Domain.Tests.Eligibility.Households;

namespace OneVisit.Domain.Tests.Eligibility.Counting;

public sealed class CountingTests
{
    private static readonly Person Applicant = new() { Relation = Relation.Self, Away = Away.Not };
    private static readonly Household Couple = new() { People = [Applicant, Applicant with { Relation = Relation.Spouse }], ListsEverybody = true };

    [Fact]
    public void Who_lists_nothing_is_left_as_told() => Assert.Equal((Widow, 0), (Widow.Counted(Parameters).Household, Widow.Counted(Parameters).Findings.Length));

    [Fact]
    public void The_rules_go_by_the_members_counted() => Assert.Equal(2, Couple.Counted(Parameters).Household.Members);

    [Fact]
    public void A_number_told_besides_gives_way_and_that_is_said()
    {
        var counted = (Couple with { Members = 5 }).Counted(Parameters);
        Assert.Equal((2, 2m, 5m), (counted.Household.Members, Line(counted, CountingLines.MembersDiffer).Figure, Line(counted, CountingLines.MembersDiffer).Told));
    }

    [Fact]
    public void What_the_list_cannot_tell_stays_as_told() => Assert.Equal(5, (Couple with { Members = 5, ListsEverybody = null }).Counted(Parameters).Household.Members);

    [Fact]
    public void People_without_a_relation_are_no_list_of_members() => Assert.Null(HouseholdCount.Of(new Household { People = [new() { GraveIllness = true }] }, Parameters.On));

    [Fact]
    public void Where_nobody_counts_there_is_no_number_to_go_by()
    {
        var counted = new Household { Members = 1, People = [Applicant with { Away = new(Absence.InPrison) }], ListsEverybody = true }.Counted(Parameters);
        Assert.Equal((null, CountingLines.NobodyCounts), (counted.Household.Members, counted.Findings.First(finding => finding.Person is null).Line));
    }

    [Fact]
    public void An_income_told_besides_gives_way_and_that_is_said()
    {
        var counted = Incomes(new Household { MonthlyIncome = new Money(3000) }, new Income(IncomeKind.Wage, new Money(1300), Per.Month));
        Assert.Equal((1300m, 3000m), (Line(counted, CountingLines.IncomeDiffers).Figure, Line(counted, CountingLines.IncomeDiffers).Told));
    }

    [Fact]
    public void An_exclusion_tells_its_law_its_parameter_and_how_sure_it_is()
    {
        var finding = Line(Incomes(new(), new Income(IncomeKind.Scholarship, new Money(900), Per.Month)), CountingLines.IncomeLeftOut);
        Assert.Equal(
            ("excluded_income_scholarship", new DateOnly(2018, 1, 1), SourceStatus.Analog, "其他地区低保财产认定办法"),
            (finding.Exclusion!.Parameter, finding.Exclusion.From, finding.Status, finding.Law.Act));
    }

    [Fact]
    public void An_exclusion_that_has_ended_is_told_with_its_last_day() => Assert.Equal(
        new DateOnly(2025, 12, 31),
        Line(Incomes(new(), new Income(IncomeKind.BasePension, new Money(200), Per.Month)), CountingLines.IncomeCountsAgain).Exclusion!.To);

    [Fact]
    public void The_standard_by_the_year_is_not_below_the_standard()
    {
        var atTheStandard = Incomes(Widow with { MonthlyIncome = null, Members = 1 }, new Income(IncomeKind.Farming, new Money(8760), Per.Year)).Household;
        Assert.Contains(Rural(atTheStandard).Explain(), finding => finding is { Rule: RuleNames.IncomeBelowStandard, Holds: false });
    }

    [Fact]
    public void An_income_by_the_year_that_does_not_divide_is_compared_exactly()
    {
        // 10,000 a year less 1,240 is the standard of one head for twelve months, to the fen.
        var household = Incomes(
            Widow with { MonthlyIncome = null, Members = 1, YearlyMedicalSpending = new Money(1240), YearlyRehabilitationSpending = Money.Zero, YearlyEducationSpending = Money.Zero },
            new Income(IncomeKind.Farming, new Money(10_000), Per.Year)).Household;
        Assert.IsType<Verdict.Unlikely>(Rural(household).Verdict);
    }

    [Fact]
    public void Income_beyond_the_bound_is_taken_as_the_bound() => Assert.Equal(
        new Money(Household.MostYuan), Incomes(new(), [.. Enumerable.Repeat(new Income(IncomeKind.Wage, new Money(Household.MostYuan), Per.Month), 3)]).Household.MonthlyIncome);

    [Fact]
    public void An_income_of_nobody_in_the_list_stays_open() => Assert.Null(
        Incomes(Couple, new Income(IncomeKind.Wage, new Money(500), Per.Month, 7)).Income!.Monthly);

    [Theory]
    [InlineData(-1)]
    [InlineData(100_000_001)]
    public void An_income_that_cannot_be_is_none(int yuan) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Income(IncomeKind.Wage, new Money(yuan), Per.Month));

    [Fact]
    public void The_household_of_a_single_claim_stays_borderline() => Assert.IsType<Verdict.Likely>(
        Of("D4.1", Borderline with { People = [Applicant with { GraveIllness = true }], Incomes = [] }).Verdict);

    [Fact]
    public void The_claim_of_one_is_told_with_own_income_and_standard()
    {
        var household = Borderline with { People = [Applicant with { GraveIllness = true }], Incomes = [new(IncomeKind.Wage, new Money(200), Per.Month, 0)] };
        var finding = Rural(household).Explain().Single(finding => finding.Rule == RuleNames.OwnIncomeBelowStandard);
        Assert.Equal((200m, 730m, 0), (finding.Sum![FigureNames.Income], finding.Sum[FigureNames.Standard], finding.Person));
    }

    [Fact]
    public void Of_another_members_income_the_claim_of_one_tells_nothing()
    {
        var household = Borderline with
        {
            People = [Applicant, Applicant with { Relation = Relation.Spouse, GraveIllness = true }],
            Incomes = [new(IncomeKind.Wage, new Money(3300), Per.Month, 0), new(IncomeKind.PreferentialPay, new Money(900), Per.Month, 1)],
        };
        var finding = Rural(household).Explain().Single(finding => finding.Rule == RuleNames.OwnIncomeBelowStandard);
        Assert.Equal(household.Incomes.Value[1], Assert.Single((ImmutableArray<Income>)finding.Inputs.Single(input => input.Question == Question.Incomes).Value!));
        Assert.Equal(["standard_rural", "excluded_income_preferential_pay"], finding.Parameters.Select(used => used.Name));
    }

    [Fact]
    public void What_one_gets_alone_is_told_person_by_person()
    {
        var amount = Rural(Borderline with
        {
            People = [Applicant with { GraveIllness = true }, Applicant with { Relation = Relation.Spouse, GraveIllness = true }],
            Incomes = [new(IncomeKind.Wage, new Money(200), Per.Month, 1)],
        }).ExplainAmount()!;
        Assert.Equal(new Money(1260), amount.Monthly);
        Assert.Equal([(0, 0m), (1, 200m)], amount.Parts.Select(part => (part.Person!.Value, part.Figures[1].Value)));
    }

    [Theory]
    [InlineData("2021-12-31", false)]
    [InlineData("2022-01-01", true)]
    public void One_may_claim_alone_by_the_rules_since_2022(string day, bool likely) => Assert.Equal(
        likely,
        City.Find("D1.2")!.Eligibility.Evaluate(
            Borderline with { People = [Applicant with { GraveIllness = true }], Incomes = [] }, City.ParametersOn(DateOnly.Parse(day, CultureInfo.InvariantCulture))).Verdict is Verdict.Likely);

    [Fact]
    public void A_known_minor_is_not_asked_for_a_living_of_their_own() => Assert.Equal(
        [new Fact(Question.Away, 0)],
        Rural(Borderline with { People = [new Person { Relation = Relation.Child, BornOn = new(2015, 1, 1), GraveIllness = true }], Incomes = [] }).OpenFacts.AsEnumerable());

    [Fact]
    public void A_household_that_lists_people_and_incomes_is_kept_as_it_was_told()
    {
        var told = Couple with { Incomes = [new(IncomeKind.BasePension, new Money(200.5m), Per.Month, 1)], HasSeverelyAffectedMember = true };
        var written = JsonSerializer.Serialize(told with { People = [Applicant with { Disability = Disability.None }, new() { Disability = new(DisabilityKind.Mental) }] }, JournalJson.Options);
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<Household>(written, JournalJson.Options), JournalJson.Options));
    }

    [Fact]
    public void A_household_of_yesterday_is_read_today() => Assert.Equal(
        new Household { Members = 4, MonthlyIncome = new Money(1300) }, JsonSerializer.Deserialize<Household>("""{"members":4,"monthlyIncome":1300}""", JournalJson.Options));

    private static Household Borderline { get; } = Widow with
    {
        MonthlyIncome = new Money(3500), YearlyMedicalSpending = Money.Zero, YearlyRehabilitationSpending = Money.Zero, YearlyEducationSpending = Money.Zero,
    };

    private static CountedHousehold Incomes(Household household, params Income[] incomes) => (household with { Incomes = [.. incomes] }).Counted(Parameters);

    private static CountingFinding Line(CountedHousehold counted, string line) => counted.Findings.Single(finding => finding.Line == line);
}
