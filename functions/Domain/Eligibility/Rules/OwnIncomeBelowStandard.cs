using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.Counting;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>This person's own income that counts is below the standard for one [our reading]; while incomes are not told by kind it is not known.</summary>
internal sealed class OwnIncomeBelowStandard(RuleLine line) : Rule(line)
{
    protected override bool? Test(in Circumstances circumstances) =>
        circumstances.Standard is { } standard && OwnIncome(circumstances) is { } own ? own < standard : null;

    public override QuestionSet Open(in Circumstances circumstances) =>
        QuestionSet.If(circumstances.Household.Incomes is null, Question.Incomes) | QuestionSet.If(circumstances.Area is null, Question.Area);

    public override ImmutableArray<Figure>? Figures(in Circumstances circumstances) =>
        circumstances.Standard is { } standard && OwnIncome(circumstances) is { } own
            ? [new(FigureNames.Income, own.Yuan), new(FigureNames.Standard, standard.Yuan)]
            : null;

    // What leaves an income of this person out is part of the sum.
    public override ImmutableArray<string> FurtherNumbers(in Circumstances circumstances) => NumbersThatLeaveOut(circumstances);

    /// <summary>What the person looked at has per month that counts; <c>null</c> while it is not known.</summary>
    public static Money? OwnIncome(in Circumstances circumstances) =>
        CountedIncome.OwnOf(circumstances.At!.Value, circumstances.Household, circumstances.Parameters);

    /// <summary>The dated numbers that leave an income of that person out, each once.</summary>
    public static ImmutableArray<string> NumbersThatLeaveOut(Circumstances circumstances) =>
    [
        .. (circumstances.Household.Incomes ?? [])
            .Where(income => income.Person == circumstances.At && circumstances.Parameters.ExclusionOf(income.Kind) is not null)
            .Select(income => income.Kind.ExclusionParameter()).Distinct(),
    ];
}
