using System.Collections.Frozen;

namespace OneVisit.Domain.Calendars;

/// <summary>Working days from published calendars. Days of a year without one count by weekends only, and due dates across them are provisional.</summary>
public sealed class WorkingDayCalendar
{
    private readonly FrozenSet<int> years;
    private readonly FrozenSet<DateOnly> holidays;
    private readonly FrozenSet<DateOnly> makeUpDays;

    public WorkingDayCalendar(IEnumerable<CalendarYear> years)
    {
        var all = years.ToArray();
        this.years = all.Select(year => year.Year).ToFrozenSet();
        holidays = all.SelectMany(year => year.Holidays).SelectMany(range => range.Days()).ToFrozenSet();
        makeUpDays = all.SelectMany(year => year.MakeUpDays).ToFrozenSet();
    }

    public bool Covers(int year) => years.Contains(year);

    public bool IsWorkingDay(DateOnly day) => IsWeekend(day) ? makeUpDays.Contains(day) : !holidays.Contains(day);

    /// <summary>The day on which <paramref name="workingDays"/> end, counted from the day after <paramref name="day"/>; zero gives the day itself.</summary>
    /// <param name="skip">Days that do not count though they are working days; <c>null</c>: none.</param>
    public DueDate After(DateOnly day, int workingDays, Func<DateOnly, bool>? skip = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var due = day;
        for (var left = workingDays; left > 0;)
        {
            due = due.AddDays(1);
            if (IsWorkingDay(due) && skip?.Invoke(due) != true)
                left--;
        }
        return Due(day, due);
    }

    /// <summary>A last day of a limit that began on <paramref name="day"/>: firm when every year on the way has a calendar.</summary>
    public DueDate Due(DateOnly day, DateOnly due) => CoversAll(day.Year, due.Year) ? new DueDate.Fixed(due) : new DueDate.Provisional(due);

    /// <summary>The first working day after <paramref name="day"/>.</summary>
    public DateOnly NextWorkingDay(DateOnly day) => After(day, 1).On;

    /// <summary>Working days later than <paramref name="fromExclusive"/> up to and including <paramref name="toInclusive"/>; zero when that is not later.</summary>
    public int WorkingDaysBetween(DateOnly fromExclusive, DateOnly toInclusive)
    {
        var count = 0;
        for (var day = fromExclusive.AddDays(1); day <= toInclusive; day = day.AddDays(1))
        {
            if (IsWorkingDay(day))
                count++;
        }
        return count;
    }

    private bool CoversAll(int first, int last)
    {
        for (var year = first; year <= last; year++)
        {
            if (!Covers(year))
                return false;
        }
        return true;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
