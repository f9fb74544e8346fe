using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Law;
using static OneVisit.Domain.Eligibility.FigureNames;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>
/// Medical, rehabilitation and education spending of the last 12 months, net of reimbursement, is more than a given share of the income of that time.
/// Without income any spending is more. Too little is certain only when all three are told.
/// </summary>
internal sealed class RigidSpendingShare() : Rule(RuleNames.RigidSpendingShare, Acts.RigidSpendingAsRead.AsAWhole())
{
    public override bool? Holds(in Circumstances circumstances)
    {
        if (circumstances is not { Household: { MonthlyIncome: { } income } household } || Share(circumstances) is not { } share)
            return null;
        if (IncomeAfterSpendingBelowStandard.YearlySpendingTold(household) > income * 12 * share.Value)
            return true;
        return IncomeAfterSpendingBelowStandard.IsSpendingComplete(household) ? false : null;
    }

    public override QuestionSet Open(in Circumstances circumstances) =>
        QuestionSet.If(circumstances.Household.MonthlyIncome is null, Question.MonthlyIncome) | IncomeAfterSpendingBelowStandard.OpenSpending(circumstances.Household);

    public override Arithmetic? Sum(in Circumstances circumstances)
    {
        if (circumstances is not { Household: { MonthlyIncome: { } income } household } || Share(circumstances) is not { } share)
            return null;
        var spending = IncomeAfterSpendingBelowStandard.YearlySpendingTold(household);
        return SumOf(share.Status, new(Spending, spending.Yuan / 12), new(Income, income.Yuan), new(FigureNames.Share, share.Value * 100));
    }

    private static Sourced<decimal>? Share(in Circumstances circumstances) => circumstances.Parameters.Other(ParameterNames.RigidSpendingShare);
}
