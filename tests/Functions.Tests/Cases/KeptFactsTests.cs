using OneVisit.Catalogue;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Functions.Tests.Cases;

public sealed class KeptFactsTests
{
    private static readonly CityCatalogue City = CityCatalogue.Load();
    private static readonly EligibilityParameters Parameters = City.ParametersOn(new(2026, 11, 24));
    private static readonly RuleSet Rules = City.Find("D1.2")!.Eligibility;

    private static readonly Household Family = new()
    {
        HasLocalHukou = true, Area = Area.Rural, FinancialAssets = Money.Zero, OwnsCar = false, Homes = 1, OwnsNonResidentialProperty = false,
        BusinessCapital = Money.Zero, YearlyMedicalSpending = Money.Zero, YearlyRehabilitationSpending = Money.Zero, YearlyEducationSpending = Money.Zero,
        ListsEverybody = true,
        People =
        [
            new() { Relation = Relation.Self, Away = Away.Not, BornOn = new(1980, 1, 1) },
            new() { Relation = Relation.Spouse, Away = Away.Not, GraveIllness = true },
            new() { Relation = Relation.Child, Away = new(Absence.InPrison) },
        ],
    };

    [Fact]
    public void Of_people_who_only_were_counted_nothing_is_kept()
    {
        var kept = Kept(Family with { Incomes = [new(IncomeKind.Wage, new Money(1000), Per.Month, 0)] });
        Assert.Equal((2, new Money(1000), null, null), (kept.Members, kept.MonthlyIncome!.Value, kept.People, kept.Incomes));
    }

    [Fact]
    public void The_one_who_claims_alone_is_kept_and_of_the_others_only_their_place()
    {
        var kept = Kept(Family with { Incomes = [new(IncomeKind.Wage, new Money(1700), Per.Month, 0), new(IncomeKind.Wage, new Money(100), Per.Month, 1)] });
        Assert.Equal([new Person(), Family.People!.Value[1], new Person()], kept.People!.Value.AsEnumerable());
    }

    [Fact]
    public void What_is_kept_leads_to_the_same_verdict()
    {
        var told = Family with { Incomes = [new(IncomeKind.Wage, new Money(1700), Per.Month, 0), new(IncomeKind.Wage, new Money(100), Per.Month, 1)] };
        Assert.Equal(new Verdict.Likely(new Money(630)), Rules.Evaluate(Kept(told), Parameters).Verdict);
    }

    private static Household Kept(Household told) =>
        NeededFacts.Of(told.Counted(Parameters).Household, household => NeededFacts.Trace(Rules.Evaluate(household, Parameters)), nameof(Household.Members), nameof(Household.MonthlyIncome));
}
