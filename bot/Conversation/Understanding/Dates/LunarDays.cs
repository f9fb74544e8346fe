using System.Globalization;

namespace OneVisit.Conversation.Understanding.Dates;

/// <summary>Days of the Chinese calendar (农历), leap months included, for the years from <see cref="First"/> to <see cref="Last"/>.</summary>
internal static class LunarDays
{
    public const int First = 1901;
    public const int Last = 2099;

    private static readonly ChineseLunisolarCalendar Calendar = new();

    public static bool Covers(int year) => year is >= First and <= Last;

    /// <summary>From the first day of the Spring Festival to the last day before the next.</summary>
    public static DaySpan Year(int year) => new(NewYear(year), NewYear(year + 1).AddDays(-1));

    /// <summary>The lunar year a day lies in.</summary>
    public static int YearOf(DateOnly day) => Covers(day.Year) && day < NewYear(day.Year) ? day.Year - 1 : day.Year;

    /// <summary>A month from 1 to 12; who does not say whether it was the leap month may mean either. <c>null</c> when there is no such month.</summary>
    public static DaySpan? Month(int year, int month, bool leap)
    {
        if (!Covers(year) || month is < 1 or > 12) return null;
        var after = Calendar.GetLeapMonth(year) - 1;
        if (leap) return after == month ? Whole(year, month + 1) : null;
        var regular = Whole(year, Place(month, after));
        return after == month ? regular.Covering(Whole(year, month + 1)) : regular;
    }

    /// <summary>A day of a month; in a year with that month twice it may be either. <c>null</c> when there is no such day.</summary>
    public static DaySpan? Day(int year, int month, int day, bool leap)
    {
        if (!Covers(year) || month is < 1 or > 12) return null;
        var after = Calendar.GetLeapMonth(year) - 1;
        if (leap) return after == month ? In(year, month + 1, day) : null;
        var regular = In(year, Place(month, after), day);
        var second = after == month ? In(year, month + 1, day) : null;
        return regular is { } one && second is { } other ? one.Covering(other) : regular ?? second;
    }

    /// <summary>New Year's Eve (除夕): the last day of the year.</summary>
    public static DateOnly LastDay(int year) => NewYear(year + 1).AddDays(-1);

    private static DateOnly NewYear(int year) => DateOnly.FromDateTime(Calendar.ToDateTime(year, 1, 1, 0, 0, 0, 0));

    // A leap month stands behind the month it repeats and moves the later ones back by one.
    private static int Place(int month, int leapAfter) => leapAfter > 0 && month > leapAfter ? month + 1 : month;

    private static DaySpan Whole(int year, int place)
    {
        var first = DateOnly.FromDateTime(Calendar.ToDateTime(year, place, 1, 0, 0, 0, 0));
        return new DaySpan(first, first.AddDays(Calendar.GetDaysInMonth(year, place) - 1));
    }

    private static DaySpan? In(int year, int place, int day) =>
        day >= 1 && day <= Calendar.GetDaysInMonth(year, place) ? DaySpan.Day(DateOnly.FromDateTime(Calendar.ToDateTime(year, place, day, 0, 0, 0, 0))) : null;
}
