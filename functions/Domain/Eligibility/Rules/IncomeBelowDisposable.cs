using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Law;
using static OneVisit.Domain.Eligibility.FigureNames;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Income per head is below last year's local disposable income per head; both taken by the year, so nothing is divided.</summary>
internal sealed class IncomeBelowDisposable() : Rule(RuleNames.IncomeBelowDisposable, Acts.AllowanceNotice2022AsRead.AsAWhole())
{
    public override bool? Holds(in Circumstances circumstances) =>
        circumstances is { Household: { MonthlyIncome: { } income, Members: { } members } }
        && circumstances.Disposable is { } disposable
            ? income * 12 < disposable.Value * members
            : null;

    public override QuestionSet Open(in Circumstances circumstances) =>
        QuestionSet.If(circumstances.Household.Members is null, Question.Members)
        | QuestionSet.If(circumstances.Area is null, Question.Area)
        | QuestionSet.If(circumstances.Household.MonthlyIncome is null, Question.MonthlyIncome);

    public override Arithmetic? Sum(in Circumstances circumstances) =>
        circumstances is { Household: { MonthlyIncome: { } income, Members: { } members } }
        && circumstances.Disposable is { } disposable
            ? SumOf(disposable.Status, new(Income, income.Yuan), new(Members, members), new(PerHead, income.Yuan / members), new(Disposable, disposable.Value.Yuan / 12))
            : null;
}
