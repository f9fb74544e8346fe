using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Conditions;
using static OneVisit.Domain.Eligibility.FigureNames;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>
/// Medical, rehabilitation and education spending of the last 12 months, net of reimbursement, is more than a given share of the income of that time.
/// Without income any spending is more. Too little is certain only when all three are told.
/// </summary>
internal sealed class RigidSpendingShare(RuleLine line) : Rule(line)
{
    private readonly string share = line.Parameter("share");

    protected override bool? Test(in Circumstances circumstances)
    {
        if (circumstances is not { Household: { MonthlyIncome: { } income } household } || circumstances.Number(share) is not { } most)
            return null;
        if (IncomeAfterSpendingBelowStandard.YearlySpendingTold(household) > income * 12 * most)
            return true;
        return IncomeAfterSpendingBelowStandard.IsSpendingComplete(household) ? false : null;
    }

    public override QuestionSet Open(in Circumstances circumstances) =>
        QuestionSet.If(circumstances.Household.MonthlyIncome is null, Question.MonthlyIncome) | IncomeAfterSpendingBelowStandard.OpenSpending(circumstances.Household);

    public override ImmutableArray<Figure>? Figures(in Circumstances circumstances)
    {
        if (circumstances is not { Household: { MonthlyIncome: { } income } household } || circumstances.Number(share) is not { } most)
            return null;
        var spending = IncomeAfterSpendingBelowStandard.YearlySpendingTold(household);
        return [new(Spending, spending.Yuan / 12), new(Income, income.Yuan), new(Share, most * 100)];
    }
}
