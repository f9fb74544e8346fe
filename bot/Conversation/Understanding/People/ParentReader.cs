using System.Collections.Immutable;
using OneVisit.Conversation.Understanding.Dates;

namespace OneVisit.Conversation.Understanding.People;

/// <summary>What was told of a parent.</summary>
/// <param name="Who"><c>father</c>, <c>mother</c>, <c>both</c>, or <c>null</c>: not told.</param>
/// <param name="Fates">Codes on the wire, <c>dead</c> for example; of several it has to be asked which, likeliest last to be wrong first.</param>
/// <param name="Since">When prison, rehabilitation or being out of touch began.</param>
/// <param name="SentenceMonths">Months of prison or rehabilitation ordered.</param>
internal sealed record ToldParent(string? Who, ImmutableArray<string> Fates, DaySpan? Since, int? SentenceMonths);

/// <summary>Reads what has become of a child's parents: 「爸爸坐牢三年了，妈改嫁了」.</summary>
internal static class ParentReader
{
    /// <param name="text">Comparable.</param>
    /// <returns>One entry for each parent told of; none when nothing was understood.</returns>
    public static ImmutableArray<ToldParent> Read(string text, DateOnly today)
    {
        var told = ImmutableArray.CreateBuilder<ToldParent>();
        string? who = null;
        foreach (var clause in PeopleWords.Split.Split(text))
        {
            var here = WhoIn(clause);
            who = here ?? who;
            var fates = FatesIn(clause);
            var goesOn = told.Count > 0 && (fates.IsEmpty ? here is null : fates.SequenceEqual(told[^1].Fates) && (told[^1].Who is null || told[^1].Who == who));
            if (!fates.IsEmpty && !goesOn) told.Add(new ToldParent(who, fates, SinceReader.Read(clause, today), SinceReader.SentenceMonths(clause)));
            else if (goesOn) told[^1] = More(told[^1] with { Who = told[^1].Who ?? who }, clause, today);
        }
        return told.ToImmutable();
    }

    private static string? WhoIn(string clause) =>
        (PeopleWords.Father.IsMatch(clause), PeopleWords.Mother.IsMatch(clause)) switch
        {
            (true, true) => "both",
            (true, false) => "father",
            (false, true) => "mother",
            _ => PeopleWords.Both.IsMatch(clause) ? "both" : null,
        };

    private static ImmutableArray<string> FatesIn(string clause) => PeopleWords.Fates.FirstOrDefault(fate => fate.Pattern.IsMatch(clause)).Codes is { IsDefault: false } codes ? codes : [];

    /// <summary>「坐牢了，判了五年」: the second clause adds to the first.</summary>
    private static ToldParent More(ToldParent told, string clause, DateOnly today) =>
        told with { Since = told.Since ?? SinceReader.Read(clause, today), SentenceMonths = told.SentenceMonths ?? SinceReader.SentenceMonths(clause) };
}
