namespace OneVisit.Support;

/// <summary>A clock that stands still until a test moves it. Timers made from it fire when it passes their time.</summary>
public sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<MovableTimer> _timers = [];
    private DateTimeOffset _now = start.ToUniversalTime();

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan by) => MoveTo(GetUtcNow() + by);

    /// <summary>Moves forward to <paramref name="instant"/>, firing every timer on the way in order.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        while (true)
        {
            MovableTimer? next;
            lock (_lock)
            {
                next = _timers.Where(timer => timer.Due <= instant).MinBy(timer => timer.Due);
                if (next is null)
                {
                    if (instant > _now) _now = instant.ToUniversalTime();
                    return;
                }
                if (next.Due > _now) _now = next.Due.Value;
            }
            next.Fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovableTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class MovableTimer(MovableClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var fireNow = false;
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                _period = period;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
                if (Due is not null) clock._timers.Add(this);
                fireNow = dueTime == TimeSpan.Zero;
            }
            if (fireNow) ThreadPool.QueueUserWorkItem(_ => FireIfDue());
            return true;
        }

        public void Fire()
        {
            lock (clock._lock)
            {
                if (Due is null) return;
                clock._timers.Remove(this);
                Due = _period > TimeSpan.Zero ? Due + _period : null;
                if (Due is not null) clock._timers.Add(this);
            }
            callback(state);
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void FireIfDue()
        {
            lock (clock._lock)
            {
                if (Due is null || Due > clock._now) return;
            }
            Fire();
        }
    }
}
