using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.Rules;

namespace OneVisit.Domain.Eligibility.Payments;

/// <summary>
/// (standard − counted income per head) × members. Spending is taken off only where income alone is not below the standard; income is never counted below zero.
/// </summary>
internal class Shortfall(FormulaDefinition definition) : Formula(definition)
{
    public override Money? Amount(in Circumstances circumstances, Someone? person)
    {
        if (circumstances is not { Household: { MonthlyIncome: { } income, Members: { } members } household, Standard: { } standard })
            return null;
        var whole = standard * members;
        var counted = income < whole ? income : income - IncomeAfterSpendingBelowStandard.YearlySpendingTold(household) / 12;
        return whole - Money.Max(counted, Money.Zero);
    }

    // What was told of the spending so far was enough to be entitled; all of it counts.
    public override QuestionSet Open(in Circumstances circumstances) =>
        circumstances is { Household: { MonthlyIncome: { } income, Members: { } members } household, Standard: { } standard } && income >= standard * members
            ? IncomeAfterSpendingBelowStandard.OpenSpending(household)
            : QuestionSet.None;

    public static Money Compute(ImmutableArray<AmountPart> parts) => parts[0].Figures switch
    {
        [{ Value: var standard }, { Value: var members }, { Value: var income }, { Value: var spending }] =>
            new Money(standard * members) - Money.Max(new Money(income - spending), Money.Zero),
        [{ Value: var standard }, { Value: var members }, { Value: var income }] => new Money(standard * members - income),
        _ => throw new ArgumentException("These are not the figures of a shortfall.", nameof(parts)),
    };

    protected override bool Tell(
        in Circumstances circumstances, Someone? person, ImmutableArray<AmountPart>.Builder parts, ImmutableArray<UsedParameter>.Builder used)
    {
        var number = new NumberByArea(ParameterNames.StandardRural, ParameterNames.StandardUrban).For(circumstances.Area);
        if (Use(number, circumstances, used) is not { } standard || circumstances is not { Household: { MonthlyIncome: { } income, Members: { } members } household })
            return false;
        ImmutableArray<Figure> figures = [new(FigureNames.Standard, standard), new(FigureNames.Members, members), new(FigureNames.Income, income.Yuan)];
        if (income.Yuan >= standard * members)
            figures = figures.Add(new(FigureNames.Spending, IncomeAfterSpendingBelowStandard.YearlySpendingTold(household).Yuan / 12));
        parts.Add(new AmountPart(null, figures));
        return true;
    }
}
