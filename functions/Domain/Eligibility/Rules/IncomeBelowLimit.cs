using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Conditions;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Income per head is below a monthly limit; exactly at it is not below.</summary>
/// <param name="figure">Name of the limit in the sum.</param>
internal abstract class IncomeBelowLimit(RuleLine line, string figure) : Rule(line)
{
    protected sealed override bool? Test(in Circumstances circumstances) =>
        circumstances is { Household: { MonthlyIncome: { } income, Members: { } members } } && Limit(circumstances) is { } limit
            ? income < limit * members
            : null;

    public sealed override QuestionSet Open(in Circumstances circumstances) =>
        QuestionSet.If(circumstances.Household.Members is null, Question.Members)
        | QuestionSet.If(circumstances.Area is null, Question.Area)
        | QuestionSet.If(circumstances.Household.MonthlyIncome is null, Question.MonthlyIncome);

    public sealed override ImmutableArray<Figure>? Figures(in Circumstances circumstances) =>
        circumstances is { Household: { MonthlyIncome: { } income, Members: { } members } } && Limit(circumstances) is { } limit
            ? [
                new(FigureNames.Income, income.Yuan), new(FigureNames.Members, members), new(FigureNames.PerHead, income.Yuan / members),
                new(figure, limit.Yuan),
            ]
            : null;

    /// <summary>Per head and month; <c>null</c> while it is not known.</summary>
    protected abstract Money? Limit(in Circumstances circumstances);
}

/// <summary>Income per head is below the subsistence standard; exactly at it is not below.</summary>
internal sealed class IncomeBelowStandard(RuleLine line) : IncomeBelowLimit(line, FigureNames.Standard)
{
    protected override Money? Limit(in Circumstances circumstances) => circumstances.Standard;
}

/// <summary>Income per head is below so many times the standard; exactly there is not below.</summary>
internal sealed class IncomeBelowBorderline(RuleLine line) : IncomeBelowLimit(line, FigureNames.Limit)
{
    private readonly string factor = line.Parameter("factor");

    protected override Money? Limit(in Circumstances circumstances) =>
        circumstances.Standard is { } standard && circumstances.Number(factor) is { } times ? standard * times : null;
}
