using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Conditions;
using static OneVisit.Domain.Eligibility.FigureNames;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Income per head is below last year's local disposable income per head; both taken by the year, so nothing is divided.</summary>
internal sealed class IncomeBelowDisposable(RuleLine line) : Rule(line)
{
    protected override bool? Test(in Circumstances circumstances) =>
        circumstances is { Household: { MonthlyIncome: { } income, Members: { } members } }
        && circumstances.Disposable is { } disposable
            ? income * 12 < disposable.Value * members
            : null;

    public override QuestionSet Open(in Circumstances circumstances) =>
        QuestionSet.If(circumstances.Household.Members is null, Question.Members)
        | QuestionSet.If(circumstances.Area is null, Question.Area)
        | QuestionSet.If(circumstances.Household.MonthlyIncome is null, Question.MonthlyIncome);

    public override ImmutableArray<Figure>? Figures(in Circumstances circumstances) =>
        circumstances is { Household: { MonthlyIncome: { } income, Members: { } members } }
        && circumstances.Disposable is { } disposable
            ? [new(Income, income.Yuan), new(Members, members), new(PerHead, income.Yuan / members), new(Disposable, disposable.Value.Yuan / 12)]
            : null;
}
