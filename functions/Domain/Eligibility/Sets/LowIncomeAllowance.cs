using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.Rules;

namespace OneVisit.Domain.Eligibility.Sets;

/// <summary>
/// Subsistence allowance (最低生活保障), rural and urban: poor by income, or by what illness, rehabilitation and schooling leave of it, or borderline
/// with somebody who may claim alone; and within the asset limits.
/// </summary>
internal sealed class LowIncomeAllowance(Area area) : RuleSet(area, new All(
    new HasLocalHukou(),
    new AreaMatches(),
    new FirstOf(
        new IncomeBelowStandard(),
        HouseholdLines.PoorBySpending,
        HouseholdLines.ClaimAloneInBorderlineHousehold),
    new OwnsNoCar(),
    new HomesWithinLimit(),
    new OwnsNoNonResidentialProperty(),
    new FinancialAssetsWithinLimit(),
    new BusinessCapitalWithinLimit()))
{
    /// <summary>
    /// (standard − counted income per head) × members. Spending is taken off only where income alone is not below the standard; income is never counted below zero.
    /// Where neither opens the allowance, who claims alone gets the standard for one less their own income.
    /// </summary>
    protected override Money? Amount(in Circumstances circumstances)
    {
        if (circumstances is not { Household: { MonthlyIncome: { } income, Members: { } members } household, Standard: { } standard })
            return null;
        var whole = standard * members;
        if (income < whole)
            return whole - income;
        return HouseholdLines.PoorBySpending.Holds(circumstances) == true
            ? whole - Money.Max(income - IncomeAfterSpendingBelowStandard.YearlySpendingTold(household) / 12, Money.Zero)
            : ClaimsAlone.Amount(circumstances);
    }
}
