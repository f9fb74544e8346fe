namespace OneVisit.Local.Year.Books;

/// <summary>Something that must hold in the books, whatever happened in the year.</summary>
/// <param name="Name">As the report says it.</param>
/// <param name="Violations">What breaks it, a line each, nobody named.</param>
public sealed record Invariant(string Name, Func<YearBooks, IEnumerable<string>> Violations)
{
    /// <summary>Where an invariant is broken in many places, so many are told.</summary>
    private const int Most = 20;

    public static IReadOnlyList<Invariant> All { get; } =
    [
        new("Every case is closed, or waits on a named person with a date", Waiting.Nobody),
        new("No day is provisional whose holidays are out", Waiting.StillProvisional),
        new("No case is lost, doubled or nobody's", Counting.LostOrDoubled),
        new("Nothing was done or decided without authority", Authority.Missing),
        new("Every decision of a point is within its line of the authority matrix: item, holder, day, seal and amount", Matrix.Beyond),
        new("Every journal chain verifies", Chains.Broken),
        new("Projections equal folds", Derived.Projections),
        new("The lists of work are the open tasks", Derived.Work),
        new("The city's register holds every decided case once", Derived.Register),
        new("Every public notice was taken down in its time", Notices.LeftHanging),
        new("The boards of the villages show what hangs", Notices.BoardsThatDiffer),
        new("Everybody was told everything, once", Notices.ToldOtherwise),
        new("Every matter of supervision is closed, or waits on a named person with a date", Waiting.NobodyInMatters),
        new("Every draw can be made again", Chains.DrawsThatDiffer),
        new("What was refused had a reason, and nothing failed", books => books.Acts.Unexpected),
    ];

    /// <summary>What is wrong, at most twenty lines of it; empty: it holds.</summary>
    public IReadOnlyList<string> Check(YearBooks books)
    {
        var found = Violations(books).Take(Most + 1).ToList();
        if (found.Count > Most)
            found[Most] = "… and more";
        return found;
    }
}
