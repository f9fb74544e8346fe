using System.Globalization;
using System.Text.RegularExpressions;

namespace OneVisit.Conversation.Understanding.Dates;

/// <summary>Reads until when something shall last: a day to come (「明年3月1日」「年底」), or how long (「三个月」「半年」).</summary>
internal static partial class UntilReader
{
    // Days, weeks, months or years: more than a lifetime of any is too far away as well.
    private const int Most = 1_000;

    /// <summary>No day was set: until it is done.</summary>
    public static bool IsUntilDone(string text) => text.Says("untilDone");

    /// <returns>The last day, perhaps past or far away; <c>null</c>: none was told.</returns>
    /// <param name="text">Readable.</param>
    public static DateOnly? Read(string text, DateOnly today)
    {
        text = WithYears(text, today);
        var later = YearIn().Match(text) is { Success: true } year ? Math.Max(0, int.Parse(year.Value, NumberStyles.None, CultureInfo.InvariantCulture) - today.Year - 1) : 0;
        // A year that nobody is born in is read as the next one, and put back.
        if (later > 0) return Written(YearIn().Replace(text, $"{today.Year + 1}", 1), today)?.AddYears(later);
        return Written(text, today) ?? After(text, today);
    }

    // Of a month or a year the last day of it. Without a year the next that comes.
    private static DateOnly? Written(string text, DateOnly today)
    {
        foreach (var date in WrittenDate.Find(text, today))
        {
            if (!date.Years.IsEmpty)
            {
                if (date.Spans().Select(span => (DateOnly?)span.To).Max() is { } told) return told;
            }
            else if (date.HasDay && new[] { today.Year, today.Year + 1 }.Select(date.In).OfType<DaySpan>().FirstOrDefault(span => span.To >= today) is { From.Year: > 1 } next)
                return next.To;
        }
        return null;
    }

    private static DateOnly? After(string text, DateOnly today)
    {
        foreach (var (pattern, low, _) in DateWords.FixedLasting)
        {
            if (pattern.IsMatch(text) && low > 0) return today.AddMonths(low);
        }
        foreach (var number in NumberReader.Find(text))
        {
            if (number.Low is < 1 or > Most || number.Low != number.High || DateWords.Lasting.Match(text[number.End..]) is not { Success: true } match) continue;
            var many = (int)number.Low;
            var half = match.Groups["half"].Value is "半";
            return match.Groups["unit"].Value[0] switch
            {
                '年' or 'y' => today.AddYears(many).AddMonths(half ? 6 : 0),
                '星' or '周' or 'w' => today.AddDays(7 * many),
                '天' or 'd' => today.AddDays(many),
                _ => today.AddMonths(many).AddDays(half ? 15 : 0),
            };
        }
        return null;
    }

    private static string WithYears(string text, DateOnly today)
    {
        foreach (var (word, years) in DateWords.YearsToCome.OrderByDescending(pair => pair.Key.Length))
            text = text.Replace(word, $"{today.Year + (int)years}年", StringComparison.Ordinal);
        return DateWords.EndOfYear.Replace(text, "12月31日");
    }

    [GeneratedRegex(@"(?<![0-9])20[0-9]{2}(?![0-9])")]
    private static partial Regex YearIn();
}
