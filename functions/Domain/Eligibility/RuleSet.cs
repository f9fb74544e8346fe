using OneVisit.Domain.Eligibility.Conditions;

namespace OneVisit.Domain.Eligibility;

/// <summary>The rules of one service.</summary>
internal abstract class RuleSet(Area area, Condition condition)
{
    public Condition Condition => condition;

    public Evaluation Evaluate(Household household, EligibilityParameters parameters)
    {
        var circumstances = new Circumstances(household, parameters, area);
        return new Evaluation(this, circumstances, Condition.Holds(circumstances) switch
        {
            true => Entitled(circumstances),
            false => Verdict.Unlikely.Only,
            null => Verdict.Unknown.Only,
        });
    }

    /// <summary>The monthly amount of a household that meets the condition, exact.</summary>
    protected abstract Money? Amount(in Circumstances circumstances);

    private Verdict Entitled(in Circumstances circumstances) =>
        Amount(circumstances) is { } amount ? new Verdict.Likely(amount.ToFen()) : Verdict.Unknown.Only;
}
