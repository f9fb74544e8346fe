using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OneVisit.Conversation.Understanding.Dates;

/// <summary>A date as somebody wrote it, with as much of it as was told.</summary>
/// <param name="Years">The years it may be; empty when no year was told.</param>
/// <param name="Lunar">By the Chinese calendar.</param>
/// <param name="Leap">In the leap month.</param>
/// <param name="Last">The last day of the lunar year.</param>
internal sealed record WrittenDate(ImmutableArray<int> Years, int? Month = null, int? Day = null, bool Lunar = false, bool Leap = false, bool Last = false, (int From, int To)? Part = null)
{
    private const int Oldest = 110;

    public bool HasDay => Month is not null || Last;

    /// <summary>The days it may be; none when there is no such day.</summary>
    public IEnumerable<DaySpan> Spans() => Years.Select(In).OfType<DaySpan>();

    /// <summary>The days it is in a given year, or <c>null</c> when that year has no such day.</summary>
    public DaySpan? In(int year)
    {
        if (year is < 1800 or > 2200) return null;
        if (Last) return LunarDays.Covers(year) ? DaySpan.Day(LunarDays.LastDay(year)) : null;
        if (Part is { } part) return DaySpan.Month(year, part.From).Covering(DaySpan.Month(year, part.To));
        return (Lunar, Month, Day) switch
        {
            (true, { } month, { } day) => LunarDays.Day(year, month, day, Leap),
            (true, { } month, null) => LunarDays.Month(year, month, Leap),
            (true, null, _) => LunarDays.Covers(year) ? LunarDays.Year(year) : DaySpan.Year(year),
            (false, { } month, { } day) => day <= DateTime.DaysInMonth(year, month) ? DaySpan.Day(new DateOnly(year, month, day)) : null,
            (false, { } month, null) => DaySpan.Month(year, month),
            _ => DaySpan.Year(year),
        };
    }

    /// <summary>The first date of a text; several where day and month may be swapped; none when there is none.</summary>
    /// <param name="text">Comparable.</param>
    public static ImmutableArray<WrittenDate> Find(string text, DateOnly today)
    {
        text = DateWords.WithoutTallies(text);
        var lunar = DateWords.Lunar.IsMatch(text) && !DateWords.Solar.IsMatch(text);
        foreach (var form in DateWords.Forms)
        {
            if (form.Match(text) is { Success: true } match) return Numeric(match, lunar);
        }
        var (years, rest) = YearsIn(text, today);
        if (OnFestival(rest, years, lunar) is { } festival) return [festival];
        if (OnMonthAndDay(rest, years, lunar) is { } dated) return [dated];
        foreach (var (pattern, from, to) in DateWords.PartsOfYear)
        {
            if (!years.IsEmpty && pattern.IsMatch(text)) return [new WrittenDate(years, Part: (from, to))];
        }
        return years.IsEmpty ? [] : [new WrittenDate(years, Lunar: lunar)];
    }

    private static ImmutableArray<WrittenDate> Numeric(Match match, bool lunar)
    {
        ImmutableArray<int> years = [Integer(match.Groups["y"].Value)];
        if (match.Groups["a"].Success)
        {
            var (a, b) = (Integer(match.Groups["a"].Value), Integer(match.Groups["b"].Value));
            WrittenDate[] either = [new(years, b, a, lunar), new(years, a, b, lunar)];
            return [.. either.Where(date => date is { Month: >= 1 and <= 12, Day: >= 1 and <= 31 }).Distinct()];
        }
        var month = match.Groups["month"] is { Success: true } named ? (int)DateWords.Months[named.Value] : Integer(match.Groups["m"].Value);
        var day = match.Groups["d"] is { Success: true } told ? Integer(told.Value) : (int?)null;
        return day is < 1 or > 31 ? [] : [new WrittenDate(years, month, day, lunar)];
    }

    /// <summary>The years told, and what of the text may hold the day: what follows, if that is anything.</summary>
    private static (ImmutableArray<int> Years, string Remaining) YearsIn(string text, DateOnly today)
    {
        foreach (var pattern in DateWords.Years)
        {
            if (pattern.Match(text) is not { Success: true } match) continue;
            var years = Year(match, today);
            if (!years.IsEmpty) return (years, $"{text[..match.Index]} {text[(match.Index + match.Length)..]}");
        }
        foreach (var (pattern, year) in DateWords.NamedYears)
        {
            if (pattern.IsMatch(text)) return ([year], text);
        }
        foreach (var (word, years) in DateWords.RelativeYears.OrderByDescending(pair => pair.Key.Length))
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            // 「今年七十三了」 tells an age, not a year.
            if (at >= 0 && (years != 0 || DateWords.MonthAndDay.IsMatch(text[at..]))) return ([today.Year + (int)years], text.Remove(at, word.Length));
        }
        return ([], text);
    }

    private static ImmutableArray<int> Year(Match match, DateOnly today)
    {
        if (match.Groups["roc"] is { Success: true } republic) return NumberReader.Value(republic.Value) is { } number and <= 38 ? [1911 + (int)Math.Max(1, number)] : [];
        if (match.Groups["yy"] is { Success: true } short2 && NumberReader.Value(short2.Value) is { } two)
            return [.. new[] { 1900 + (int)two, 2000 + (int)two }.Where(year => year <= today.Year && year >= today.Year - Oldest)];
        return NumberReader.Value(match.Groups["y"].Value) is { } four && four <= today.Year + 1 ? [(int)four] : [];
    }

    private static WrittenDate? OnFestival(string text, ImmutableArray<int> years, bool lunar)
    {
        foreach (var festival in DateWords.Festivals)
        {
            if (festival.Pattern.Match(text) is not { Success: true } match) continue;
            var day = festival.Day ?? (match.Groups["d"] is { Success: true } told ? (int?)NumberReader.Value(told.Value) : null);
            return new WrittenDate(years, festival.Month, day, festival.Lunar || lunar, Last: festival.Last);
        }
        return null;
    }

    private static WrittenDate? OnMonthAndDay(string text, ImmutableArray<int> years, bool lunar)
    {
        if (DateWords.MonthAndDay.Match(text) is not { Success: true } match) return null;
        var named = match.Groups["m"].Value;
        var month = DateWords.Months.TryGetValue(named, out var known) ? known : NumberReader.Value(named);
        if (month is not (>= 1 and <= 12)) return null;
        var day = match.Groups["d"] is { Success: true } told ? NumberReader.Value(told.Value) : null;
        lunar |= match.Groups["leap"].Success || match.Groups["first"].Success || DateWords.LunarMonths.IsMatch(named);
        return day is < 1 or > 31 ? null : new WrittenDate(years, (int)month, (int?)day, lunar, match.Groups["leap"].Success);
    }

    private static int Integer(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
