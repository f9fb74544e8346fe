namespace OneVisit.Conversation.Understanding.Dates;

/// <summary>Reads since when something has lasted (「三年了」「去年五月」「半年多」), and how long somebody was sentenced to.</summary>
internal static class SinceReader
{
    private const int LifeMonths = 600;
    private const int MostMonths = 1_200;
    private const int MostYears = 120;

    /// <summary>The days on which it may have begun, or <c>null</c>.</summary>
    /// <param name="text">Comparable.</param>
    public static DaySpan? Read(string text, DateOnly today)
    {
        // How long somebody was sentenced to says nothing about when it began.
        text = DateWords.Sentence.Replace(text, " ");
        if (WrittenDate.Find(text, today) is [{ Years.IsEmpty: false } date] && date.Spans().FirstOrDefault() is { From.Year: > 1 } span && span.And(new DaySpan(DateOnly.MinValue, today)) is { } past) return past;
        foreach (var number in NumberReader.Find(text))
        {
            if (number.Low is < 0 or > MostMonths || DateWords.Lasting.Match(text[number.End..]) is not { Success: true } match) continue;
            var nearly = DateWords.NearlyLasting.IsMatch(text[..number.Start]);
            return Began(number, match.Groups["unit"].Value, nearly, today);
        }
        foreach (var (pattern, low, high) in DateWords.FixedLasting)
        {
            if (pattern.IsMatch(text)) return new DaySpan(today.AddMonths(-high).AddDays(1), today.AddMonths(-low));
        }
        return null;
    }

    /// <summary>Months of prison or rehabilitation ordered; life counts as fifty years.</summary>
    public static int? SentenceMonths(string text)
    {
        if (DateWords.Sentence.Match(text) is not { Success: true } match) return null;
        if (DateWords.ForLife.IsMatch(match.Value)) return LifeMonths;
        var months = (Number(match.Groups["y"].Value) * 12) + Number(match.Groups["m"].Value) + (match.Groups["half"].Success ? 6 : 0);
        return months is > 0 and <= MostMonths ? (int)months : null;
    }

    private static DaySpan Began(FoundNumber number, string unit, bool nearly, DateOnly today)
    {
        var (low, high) = ((int)Math.Min(number.Low, MostYears), (int)Math.Min(number.High, MostYears));
        if (nearly) (low, high) = (Math.Max(0, low - 1), high - 1);
        return unit[0] switch
        {
            '年' or 'y' => new DaySpan(today.AddYears(-(high + 1)).AddDays(1), today.AddYears(-low)),
            '星' or '周' or 'w' => new DaySpan(today.AddDays(-7 * (high + 1)), today.AddDays(-7 * low)),
            '天' or 'd' => new DaySpan(today.AddDays(-high - 1), today.AddDays(-low)),
            _ => new DaySpan(today.AddMonths(-(high + 1)).AddDays(1), today.AddMonths(-low)),
        };
    }

    private static decimal Number(string written) => NumberReader.Find(written) is [var number] ? number.Low : 0;
}
