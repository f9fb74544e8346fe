using System.Collections.Immutable;
using CsCheck;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Tests.Eligibility;
using OneVisit.Domain.Tests.Interview.Simulation;

namespace OneVisit.Domain.Tests.Interview;

/// <summary>Households of which everything is known and fits together, and the same with some of it not known to those who answer.</summary>
internal static class TruthGen
{
    public static Gen<Household> Known { get; } = Gen.Select(
        Gen.Select(HouseholdGen.Known, WishGen.Telling, (household, tell) => tell(household)), PersonGen.Few, Gen.Enum<Emergency>(), Gen.Bool, Gen.Enum<DeceasedGroup>(), HouseholdGen.OneOf("", "D1.1", "D1.2", "D4.1"))
        .Select((household, people, emergency, here, deceased, drawn) => household with
        {
            Members = Math.Max(household.Members!.Value, people.Length), Emergency = emergency, IsHereOtherwise = here, Deceased = deceased,
            People = [.. people.Select(Consistent)], Incomes = [], HasSeverelyAffectedMember = people.Any(UsualHousehold.IsSeverelyAffected),
            Draws = [.. people.Select(Consistent).SelectMany(person => person.Draws!), .. drawn.Length == 0 ? Array.Empty<string>() : [drawn]],
        });

    /// <summary>One bit a fact that is known.</summary>
    public static Gen<Household> HalfKnown { get; } = Gen.Select(Known, HouseholdGen.Facts, Gen.Int[0, 127], Gen.Int[0, (1 << PersonGen.Facts) - 1], WishGen.Facts)
        .Select((all, facts, others, person, wishes) => (all.Knowing(facts) with
        {
            Marriage = all.Marriage, Adoption = all.Adoption, Organisation = all.Organisation, Errand = all.Errand,
            Emergency = (others & 1) != 0 ? all.Emergency : null, IsHereOtherwise = (others & 2) != 0 ? all.IsHereOtherwise : null,
            Deceased = (others & 4) != 0 ? all.Deceased : null, Draws = (others & 8) != 0 ? all.Draws : null,
            HasSeverelyAffectedMember = (others & 32) != 0 ? all.HasSeverelyAffectedMember : null, Incomes = (others & 64) != 0 ? all.Incomes : null,
            People = (others & 16) != 0 ? [.. all.People!.Value.Select(one => one.Knowing(person))] : null,
        }).KnowingWishes(wishes));

    /// <summary>A quarter of the city's services.</summary>
    public static Gen<string[]> Services { get; } = Gen.Int[0, 3].Array[Households.Codes.Length].Select(picks =>
        Households.Codes.Order(StringComparer.Ordinal).Where((_, at) => picks[at] == 0).ToArray());

    // What is drawn by one person is drawn by somebody old, young, disabled or in need of help.
    private static Person Consistent(Person person) => person with
    {
        CannotCareForSelf = person.CannotCareForSelf == true || person.AbilityGrade >= 2,
        LayOff = person.BornOn!.Value.Year >= 1950 ? LayOff.Never : person.LayOff,
        Draws = person.BornOn!.Value.AgeOn(Households.Parameters.On) is >= 60 or < 18 || person.Disability is { Grade: > 0 } ? person.Draws : ImmutableHashSet<string>.Empty,
    };
}
