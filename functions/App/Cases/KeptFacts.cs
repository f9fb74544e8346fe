using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Functions.Cases;

/// <summary>Of what a household told, only what its verdict rests on is kept with the case: who is in prison or missing has done its work once members are counted.</summary>
internal static class KeptFacts
{
    /// <param name="counted">With members and income as the law counts them.</param>
    public static Household Of(Household counted, string service, EligibilityParameters parameters)
    {
        var plain = counted with
        {
            People = null, ListsEverybody = null, Incomes = null, Draws = null, Deceased = null, Emergency = null, IsHereOtherwise = null,
        };
        return !ServiceRules.Knows(service) || Verdict(plain) == Verdict(counted) ? plain : plain with
        {
            People = counted.People is { } people ? [.. people.Select(OfClaimant)] : null,
            Incomes = counted.Incomes is { } incomes ? [.. incomes.Where(income => income.Person is not null)] : null,
        };

        Verdict Verdict(Household household) => ServiceRules.Evaluate(service, household, parameters).Verdict;
    }

    // Who may claim alone is disabled or ill; of the others nothing but their place in the list is left, so that incomes still find their owner.
    private static Person OfClaimant(Person person) => person is { GraveIllness: true } or { Disability.Grade: > 0 }
        ? new()
        {
            Relation = person.Relation, Away = person.Away, BornOn = person.BornOn, IsDependent = person.IsDependent, StudiesFullTime = person.StudiesFullTime,
            LivesInLongTerm = person.LivesInLongTerm, Disability = person.Disability, GraveIllness = person.GraveIllness, IsOutOfWork = person.IsOutOfWork,
        }
        : new();
}
