using System.Collections.Immutable;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Calendars;

namespace OneVisit.Catalogue.Reading;

/// <summary>Working-day calendars, one file a year in <c>calendars/</c>.</summary>
internal static class CalendarReader
{
    public static WorkingDayCalendar Read(IEnumerable<YamlMap> files, ActBook acts)
    {
        var years = new Dictionary<int, CalendarYear>();
        foreach (var file in files)
        {
            var year = ReadYear(file, acts);
            if (!years.TryAdd(year.Year, year))
                file.Fault(FaultKind.DuplicateId, "year", "year");
        }
        return new WorkingDayCalendar(years.Values);
    }

    private static CalendarYear ReadYear(YamlMap file, ActBook acts)
    {
        var number = file.Int("year");
        ImmutableArray<DayRange> holidays = [.. file.Scalars("holidays").Select(text => Range(file, text))];
        ImmutableArray<DateOnly> makeUpDays = [.. file.Scalars("make_up_days").Select(text => Day(file, "make_up_days", text))];
        var workingDays = file.Int("working_days");
        acts.SourcedStatus(file);
        file.Done();
        var year = new CalendarYear(number, holidays, makeUpDays);
        Check(file, year, workingDays);
        return year;
    }

    private static void Check(YamlMap file, CalendarYear year, int workingDays)
    {
        if (year.Year is < 1950 or > 2200)
        {
            file.Fault(FaultKind.WrongValue, "year", "year");
            return;
        }
        var off = year.Holidays.SelectMany(range => range.Days()).ToHashSet();
        foreach (var day in off.Concat(year.MakeUpDays).Where(day => day.Year != year.Year))
            file.Fault(FaultKind.WrongValue, $"{day:yyyy-MM-dd}", "year");
        foreach (var day in year.MakeUpDays.Where(day => off.Contains(day) || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
            file.Fault(FaultKind.WrongValue, $"{day:yyyy-MM-dd}", "make_up_days");
        var counted = new WorkingDayCalendar([year]).WorkingDaysBetween(new DateOnly(year.Year - 1, 12, 31), new DateOnly(year.Year, 12, 31));
        if (counted != workingDays)
            file.Fault(FaultKind.WrongTotal, $"{counted}", "working_days");
    }

    // "2026-01-01 .. 2026-01-03", both inclusive, or one day alone.
    private static DayRange Range(YamlMap file, string text)
    {
        var ends = text.Split(" .. ");
        var range = new DayRange(Day(file, "holidays", ends[0]), Day(file, "holidays", ends[^1]));
        if (ends.Length <= 2 && range.First <= range.Last && range.Last.DayNumber - range.First.DayNumber < 31)
            return range;
        file.Fault(FaultKind.WrongValue, text, "holidays");
        return new DayRange(range.First, range.First);
    }

    private static DateOnly Day(YamlMap file, string key, string text)
    {
        if (YamlValues.ParseDate(text) is { } day)
            return day;
        file.Fault(FaultKind.WrongValue, text, key);
        return default;
    }
}
