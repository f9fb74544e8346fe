using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Conditions;
using static OneVisit.Domain.Eligibility.FigureNames;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Financial assets per head reach at most so many months of the urban standard, in town and country alike.</summary>
internal sealed class FinancialAssetsWithinLimit(RuleLine line) : Rule(line)
{
    private readonly string months = line.Parameter("months");

    protected override bool? Test(in Circumstances circumstances) =>
        circumstances is { Household: { FinancialAssets: { } assets, Members: { } members }, Parameters.StandardUrban: { } standard }
        && circumstances.Number(months) is { } most
            ? assets <= standard.Value * most * members
            : null;

    public override QuestionSet Open(in Circumstances circumstances) =>
        QuestionSet.If(circumstances.Household.Members is null, Question.Members)
        | QuestionSet.If(circumstances.Household.FinancialAssets is null, Question.FinancialAssets);

    public override ImmutableArray<Figure>? Figures(in Circumstances circumstances) =>
        circumstances is { Household: { FinancialAssets: { } assets, Members: { } members }, Parameters.StandardUrban: { } standard }
        && circumstances.Number(months) is { } most
            ? [
                new(Assets, assets.Yuan), new(Members, members), new(PerHead, assets.Yuan / members),
                new(Months, most), new(Limit, standard.Value.Yuan * most),
            ]
            : null;
}
