using System.Collections.Immutable;

namespace OneVisit.Domain.Calendars;

/// <summary>What the State Council's holiday notices say about the days of one year.</summary>
/// <param name="Holidays">Days off, each range inclusive on both ends, weekends in it included.</param>
/// <param name="MakeUpDays">Saturdays and Sundays that are working days (调休上班).</param>
public sealed record CalendarYear(int Year, ImmutableArray<DayRange> Holidays, ImmutableArray<DateOnly> MakeUpDays);

/// <summary>Days from <paramref name="First"/> to <paramref name="Last"/>, both inclusive.</summary>
public readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    public IEnumerable<DateOnly> Days()
    {
        for (var day = First; day <= Last; day = day.AddDays(1))
            yield return day;
    }
}
