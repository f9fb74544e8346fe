using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Income per head is below a monthly limit; exactly at it is not below.</summary>
/// <param name="figure">Name of the limit in the sum.</param>
internal abstract class IncomeBelowLimit(string name, LawReference law, string figure) : Rule(name, law)
{
    public sealed override bool? Holds(in Circumstances circumstances) =>
        circumstances is { Household: { MonthlyIncome: { } income, Members: { } members } } && Limit(circumstances) is { } limit
            ? income < limit.Value * members
            : null;

    public sealed override QuestionSet Open(in Circumstances circumstances) =>
        QuestionSet.If(circumstances.Household.Members is null, Question.Members)
        | QuestionSet.If(circumstances.Area is null, Question.Area)
        | QuestionSet.If(circumstances.Household.MonthlyIncome is null, Question.MonthlyIncome);

    public sealed override Arithmetic? Sum(in Circumstances circumstances) =>
        circumstances is { Household: { MonthlyIncome: { } income, Members: { } members } } && Limit(circumstances) is { } limit
            ? SumOf(
                limit.Status,
                new(FigureNames.Income, income.Yuan), new(FigureNames.Members, members), new(FigureNames.PerHead, income.Yuan / members),
                new(figure, limit.Value.Yuan))
            : null;

    /// <summary>Per head and month; <c>null</c> while it is not known.</summary>
    protected abstract Sourced<Money>? Limit(in Circumstances circumstances);
}
