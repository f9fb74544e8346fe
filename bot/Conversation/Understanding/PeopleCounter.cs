using System.Text.RegularExpressions;

namespace OneVisit.Conversation.Understanding;

/// <param name="Composed">Counted from a list such as 「我、婆婆和两个孩子」, so worth saying aloud.</param>
internal readonly record struct PeopleCount(int People, bool Composed);

/// <summary>Counts the people of a household as somebody lists them; who answers counts too.</summary>
internal static class PeopleCounter
{
    public static PeopleCount? Count(string text)
    {
        if (Patterns.Members.Match(text) is { Success: true } told && NumberOf(told) is { } people) return new PeopleCount(people, false);
        if (Patterns.Alone.IsMatch(text)) return new PeopleCount(1, false);
        var kin = Patterns.Kin.Matches(text);
        if (kin.Count > 0) return Listed(kin) is { } listed ? new PeopleCount(listed, true) : null;
        var numbers = NumberReader.Find(text);
        return numbers.Length == 1 && numbers[0].Low == Math.Floor(numbers[0].Low) ? new PeopleCount((int)Math.Clamp(numbers[0].Low, 0, 1_000), false) : null;
    }

    private static int? Listed(MatchCollection kin)
    {
        var people = 0;
        var self = 1;
        foreach (Match match in kin)
        {
            var word = match.Groups["kin"].Value;
            if (Patterns.KinWithSelf.IsMatch(word)) self = 0;
            var number = NumberOf(match);
            if (number is null && Patterns.KinUncounted.IsMatch(word)) return null;
            people += number ?? (Patterns.KinPairs.IsMatch(word) ? 2 : 1);
        }
        return people + self;
    }

    private static int? NumberOf(Match match) =>
        match.Groups["n"] is { Success: true } n && NumberReader.Find(n.Value) is [var number] ? (int)Math.Clamp(number.Low, 0, 1_000) : null;
}
