using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.Rules;

namespace OneVisit.Domain.Eligibility.Payments;

/// <summary>
/// The shortfall of the household where its income or its spending opens the allowance; otherwise, for each who claims alone (单人保), the standard for
/// one less their own income, added up.
/// </summary>
internal sealed class ShortfallOrAlone(FormulaDefinition definition) : Shortfall(definition)
{
    private static readonly NumberByArea Standard = new(ParameterNames.StandardRural, ParameterNames.StandardUrban);

    public override Money? Amount(in Circumstances circumstances, Someone? person)
    {
        if (IsForAll(circumstances))
            return base.Amount(circumstances, person);
        var sum = Money.Zero;
        for (var at = 0; at < PeopleIn(circumstances); at++)
        {
            if (person!.HoldsFor(circumstances, at) is not true)
                continue;
            if (circumstances.Standard is not { } standard || OwnIncomeBelowStandard.OwnIncome(circumstances with { At = at }) is not { } own)
                return null;
            sum += standard - own;
        }
        return sum;
    }

    public override QuestionSet Open(in Circumstances circumstances) => IsForAll(circumstances) ? base.Open(circumstances) : QuestionSet.None;

    public static new Money Compute(ImmutableArray<AmountPart> parts) => parts[0].Person is null
        ? Shortfall.Compute(parts)
        : new Money(parts.Sum(part => part.Figures[0].Value - part.Figures[1].Value));

    protected override bool Tell(
        in Circumstances circumstances, Someone? person, ImmutableArray<AmountPart>.Builder parts, ImmutableArray<UsedParameter>.Builder used)
    {
        if (IsForAll(circumstances))
            return base.Tell(circumstances, person, parts, used);
        if (Use(Standard.For(circumstances.Area), circumstances, used) is not { } standard)
            return false;
        for (var at = 0; at < PeopleIn(circumstances); at++)
        {
            var one = circumstances with { At = at };
            if (person!.HoldsFor(circumstances, at) is not true)
                continue;
            if (OwnIncomeBelowStandard.OwnIncome(one) is not { } own)
                return false;
            foreach (var number in OwnIncomeBelowStandard.NumbersThatLeaveOut(one))
                Use(number, circumstances, used);
            parts.Add(new AmountPart(at, [new(FigureNames.Standard, standard), new(FigureNames.Income, own.Yuan)]));
        }
        return true;
    }

    // By income, or by what spending leaves of it: then the way of the one who claims alone is not looked at.
    private static bool IsForAll(in Circumstances circumstances)
    {
        if (circumstances is not { Household: { MonthlyIncome: { } income, Members: { } members } household, Standard: { } standard } || income < standard * members)
            return true;
        return circumstances.Disposable is { } disposable && income * 12 < disposable.Value * members
            && income * 12 - IncomeAfterSpendingBelowStandard.YearlySpendingTold(household) < standard * 12 * members;
    }

    private static int PeopleIn(in Circumstances circumstances) => circumstances.Household.People?.Length ?? 0;
}
