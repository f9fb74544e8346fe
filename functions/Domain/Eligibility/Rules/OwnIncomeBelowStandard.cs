using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>This person's own income that counts is below the standard for one [our reading]; while incomes are not told by kind it is not known.</summary>
internal sealed class OwnIncomeBelowStandard() : Rule(RuleNames.OwnIncomeBelowStandard, Acts.AllowanceReviewAsRead.AsAWhole())
{
    public override bool? Holds(in Circumstances circumstances) => Amount(circumstances) is { } amount ? amount > Money.Zero : null;

    public override QuestionSet Open(in Circumstances circumstances) =>
        QuestionSet.If(circumstances.Household.Incomes is null, Question.Incomes) | QuestionSet.If(circumstances.Area is null, Question.Area);

    public override Arithmetic? Sum(in Circumstances circumstances) =>
        circumstances.SourcedStandard is { } standard && OwnIncome(circumstances) is { } own
            ? SumOf(standard.Status, new(FigureNames.Income, own.Yuan), new(FigureNames.Standard, standard.Value.Yuan))
            : null;

    /// <summary>The standard for one less what this person has; <c>null</c> while either is not known.</summary>
    public static Money? Amount(in Circumstances circumstances) =>
        circumstances.Standard is { } standard && OwnIncome(circumstances) is { } own ? standard - own : null;

    private static Money? OwnIncome(in Circumstances circumstances) =>
        CountedIncome.OwnOf(circumstances.At!.Value, circumstances.Household, circumstances.Parameters);
}
