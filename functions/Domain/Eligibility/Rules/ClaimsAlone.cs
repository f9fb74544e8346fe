using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>
/// Somebody of the household may claim the allowance alone (单人保). Before anybody is told, one question about the whole household may rule it out;
/// once people are told, they are looked at one by one.
/// </summary>
internal sealed class ClaimsAlone : Condition
{
    private static readonly LawReference Law = Acts.AllowanceReviewAsRead.AsAWhole();
    private static readonly Someone Claimant = new(Law, new CountsAsMember(), new MayClaimAlone(), new OwnIncomeBelowStandard());

    private static readonly LineOfLaw SomebodyAffected = new(
        RuleNames.SomebodySeverelyAffected, Law, Question.SeverelyAffectedMember, (in c) => c.Household.HasSeverelyAffectedMember);

    public override bool? Holds(in Circumstances circumstances)
    {
        if (circumstances.Household.People is not null)
            return Claimant.Holds(circumstances);
        return SomebodyAffected.Holds(circumstances) == false ? false : null;
    }

    public override QuestionSet Open(in Circumstances circumstances)
    {
        if (circumstances.Household.People is not null)
            return Claimant.Open(circumstances);
        return QuestionSet.If(true, SomebodyAffected.Holds(circumstances) is null ? Question.SeverelyAffectedMember : Question.People);
    }

    public override void Explain(in Circumstances circumstances, ImmutableArray<RuleFinding>.Builder findings)
    {
        if (circumstances.Household.People is not null)
        {
            Claimant.Explain(circumstances, findings);
            return;
        }

        SomebodyAffected.Explain(circumstances, findings);
        if (SomebodyAffected.Holds(circumstances) == true)
            findings.Add(new RuleFinding(RuleNames.MayClaimAlone, null, Law, null));
    }

    /// <summary>For each who may claim alone the standard for one less their own income, added up; <c>null</c> while a number for it is missing.</summary>
    public static Money? Amount(in Circumstances circumstances)
    {
        var sum = Money.Zero;
        for (var at = 0; at < circumstances.Household.People!.Value.Length; at++)
        {
            if (Claimant.HoldsFor(circumstances, at) is not true)
                continue;
            if (OwnIncomeBelowStandard.Amount(circumstances with { At = at }) is not { } amount)
                return null;
            sum += amount;
        }
        return sum;
    }
}
