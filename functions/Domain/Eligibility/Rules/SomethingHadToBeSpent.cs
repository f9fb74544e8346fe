using OneVisit.Domain.Eligibility.Conditions;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>
/// Illness, rehabilitation or schooling cost something in the last 12 months, net of reimbursement: relief for spending (支出型) is for nobody without any.
/// Nothing is certain only when all three are told.
/// </summary>
internal sealed class SomethingHadToBeSpent(RuleLine line) : Rule(line)
{
    protected override bool? Test(in Circumstances circumstances)
    {
        if (IncomeAfterSpendingBelowStandard.YearlySpendingTold(circumstances.Household) > Money.Zero)
            return true;
        return IncomeAfterSpendingBelowStandard.IsSpendingComplete(circumstances.Household) ? false : null;
    }

    public override QuestionSet Open(in Circumstances circumstances) => IncomeAfterSpendingBelowStandard.OpenSpending(circumstances.Household);
}
