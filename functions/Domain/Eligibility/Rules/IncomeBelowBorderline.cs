using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Law;
using static OneVisit.Domain.Eligibility.FigureNames;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Income per head is below so many times the standard; exactly there is not below.</summary>
internal sealed class IncomeBelowBorderline() : Rule(RuleNames.IncomeBelowBorderline, Acts.AllowanceReviewAsRead.Article(8))
{
    public override bool? Holds(in Circumstances circumstances) =>
        circumstances is { Household: { MonthlyIncome: { } income, Members: { } members } } && LimitPerHead(circumstances) is { } limit
            ? income < limit.Value * members
            : null;

    public override QuestionSet Open(in Circumstances circumstances) =>
        QuestionSet.If(circumstances.Household.Members is null, Question.Members)
        | QuestionSet.If(circumstances.Area is null, Question.Area)
        | QuestionSet.If(circumstances.Household.MonthlyIncome is null, Question.MonthlyIncome);

    public override Arithmetic? Sum(in Circumstances circumstances) =>
        circumstances is { Household: { MonthlyIncome: { } income, Members: { } members } } && LimitPerHead(circumstances) is { } limit
            ? SumOf(limit.Status, new(Income, income.Yuan), new(Members, members), new(PerHead, income.Yuan / members), new(Limit, limit.Value.Yuan))
            : null;

    private static Sourced<Money>? LimitPerHead(in Circumstances circumstances) =>
        circumstances.SourcedStandard is { } standard && circumstances.Parameters.Other(ParameterNames.BorderlineFactor) is { } factor
            ? new Sourced<Money>(standard.Value * factor.Value, SourceStatuses.Weaker(standard.Status, factor.Status))
            : null;
}
