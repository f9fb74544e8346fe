using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;

namespace OneVisit.Local.Year.Books;

/// <summary>Nothing in the journals was changed afterwards.</summary>
internal static class Chains
{
    public static IEnumerable<string> Broken(YearBooks books) =>
        books.Cases.Select(book => (book.CaseId, book.Chain)).Concat(books.Matters.Select(book => (book.MatterId, book.Chain)))
            .Where(book => book.Chain is ChainReading.Broken).Select(book => $"{book.Item1}: {book.Chain}");

    public static IEnumerable<string> DrawsThatDiffer(YearBooks books) => books.Draws
        .Where(draw => !Same(draw.Sample.Drawn, Sampling.Draw(draw.Sample.Candidates, draw.Sample.Seed, draw.Sample.FirstOfRepresentative, draw.Sample.Extremes)))
        .Select(draw => $"{draw.DrawId}: drawn again it is another");

    private static bool Same(IReadOnlyList<Drawn> one, IReadOnlyList<Drawn> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => pair.First.CaseId == pair.Second.CaseId && pair.First.Reasons.SequenceEqual(pair.Second.Reasons));
}
