namespace OneVisit.Domain.Calendars;

/// <summary>Calendar months.</summary>
public static class Months
{
    /// <summary>The first day of the month of a day.</summary>
    public static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The first day of the month after.</summary>
    public static DateOnly NextAfter(DateOnly day) => FirstOf(day).AddMonths(1);
}
