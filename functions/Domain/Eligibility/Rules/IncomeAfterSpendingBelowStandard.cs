using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Conditions;
using static OneVisit.Domain.Eligibility.FigureNames;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>
/// What is left per head after medical, rehabilitation and education spending of the last 12 months is below the standard (支出型).
/// Spending only lowers what is left, so the spending told so far may be enough; too little is certain only when all three are told.
/// </summary>
internal sealed class IncomeAfterSpendingBelowStandard(RuleLine line) : Rule(line)
{
    protected override bool? Test(in Circumstances circumstances)
    {
        if (circumstances is not { Household: { MonthlyIncome: { } income, Members: { } members } household, Standard: { } standard })
            return null;
        if (income * 12 - YearlySpendingTold(household) < standard * 12 * members)
            return true;
        return IsSpendingComplete(household) ? false : null;
    }

    public override QuestionSet Open(in Circumstances circumstances)
    {
        var household = circumstances.Household;
        return QuestionSet.If(household.Members is null, Question.Members)
            | QuestionSet.If(circumstances.Area is null, Question.Area)
            | QuestionSet.If(household.MonthlyIncome is null, Question.MonthlyIncome)
            | OpenSpending(household);
    }

    public override ImmutableArray<Figure>? Figures(in Circumstances circumstances)
    {
        if (circumstances is not { Household: { MonthlyIncome: { } income, Members: { } members } household }
            || circumstances.Standard is not { } standard)
            return null;
        var spending = YearlySpendingTold(household);
        return
        [
            new(Income, income.Yuan), new(Spending, spending.Yuan / 12), new(Members, members),
            new(PerHead, (income.Yuan * 12 - spending.Yuan) / 12 / members), new(Standard, standard.Yuan),
        ];
    }

    /// <summary>Spending of 12 months as far as told.</summary>
    public static Money YearlySpendingTold(Household household) =>
        (household.YearlyMedicalSpending ?? Money.Zero) + (household.YearlyRehabilitationSpending ?? Money.Zero) + (household.YearlyEducationSpending ?? Money.Zero);

    /// <summary>Kinds of spending not told yet.</summary>
    public static QuestionSet OpenSpending(Household household) =>
        QuestionSet.If(household.YearlyMedicalSpending is null, Question.MedicalSpending)
        | QuestionSet.If(household.YearlyRehabilitationSpending is null, Question.RehabilitationSpending)
        | QuestionSet.If(household.YearlyEducationSpending is null, Question.EducationSpending);

    public static bool IsSpendingComplete(Household household) => household is
    {
        YearlyMedicalSpending: not null,
        YearlyRehabilitationSpending: not null,
        YearlyEducationSpending: not null,
    };
}
