using System.Collections.Immutable;

namespace OneVisit.Conversation.Understanding;

/// <summary>An amount as answered. <see cref="Low"/> and <see cref="High"/> differ for a range; <see cref="Told"/> is what was said before it was turned into the wanted period.</summary>
/// <param name="PerHead">Told for each person; whoever knows how many multiplies.</param>
internal sealed record MoneyAnswer(decimal Low, decimal High, decimal? Told = null, bool PerHead = false);

/// <summary>Reads answers to single questions. Everything takes a comparable text and gives <c>null</c> when it is not understood.</summary>
internal static class AnswerReader
{
    public static bool IsUnsure(string text) => text.Says("unsure");

    /// <summary>A no anywhere counts (「对，没有车」), apart from phrases that only sound like one (「没错」).</summary>
    public static bool? YesNo(string text) => text.Says("sure") ? true : text.Says("no") ? false : text.Says("yes") ? true : null;

    /// <param name="yearly">The question asks for 12 months (<c>true</c>), for one (<c>false</c>), or for what is there (<c>null</c>).</param>
    public static MoneyAnswer? Money(string text, bool? yearly)
    {
        if (Patterns.Daily.IsMatch(text)) return null;
        var amounts = Amounts(text);
        if (amounts is [var first, ..] && Patterns.Negative.IsMatch(text[..first.Start])) return null;
        // What a family owes is neither income nor savings; what it spends may well be borrowed.
        if (yearly != true) amounts = [.. amounts.Where(amount => !IsOwed(text, amount))];
        if (amounts.IsEmpty) return text.Says("none") ? new MoneyAnswer(0, 0) : null;
        // What insurance paid back was not spent.
        var back = yearly == true ? amounts.Where(amount => Patterns.Reimbursed.IsMatch(text[..amount.Start])).ToImmutableArray() : [];
        if (!back.IsEmpty) amounts = amounts.RemoveRange(back);
        if (amounts.IsEmpty) return null;
        var (low, high) = Combined(text, amounts);
        (low, high) = (Math.Max(0, low - back.Sum(amount => amount.High)), Math.Max(0, high - back.Sum(amount => amount.Low)));
        var answer = new MoneyAnswer(low, high, PerHead: Patterns.PerHead.IsMatch(text));
        if (yearly is null || PeriodIn(text) is not { } months || months == (yearly.Value ? 12 : 1)) return answer;
        var factor = (yearly.Value ? 12m : 1m) / months;
        return answer with { Low = Math.Round(low * factor, 2), High = Math.Round(high * factor, 2), Told = yearly.Value ? low : high };
    }

    /// <summary>Months of the one period a text speaks of; <c>null</c> for none and for several.</summary>
    private static int? PeriodIn(string text)
    {
        int? only = null;
        foreach (var (pattern, months) in Patterns.Periods)
        {
            if (!pattern.IsMatch(text)) continue;
            if (only is not null) return null;
            only = months;
        }
        return only;
    }

    /// <summary>Amounts of money in a text: numbers that count neither people nor days.</summary>
    public static ImmutableArray<FoundNumber> Amounts(string text) =>
        [.. NumberReader.Find(text).Where(number => !Patterns.AfterCount.IsMatch(text[number.End..]))];

    public static int? Count(string text)
    {
        var numbers = NumberReader.Find(text);
        if (numbers.Length == 1 && numbers[0].Low is >= 0 and <= 1_000 && numbers[0].Low == Math.Floor(numbers[0].Low)) return (int)numbers[0].Low;
        return numbers.IsEmpty && text.Says("none") ? 0 : null;
    }

    private static bool IsOwed(string text, FoundNumber amount) => Patterns.OwedBefore.IsMatch(text[..amount.Start]) || Patterns.OwedAfter.IsMatch(text[amount.End..]);

    /// <summary>「1000到1500」 is a range; after 「一共」 comes the sum; other amounts beside each other are added up.</summary>
    private static (decimal Low, decimal High) Combined(string text, ImmutableArray<FoundNumber> amounts)
    {
        if (amounts.Length == 2 && Patterns.RangeBetween.IsMatch(text[amounts[0].End..amounts[1].Start]) && amounts[0].Low <= amounts[1].High)
            return (amounts[0].Low, amounts[1].High);
        if (amounts.Length > 1 && Patterns.Whole.Match(text) is { Success: true } whole && amounts.FirstOrDefault(amount => amount.Start >= whole.Index) is { End: > 0 } sum)
            return (sum.Low, sum.High);
        return (amounts.Sum(amount => amount.Low), amounts.Sum(amount => amount.High));
    }
}
