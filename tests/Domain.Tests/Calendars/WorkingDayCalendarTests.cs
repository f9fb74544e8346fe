using CsCheck;
using OneVisit.Domain.Calendars;

namespace OneVisit.Domain.Tests.Calendars;

public sealed class WorkingDayCalendarTests
{
    // The notice for 2026.
    private static readonly WorkingDayCalendar Calendar = new(
    [
        new CalendarYear(
            2026,
            [
                new(new(2026, 1, 1), new(2026, 1, 3)), new(new(2026, 2, 15), new(2026, 2, 23)), new(new(2026, 4, 4), new(2026, 4, 6)),
                new(new(2026, 5, 1), new(2026, 5, 5)), new(new(2026, 6, 19), new(2026, 6, 21)), new(new(2026, 9, 25), new(2026, 9, 27)),
                new(new(2026, 10, 1), new(2026, 10, 7)),
            ],
            [new(2026, 1, 4), new(2026, 2, 14), new(2026, 2, 28), new(2026, 5, 9), new(2026, 9, 20), new(2026, 10, 10)]),
    ]);

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 364].Select(new DateOnly(2026, 1, 1).AddDays);
    private static readonly Gen<int> Limit = Gen.Int[0, 60];

    [Fact]
    public void A_make_up_Sunday_counts_as_a_working_day() => Assert.True(Calendar.IsWorkingDay(new DateOnly(2026, 9, 20)));

    [Fact]
    public void An_ordinary_Sunday_does_not() => Assert.False(Calendar.IsWorkingDay(new DateOnly(2026, 9, 13)));

    [Fact]
    public void A_holiday_on_a_Monday_is_no_working_day() => Assert.False(Calendar.IsWorkingDay(new DateOnly(2026, 4, 6)));

    [Fact]
    public void The_limit_counts_from_the_day_after() =>
        Assert.Equal(new DueDate.Fixed(new DateOnly(2026, 11, 25)), Calendar.After(new DateOnly(2026, 11, 24), 1));

    [Fact]
    public void Spring_festival_2026_is_stepped_over() =>
        Assert.Equal(new DueDate.Fixed(new DateOnly(2026, 2, 24)), Calendar.After(new DateOnly(2026, 2, 13), 2)); // Saturday 14th is made up, then nine days off

    [Fact]
    public void No_days_end_on_the_day_itself() => Assert.Equal(new DueDate.Fixed(new DateOnly(2026, 2, 16)), Calendar.After(new DateOnly(2026, 2, 16), 0));

    [Fact]
    public void The_last_working_day_of_a_published_year_is_fixed() =>
        Assert.Equal(new DueDate.Fixed(new DateOnly(2026, 12, 31)), Calendar.After(new DateOnly(2026, 12, 30), 1));

    [Fact]
    public void One_day_into_a_year_without_a_notice_is_provisional() =>
        Assert.Equal(new DueDate.Provisional(new DateOnly(2027, 1, 1)), Calendar.After(new DateOnly(2026, 12, 31), 1));

    [Fact]
    public void A_whole_year_without_a_notice_on_the_way_is_provisional() =>
        Assert.True(Calendar.After(new DateOnly(2025, 12, 31), 20).IsProvisional);

    [Fact]
    public void A_negative_limit_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.After(new DateOnly(2026, 1, 1), -1));

    [Fact]
    public void Days_counted_backwards_are_none() => Assert.Equal(0, Calendar.WorkingDaysBetween(new DateOnly(2026, 3, 2), new DateOnly(2026, 2, 2)));

    [Fact]
    public void A_due_date_is_a_working_day() =>
        Gen.Select(Day, Gen.Int[1, 60]).Sample((day, limit) => Calendar.IsWorkingDay(Calendar.After(day, limit).On));

    [Fact]
    public void Counting_back_gives_the_limit() =>
        Gen.Select(Day, Limit).Sample((day, limit) => Calendar.WorkingDaysBetween(day, Calendar.After(day, limit).On) == limit);

    [Fact]
    public void Two_limits_in_a_row_are_one_limit_of_both() =>
        Gen.Select(Day, Limit, Limit).Sample((day, first, then) => Calendar.After(Calendar.After(day, first).On, then).On == Calendar.After(day, first + then).On);

    [Fact]
    public void A_longer_limit_is_never_due_earlier() =>
        Gen.Select(Day, Limit, Limit).Sample((day, one, other) => one > other || Calendar.After(day, one).On <= Calendar.After(day, other).On);

    [Fact]
    public void Publishing_a_calendar_makes_provisional_dates_fixed()
    {
        var published = new WorkingDayCalendar([new CalendarYear(2027, [], []), new CalendarYear(2026, [], [])]);
        Assert.False(published.After(new DateOnly(2026, 12, 31), 20).IsProvisional);
    }
}
