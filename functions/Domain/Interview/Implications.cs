using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Interview;

/// <summary>What follows from what was told, about people.</summary>
internal static class Implications
{
    // At work by the end of 1957 (国发〔1965〕224号) is nobody who was born in 1950 or later.
    private const int TooYoungForTheLayOff = 1950;

    // Drawn by the household as a whole; what else is drawn, is drawn by one person of it.
    private static readonly ImmutableHashSet<string> OfTheHousehold = ["D1.1", "D1.2", "D4.1", "D4.2"];

    /// <param name="drawn">What was ticked of the benefits drawn, if that was asked.</param>
    public static Household Of(Household household, Answer.Ticked? drawn)
    {
        if (household.People is not { IsEmpty: false } people)
            return household;
        var implied = people;
        for (var at = 0; at < people.Length; at++)
        {
            var person = people[at];
            if (person is { LayOff: null, BornOn.Year: >= TooYoungForTheLayOff })
                person = person with { LayOff = LayOff.Never };
            if (person.Draws is null && drawn is not null && DrawnBy(drawn, people.Length) is { } draws)
                person = person with { Draws = draws };
            if (!ReferenceEquals(person, people[at]))
                implied = implied.SetItem(at, person);
        }
        return implied == people ? household : household with { People = implied };
    }

    // Who of several draws it is asked of each.
    private static ImmutableHashSet<string>? DrawnBy(Answer.Ticked drawn, int people) =>
        drawn.Ticks.All(OfTheHousehold.Contains) ? [] : people == 1 ? SingleFacts.Set(drawn.Ticks) : null;
}
