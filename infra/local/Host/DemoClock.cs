using System.Globalization;

namespace OneVisit.Local.Host;

/// <summary>
/// The clock of the local city: real time plus a distance that the demo pages can make longer, kept in a file across restarts.
/// It never goes back, not even when the machine's own clock is set back: cases, timers and journals only know forward. Timers made from it
/// fire when a jump passes their time.
/// </summary>
public sealed class DemoClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly HashSet<DemoTimer> _timers = [];
    private readonly string? _file;
    private readonly TimeProvider _real;
    private TimeSpan _ahead;
    private DateTimeOffset _last;

    /// <param name="file">Where the distance is kept, or <c>null</c> to forget it.</param>
    /// <param name="real">The machine's clock, if not the system's.</param>
    public DemoClock(string? file = null, TimeProvider? real = null)
    {
        _file = file;
        _real = real ?? System;
        if (file is not null && File.Exists(file) && TimeSpan.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var ahead)) _ahead = ahead;
    }

    /// <summary>Raised after every jump.</summary>
    public event Action? Moved;

    /// <summary>How far this clock is ahead of the real one.</summary>
    public TimeSpan Ahead
    {
        get { lock (_lock) return _ahead; }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return Now();
    }

    /// <summary>Jumps forward to <paramref name="instant"/>; an instant that is past changes nothing.</summary>
    /// <returns>Whether the clock moved.</returns>
    public bool MoveTo(DateTimeOffset instant)
    {
        DemoTimer[] timers;
        lock (_lock)
        {
            var further = instant - Now();
            if (further <= TimeSpan.Zero) return false;
            Keep(_ahead + further);
            timers = [.. _timers];
        }
        foreach (var timer in timers) timer.Arm();
        Moved?.Invoke();
        return true;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new DemoTimer(this, callback, state);
        lock (_lock) _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    // Under the lock. A machine whose clock was set back goes on from where this one stood.
    private DateTimeOffset Now()
    {
        var now = _real.GetUtcNow() + _ahead;
        if (now >= _last) return _last = now;
        _ahead += _last - now;
        try
        {
            Keep(_ahead);
        }
        catch (Exception full) when (DiskWatch.IsFull(full))
        {
            // A full disk: it is kept with the next jump.
        }
        return _last;
    }

    // Beside, then in its place: cut off while it was being written, the old distance would be lost and the clock would fall back.
    private void Keep(TimeSpan ahead)
    {
        _ahead = ahead;
        if (_file is null) return;
        File.WriteAllText(_file + ".new", ahead.ToString("c", CultureInfo.InvariantCulture));
        File.Move(_file + ".new", _file, overwrite: true);
    }

    private sealed class DemoTimer : ITimer
    {
        // The longest wait a system timer takes.
        private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

        private readonly DemoClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly ITimer _real;
        private readonly Lock _lock = new();
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public DemoTimer(DemoClock clock, TimerCallback callback, object? state)
        {
            (_clock, _callback, _state) = (clock, callback, state);
            _real = System.CreateTimer(static timer => ((DemoTimer)timer!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_lock)
            {
                _period = period;
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;
            }
            return Arm();
        }

        public bool Arm()
        {
            lock (_lock)
            {
                if (_due is null) return _real.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                var wait = _due.Value - _clock.GetUtcNow();
                return _real.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait, Timeout.InfiniteTimeSpan);
            }
        }

        public void Dispose()
        {
            lock (_clock._lock) _clock._timers.Remove(this);
            _real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Tick()
        {
            lock (_lock)
            {
                if (_due is null) return;
                if (_due > _clock.GetUtcNow())
                {
                    Arm();
                    return;
                }
                _due = _period > TimeSpan.Zero ? _clock.GetUtcNow() + _period : null;
            }
            _callback(_state);
            Arm();
        }
    }
}
