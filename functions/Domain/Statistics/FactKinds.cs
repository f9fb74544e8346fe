using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Statistics;

/// <summary>By what cases behind a figure are looked up, as it travels.</summary>
public static class FactKinds
{
    public const string Open = "open";
    public const string Red = "red";
    public const string Yellow = "yellow";
    public const string Returned = "returned";
    public const string ExtraRefused = "extra-refused";
    public const string MoreVisits = "more-visits";
    public const string BadlyRated = "badly-rated";
    public const string Unqualified = "unqualified";

    public static IReadOnlyList<string> All { get; } = [Open, Red, Yellow, Returned, ExtraRefused, MoreVisits, BadlyRated, Unqualified];

    public static IEnumerable<string> Of(CaseFact fact)
    {
        if (fact.DecidedOn is null)
            yield return Open;
        if (fact.Colour == DueState.Red)
            yield return Red;
        if (fact.Colour == DueState.Yellow)
            yield return Yellow;
        if (fact.Returned)
            yield return Returned;
        if (fact.ExtraRefused > 0)
            yield return ExtraRefused;
        if (fact.Visits > 1)
            yield return MoreVisits;
        if (fact is { Stars: <= Rating.WorstGrades, RatingExcluded: false })
            yield return BadlyRated;
        if (fact.ReviewGrade == Supervision.Grade.Unqualified)
            yield return Unqualified;
    }
}
