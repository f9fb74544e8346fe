using OneVisit.Domain.Calendars;

namespace OneVisit.Local.Year.World;

/// <summary>Stands still until it is moved. Timers made from it never ring by themselves: the year says when a clock strikes.</summary>
public sealed class YearClock(DateOnly first) : TimeProvider
{
    private long now = BeijingTime.StartOf(first).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref now), TimeSpan.Zero);

    public void MoveTo(DateOnly day, int hour, int minute = 0) =>
        Interlocked.Exchange(ref now, BeijingTime.StartOf(day).AddHours(hour).AddMinutes(minute).UtcTicks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Silent();

    private sealed class Silent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
