using System.Collections.Immutable;
using CsCheck;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Tests.Eligibility;

namespace OneVisit.Domain.Tests.Interview;

/// <summary>Households of which everything is known and fits together, and the same with some of it not known to those who answer.</summary>
internal static class TruthGen
{
    public static Gen<Household> Known { get; } = Gen.Select(
        HouseholdGen.Known, PersonGen.Few, Gen.Enum<Emergency>(), Gen.Bool, Gen.Enum<DeceasedGroup>(), HouseholdGen.OneOf("", "D1.1", "D1.2", "D4.1"))
        .Select((household, people, emergency, here, deceased, drawn) => household with
        {
            Members = Math.Max(household.Members!.Value, people.Length), Emergency = emergency, IsHereOtherwise = here, Deceased = deceased,
            People = [.. people.Select(Consistent)],
            Draws = [.. people.SelectMany(person => person.Draws!), .. drawn.Length == 0 ? Array.Empty<string>() : [drawn]],
        });

    /// <summary>One bit a fact that is known.</summary>
    public static Gen<Household> HalfKnown { get; } = Gen.Select(Known, HouseholdGen.Facts, Gen.Int[0, 31], Gen.Int[0, (1 << PersonGen.Facts) - 1])
        .Select((all, facts, others, person) => all.Knowing(facts) with
        {
            Emergency = (others & 1) != 0 ? all.Emergency : null, IsHereOtherwise = (others & 2) != 0 ? all.IsHereOtherwise : null,
            Deceased = (others & 4) != 0 ? all.Deceased : null, Draws = (others & 8) != 0 ? all.Draws : null,
            People = (others & 16) != 0 ? [.. all.People!.Value.Select(one => one.Knowing(person))] : null,
        });

    public static Gen<string[]> Services { get; } = Gen.Bool.Array[20].Select(picks => Households.Codes.Order(StringComparer.Ordinal).Where((_, at) => picks[at]).ToArray());

    private static Person Consistent(Person person) => person with
    {
        CannotCareForSelf = person.CannotCareForSelf == true || person.AbilityGrade >= 2,
        LayOff = person.BornOn!.Value.Year >= 1950 ? LayOff.Never : person.LayOff,
    };
}
