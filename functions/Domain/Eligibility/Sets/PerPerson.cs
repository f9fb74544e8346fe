using OneVisit.Domain.Eligibility.Conditions;

namespace OneVisit.Domain.Eligibility.Sets;

/// <summary>A benefit for each person of the household who qualifies; the amounts are added up.</summary>
/// <param name="household">What the household must be, whoever the person is.</param>
/// <param name="amount">Of one person who qualifies, per month; <c>null</c> while a number for it is missing.</param>
internal sealed class PerPerson(Condition household, Someone person, PersonAmount amount) : RuleSet(null, new All(household, person))
{
    protected override Money? Amount(in Circumstances circumstances)
    {
        var sum = Money.Zero;
        for (var at = 0; at < circumstances.Household.People!.Value.Length; at++)
        {
            if (person.HoldsFor(circumstances, at) is not true)
                continue;
            if (amount(circumstances with { At = at }) is not { } yuan)
                return null;
            sum += new Money(yuan);
        }
        return sum;
    }
}

/// <summary>Yuan per month of the person looked at.</summary>
internal delegate decimal? PersonAmount(in Circumstances circumstances);

/// <summary>Help that is not an amount by the month: a status, a sum once, a service.</summary>
internal sealed class WithoutAmount(params Condition[] conditions) : RuleSet(null, new All(conditions))
{
    protected override bool PaysByTheMonth => false;
}
