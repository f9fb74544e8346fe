using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Engine;

/// <summary>Fires durable timers when their time comes on the engine's clock, however that clock moves.</summary>
internal sealed class TimerLoop(OrchestrationStore store, TimeProvider clock, Action<Effects> apply)
{
    // Timers of the platform reach some 49 days at most; a look once a day costs nothing.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim signal = new(0, 1);
    private readonly Lock firing = new();

    /// <summary>Look again: the clock moved, or a timer was set.</summary>
    public void Wake()
    {
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        while (true)
        {
            FireDue();
            await using var alarm = store.NextTimer() is { } next
                ? clock.CreateTimer(_ => Wake(), null, WaitUntil(next), Timeout.InfiniteTimeSpan)
                : null;
            await signal.WaitAsync(stopping);
        }
    }

    /// <summary>Fires what is due now. Safe to call from anywhere.</summary>
    public void FireDue()
    {
        lock (firing)
        {
            var now = clock.GetUtcNow();
            if (store.NextTimer() is { } next && next <= now) apply(store.FireTimers(now));
        }
    }

    private TimeSpan WaitUntil(DateTimeOffset next)
    {
        var wait = next - clock.GetUtcNow();
        if (wait <= TimeSpan.Zero) return TimeSpan.Zero;

        // Whole milliseconds, rounded up: waking a moment early would only mean waking twice.
        var whole = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        return whole < LongestWait ? whole : LongestWait;
    }
}
