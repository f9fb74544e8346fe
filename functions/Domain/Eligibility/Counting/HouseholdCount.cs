using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Eligibility.Counting;

/// <summary>Who of the people told counts as the household on a day, and how many they are.</summary>
/// <param name="Standings">One for each person, in the household's order.</param>
/// <param name="Number"><c>null</c> while it cannot be told: not everybody is listed, somebody's standing is open, or there is not exactly one applicant.</param>
public sealed record HouseholdCount(ImmutableArray<Standing> Standings, int? Number)
{
    /// <returns><c>null</c>: nothing is told by which anybody could be counted.</returns>
    public static HouseholdCount? Of(Household household, DateOnly day)
    {
        if (household.People is not { } people || !people.Any(IsPlaced))
            return null;
        ImmutableArray<Standing> standings = [.. people.Select(person => Standing.Of(person, day))];
        return new(standings, NumberOf(household, people, standings));
    }

    private static int? NumberOf(Household household, ImmutableArray<Person> people, ImmutableArray<Standing> standings) =>
        household.ListsEverybody == true
        && people.Count(person => person.Relation == Relation.Self) == 1
        && standings.All(standing => standing.Counts is not null)
            ? standings.Count(standing => standing.Counts == true)
            : null;

    private static bool IsPlaced(Person person) => person is { Relation: not null } or { Away: not null };
}
