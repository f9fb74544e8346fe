using OneVisit.Domain.Eligibility;
using static OneVisit.Domain.Tests.Eligibility.Households;

namespace OneVisit.Domain.Tests.Eligibility;

public sealed class LowIncomeAllowanceTests
{
    /// <summary>What is different from the widow's household, and the amount, or <c>null</c> for unlikely.</summary>
    public static TheoryData<string, Household, double?> Cases => new()
    {
        { "as she is: 730 x 4 - 1300", Widow, 1620 },
        { "no income at all: the full standard", Widow with { MonthlyIncome = Money.Zero }, 2920 },
        { "income one fen below the standard", Widow with { MonthlyIncome = new Money(2919.99m) }, 0.01 },
        { "income exactly at the standard is not below it", WithoutSpending(Widow) with { MonthlyIncome = new Money(2920) }, null },
        { "income above, illness brings it below", WithoutSpending(Widow) with { MonthlyIncome = new Money(3500), YearlyMedicalSpending = new Money(12_000) }, 420 },
        { "what is left exactly at the standard is not below", WithoutSpending(Widow) with { MonthlyIncome = new Money(3920), YearlyMedicalSpending = new Money(12_000) }, null },
        { "spending of all three kinds adds up", Widow with { MonthlyIncome = new Money(3500), YearlyMedicalSpending = new Money(6000), YearlyRehabilitationSpending = new Money(3600), YearlyEducationSpending = new Money(2400) }, 420 },
        { "spending beyond income: the full standard, no more", Widow with { MonthlyIncome = new Money(3500), YearlyMedicalSpending = new Money(90_000) }, 2920 },
        { "income at the disposable income shuts the way by spending", WithoutSpending(Widow) with { MonthlyIncome = new Money(8000), YearlyMedicalSpending = new Money(90_000) }, null },
        { "one fen below the disposable income keeps it open", WithoutSpending(Widow) with { MonthlyIncome = new Money(7999.99m), YearlyMedicalSpending = new Money(90_000) }, 2420.01 },
        { "a third of a fen is rounded at the very end", Widow with { MonthlyIncome = new Money(3000), YearlyMedicalSpending = new Money(1000) }, 3.33 },
        { "no local hukou", Widow with { HasLocalHukou = false }, null },
        { "an urban household", Widow with { Area = Area.Urban }, null },
        { "savings at the limit of 24 x 900 x 4", Widow with { FinancialAssets = new Money(86_400) }, 1620 },
        { "savings one fen above", Widow with { FinancialAssets = new Money(86_400.01m) }, null },
        { "a car", Widow with { OwnsCar = true }, null },
        { "no home of their own", Widow with { Homes = 0 }, 1620 },
        { "two small homes", Widow with { Homes = 2, HomesBelowAverageArea = true }, 1620 },
        { "two large homes", Widow with { Homes = 2, HomesBelowAverageArea = false }, null },
        { "three homes, however small", Widow with { Homes = 3, HomesBelowAverageArea = true }, null },
        { "a shop", Widow with { OwnsNonResidentialProperty = true }, null },
        { "business capital at the limit", Widow with { BusinessCapital = new Money(100_000) }, 1620 },
        { "business capital above", Widow with { BusinessCapital = new Money(100_000.01m) }, null },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_household_is_measured(string what, Household household, double? monthly)
    {
        Verdict expected = monthly is { } amount ? new Verdict.Likely(new Money((decimal)amount)) : new Verdict.Unlikely();
        Assert.True(expected == Rural(household).Verdict, $"{what}: {Rural(household).Verdict}");
    }

    [Fact]
    public void The_urban_service_goes_by_the_urban_standard() =>
        Assert.Equal(new Verdict.Likely(new Money(2300)), Of("D1.1", Widow with { Area = Area.Urban }).Verdict);

    [Fact]
    public void Without_any_rules_the_verdict_is_unknown() => Assert.IsType<Verdict.Unknown>(RuleSet.None.Evaluate(Widow, Parameters).Verdict);

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public void A_household_has_one_to_thirty_members(int members) => Assert.Throws<ArgumentOutOfRangeException>(() => new Household { Members = members });

    [Fact]
    public void A_negative_income_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Household { MonthlyIncome = new Money(-1) });

    private static Household WithoutSpending(Household household) => household with
    {
        YearlyMedicalSpending = Money.Zero, YearlyRehabilitationSpending = Money.Zero, YearlyEducationSpending = Money.Zero,
    };
}
