using System.Globalization;

namespace OneVisit.Domain.Calendars;

/// <summary>Calendar months.</summary>
public static class Months
{
    /// <summary>The first day of the month of a day.</summary>
    public static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>A month as it travels, <c>2026-10</c>.</summary>
    /// <returns>Its first day; <c>null</c>: it is none.</returns>
    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    /// <summary>The first day of the month after.</summary>
    public static DateOnly NextAfter(DateOnly day) => FirstOf(day).AddMonths(1);
}
