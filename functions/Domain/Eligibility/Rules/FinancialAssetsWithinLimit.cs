using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Law;
using static OneVisit.Domain.Eligibility.FigureNames;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Financial assets per head reach at most so many months of the urban standard, in town and country alike.</summary>
internal sealed class FinancialAssetsWithinLimit() : Rule(RuleNames.FinancialAssetsWithinLimit, Acts.AllowanceReviewAsRead.AsAWhole())
{
    public override bool? Holds(in Circumstances circumstances) =>
        circumstances is { Household: { FinancialAssets: { } assets, Members: { } members }, Parameters: { StandardUrban: { } standard, FinancialAssetMonths: { } months } }
            ? assets <= standard.Value * months.Value * members
            : null;

    public override QuestionSet Open(in Circumstances circumstances) =>
        QuestionSet.If(circumstances.Household.Members is null, Question.Members)
        | QuestionSet.If(circumstances.Household.FinancialAssets is null, Question.FinancialAssets);

    public override Arithmetic? Sum(in Circumstances circumstances) =>
        circumstances is { Household: { FinancialAssets: { } assets, Members: { } members }, Parameters: { StandardUrban: { } standard, FinancialAssetMonths: { } months } }
            ? SumOf(
                SourceStatuses.Weaker(standard.Status, months.Status),
                new(Assets, assets.Yuan), new(Members, members), new(PerHead, assets.Yuan / members),
                new(Months, months.Value), new(Limit, standard.Value.Yuan * months.Value))
            : null;
}
