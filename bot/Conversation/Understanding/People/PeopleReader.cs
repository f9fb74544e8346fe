using System.Collections.Immutable;
using OneVisit.Conversation.Understanding.Dates;

namespace OneVisit.Conversation.Understanding.People;

/// <summary>Somebody of the household, as told in passing; what was not told is <c>null</c>.</summary>
/// <param name="Relation">To who speaks: <c>self</c>, <c>spouse</c>, <c>father</c>, <c>mother</c>, <c>parent</c>, <c>parent-in-law</c>, <c>grandparent</c>, <c>child</c>, <c>child-in-law</c>, <c>grandchild</c>, <c>sibling</c> or <c>other</c>.</param>
/// <param name="Word">As said, to speak of them in the same way.</param>
internal sealed record ToldPerson(string Relation, string Word)
{
    public int Count { get; init; } = 1;

    public BirthReading? Born { get; init; }

    public ToldDisability? Disability { get; init; }

    public bool GravelyIll { get; init; }

    public bool CannotCareForSelf { get; init; }

    public bool Studies { get; init; }

    public bool Died { get; init; }
}

/// <summary>Reads several people from one sentence: 「老伴 75，儿子残疾」.</summary>
internal static class PeopleReader
{
    // More are not told of in one message; the rest of a longer list is left to the questions.
    private const int Most = 12;

    /// <param name="text">Comparable.</param>
    public static ImmutableArray<ToldPerson> Read(string text, DateOnly today)
    {
        var people = ImmutableArray.CreateBuilder<ToldPerson>();
        var chinese = BirthReader.HasHan(text);
        foreach (var clause in PeopleWords.Split.Split(text))
        {
            if (string.IsNullOrWhiteSpace(clause)) continue;
            var found = RelationsIn(clause);
            if (found.IsEmpty && people.Count > 0) people[^1] = Describe(people[^1], clause, today, chinese);
            for (var i = 0; i < found.Length && people.Count < Most; i++)
            {
                var (code, start, end) = found[i];
                var from = i == 0 ? 0 : found[i - 1].End;
                var to = i + 1 < found.Length ? found[i + 1].Start : clause.Length;
                var person = new ToldPerson(code, clause[start..end]) { Count = CountBefore(clause[from..start]) };
                // 「75 岁的老伴」 and 「老伴 75」: what stands before belongs to the first person only.
                people.Add(Describe(person, i == 0 ? $"{clause[..start]} {clause[end..to]}" : clause[end..to], today, chinese));
            }
        }
        return people.ToImmutable();
    }

    private static ToldPerson Describe(ToldPerson person, string told, DateOnly today, bool chinese) => person with
    {
        Born = person.Born ?? BirthReader.Read(told.Trim(), today, chinese: chinese, ofPerson: true),
        Disability = person.Disability ?? DisabilityReader.Read(told, asked: false),
        GravelyIll = person.GravelyIll || PeopleWords.GraveIllness.IsMatch(told),
        CannotCareForSelf = person.CannotCareForSelf || PeopleWords.CannotCare.IsMatch(told),
        Studies = person.Studies || PeopleWords.Studies.IsMatch(told),
        Died = person.Died || PeopleWords.Died.IsMatch(told),
    };

    /// <summary>Relations in their order; of two that overlap the more particular.</summary>
    private static ImmutableArray<(string Code, int Start, int End)> RelationsIn(string clause)
    {
        var found = new List<(string Code, int Start, int End)>();
        foreach (var (code, pattern) in PeopleWords.Relations)
        {
            foreach (System.Text.RegularExpressions.Match match in pattern.Matches(clause))
            {
                var (start, end) = (match.Index, match.Index + match.Length);
                if (!found.Exists(other => start < other.End && other.Start < end)) found.Add((code, start, end));
            }
        }
        // 「我老伴」 speaks of one.
        if (found.Count > 1) found.RemoveAll(each => each.Code == "self");
        return [.. found.OrderBy(each => each.Start)];
    }

    private static int CountBefore(string before) =>
        NumberReader.Find(before) is [.., { Low: >= 1 and <= 10 } number] && number.End >= before.TrimEnd('个', '位', '名', ' ').Length ? (int)number.Low : 1;
}
