using OneVisit.Domain.Eligibility.Conditions;

namespace OneVisit.Domain.Eligibility;

/// <summary>The rules of one service.</summary>
/// <param name="area">Whose standard it goes by; <c>null</c>: that of the household's own area.</param>
internal abstract class RuleSet(Area? area, Condition condition)
{
    public Condition Condition => condition;

    /// <summary>Nothing is paid by the month: help of another kind, or once.</summary>
    protected virtual bool PaysByTheMonth => true;

    public Evaluation Evaluate(Household household, EligibilityParameters parameters)
    {
        var circumstances = new Circumstances(household, parameters, area ?? household.Area);
        return new Evaluation(this, circumstances, Condition.Holds(circumstances) switch
        {
            true => Entitled(circumstances),
            false => Verdict.Unlikely.Only,
            null => Verdict.Unknown.Only,
        });
    }

    /// <summary>The monthly amount of a household that meets the condition, exact; <c>null</c> while a number for it is missing.</summary>
    protected virtual Money? Amount(in Circumstances circumstances) => null;

    private Verdict Entitled(in Circumstances circumstances)
    {
        if (!PaysByTheMonth)
            return Verdict.Likely.WithoutAmount;
        return Amount(circumstances) is { } amount ? new Verdict.Likely(amount.ToFen()) : Verdict.Unknown.Only;
    }
}
