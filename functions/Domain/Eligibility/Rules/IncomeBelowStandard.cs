using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Law;
using static OneVisit.Domain.Eligibility.FigureNames;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Income per head is below the subsistence standard; exactly at it is not below.</summary>
internal sealed class IncomeBelowStandard() : Rule(RuleNames.IncomeBelowStandard, Acts.SocialAssistance.Article(9))
{
    public override bool? Holds(in Circumstances circumstances) =>
        circumstances is { Household: { MonthlyIncome: { } income, Members: { } members }, Standard: { } standard }
            ? income < standard * members
            : null;

    public override QuestionSet Open(in Circumstances circumstances) =>
        QuestionSet.If(circumstances.Household.Members is null, Question.Members)
        | QuestionSet.If(circumstances.Area is null, Question.Area)
        | QuestionSet.If(circumstances.Household.MonthlyIncome is null, Question.MonthlyIncome);

    public override Arithmetic? Sum(in Circumstances circumstances) =>
        circumstances is { Household: { MonthlyIncome: { } income, Members: { } members } }
        && circumstances.SourcedStandard is { } standard
            ? SumOf(standard.Status, new(Income, income.Yuan), new(Members, members), new(PerHead, income.Yuan / members), new(Standard, standard.Value.Yuan))
            : null;
}
