using CsCheck;
using OneVisit.Domain.Calendars;

namespace OneVisit.Domain.Tests.Calendars;

public sealed class BeijingTimeTests
{
    [Fact]
    public void At_four_in_the_afternoon_in_London_winter_Beijing_begins_its_next_day() =>
        Assert.Equal(new DateOnly(2026, 11, 25), BeijingTime.DayOf(new DateTimeOffset(2026, 11, 24, 16, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void One_tick_earlier_it_is_still_the_day_before() =>
        Assert.Equal(new DateOnly(2026, 11, 24), BeijingTime.DayOf(new DateTimeOffset(2026, 11, 24, 16, 0, 0, TimeSpan.Zero).AddTicks(-1)));

    [Fact]
    public void A_day_begins_at_midnight_in_Beijing() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.Zero), BeijingTime.StartOf(new DateOnly(2026, 11, 24)));

    [Fact]
    public void Instants_are_UTC() => Assert.Equal(TimeSpan.Zero, BeijingTime.EndOf(new DateOnly(2026, 11, 24)).Offset);

    [Fact]
    public void The_end_of_a_day_belongs_to_the_next() =>
        Gen.Int[0, 3_000_000].Select(DateOnly.FromDayNumber).Sample(day => BeijingTime.DayOf(BeijingTime.EndOf(day)) == day.AddDays(1));
}
