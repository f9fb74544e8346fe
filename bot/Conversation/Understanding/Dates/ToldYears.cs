using System.Collections.Immutable;
using System.Globalization;

namespace OneVisit.Conversation.Understanding.Dates;

/// <summary>Years told by their animal (属相), by their place in the cycle of sixty (干支), or by the decade.</summary>
internal static class ToldYears
{
    private const int Oldest = 110;

    // A year of the rat, and of 甲子.
    private const int FirstOfCycles = 1924;

    /// <summary>The lunar years of an animal or of the cycle in which somebody now alive was born; empty when none was told.</summary>
    public static ImmutableArray<DaySpan> InCycles(string text, DateOnly today)
    {
        if (DateWords.Cycle.Match(text) is { Success: true } match)
        {
            var (stem, branch) = (DateWords.Stems.IndexOf(match.Groups["stem"].Value[0]), DateWords.Branches.IndexOf(match.Groups["branch"].Value[0]));
            return Every(today, year => Mod(year - FirstOfCycles, 10) == stem && Mod(year - FirstOfCycles, 12) == branch);
        }
        if (DateWords.Zodiac.Match(text) is not { Success: true } zodiac) return [];
        var animal = (int)DateWords.Animals[zodiac.Groups["animal"].Value];
        return Every(today, year => Mod(year - FirstOfCycles, 12) == animal);
    }

    public static DaySpan? InDecade(string text, DateOnly today)
    {
        foreach (var pattern in DateWords.Decades)
        {
            if (pattern.Match(text) is not { Success: true } match || First(match.Groups["n"].Value, today) is not { } first) continue;
            return DaySpan.Years(first, first + 9);
        }
        return null;
    }

    /// <summary>The first year of a decade written as 50, 1950, 五十, 五零 or 00.</summary>
    private static int? First(string written, DateOnly today)
    {
        var number = int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : (int?)NumberReader.Value(written);
        return number switch
        {
            null or < 0 => null,
            >= 1800 and <= 2100 => number,
            <= 99 when 2000 + number <= today.Year && number < 30 => 2000 + number,
            <= 99 => 1900 + number,
            _ => null,
        };
    }

    private static ImmutableArray<DaySpan> Every(DateOnly today, Func<int, bool> fits) =>
        [.. Enumerable.Range(today.Year - Oldest, Oldest + 1).Where(year => LunarDays.Covers(year) && fits(year)).Select(LunarDays.Year)];

    private static int Mod(int number, int by) => ((number % by) + by) % by;
}
