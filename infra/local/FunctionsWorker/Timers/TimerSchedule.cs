using System.Globalization;
using Cronos;

namespace OneVisit.Local.FunctionsWorker.Timers;

/// <summary>When a timer function runs: six-field NCRONTAB in a time zone, or every so often.</summary>
internal sealed class TimerSchedule
{
    private readonly CronExpression? cron;
    private readonly TimeSpan every;
    private readonly TimeZoneInfo zone;

    /// <exception cref="FormatException">Neither six fields nor a positive time span, or something that NCRONTAB does not know.</exception>
    public TimerSchedule(string expression, TimeZoneInfo zone)
    {
        this.zone = zone;
        if (TimeSpan.TryParse(expression, CultureInfo.InvariantCulture, out every) && every > TimeSpan.Zero)
            return;
        try
        {
            cron = CronExpression.Parse(NCrontab.Checked(expression), CronFormat.IncludeSeconds);
        }
        catch (FormatException trouble)
        {
            throw new FormatException($"'{expression}' is neither a six-field schedule nor a time span.", trouble);
        }
    }

    /// <summary>The first run after the instant, exclusive; null when there is none.</summary>
    public DateTimeOffset? After(DateTimeOffset instant) => cron is null ? instant + every : cron.GetNextOccurrence(instant, zone);

    /// <summary>Twice within the next minute. The host does not remember the runs of such a schedule, whatever <c>UseMonitor</c> says.</summary>
    public bool IsTooFrequentToRemember(DateTimeOffset now) => cron is null
        ? every < TimeSpan.FromMinutes(1)
        : After(now) is { } first && After(first) is { } second && second < now.AddMinutes(1);
}
