using System.Globalization;

namespace OneVisit.Domain.Calendars;

/// <summary>Calendar months.</summary>
public static class Months
{
    /// <summary>The first day of the month of a day.</summary>
    public static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The first day of the month after.</summary>
    public static DateOnly NextAfter(DateOnly day) => FirstOf(day).AddMonths(1);

    /// <summary>Reads a month as it is asked for, for example <c>2026-10</c>; its first day.</summary>
    public static bool TryRead(string? text, out DateOnly month) => DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out month);
}
