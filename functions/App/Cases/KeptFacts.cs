using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Facts;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Functions.Cases;

/// <summary>Of what a household told, only what its verdict rests on is kept with the case: who is in prison or missing has done its work once members are counted.</summary>
internal static class KeptFacts
{
    /// <param name="counted">With members and income as the law counts them.</param>
    public static Household Of(Household counted, RuleSet rules, EligibilityParameters parameters)
    {
        // What no rule of the service looks at is not kept.
        var asked = FactBook.Only(counted, [.. rules.Asks]);
        var plain = asked with { People = null, Incomes = null };
        if (asked.People is not { } people || SaysTheSame(plain))
            return plain;
        // Of people on whom nothing rests their place in the list is left, so that incomes still find their owner.
        var kept = asked;
        for (var at = 0; at < people.Length; at++)
        {
            var without = kept with { People = kept.People!.Value.SetItem(at, new Person()) };
            kept = SaysTheSame(without) ? without : kept;
        }

        return kept with { Incomes = kept.Incomes?.RemoveAll(income => income.Person is not { } at || kept.People!.Value[at] == new Person()) };

        bool SaysTheSame(Household less) =>
            rules.Evaluate(less, parameters) is var one && rules.Evaluate(asked, parameters) is var other
            && one.Verdict == other.Verdict && one.OpenFacts.SequenceEqual(other.OpenFacts);
    }
}
