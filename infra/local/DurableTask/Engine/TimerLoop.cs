using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Engine;

/// <summary>Fires durable timers when their time comes on the engine's clock, however that clock moves.</summary>
internal sealed class TimerLoop(OrchestrationStore store, TimeProvider clock, Action<Effects> apply, ILogger log)
{
    // Timers of the platform reach some 49 days at most; a look once a day costs nothing.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim signal = new(0, 1);
    private readonly SemaphoreSlim firing = new(1);

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
            try
            {
                await FireDueAsync();
                await using var alarm = store.NextTimer() is { } next
                    ? clock.CreateTimer(_ => Wake(), null, WaitUntil(next), Timeout.InfiniteTimeSpan)
                    : null;
                await signal.WaitAsync(stopping);
            }
            catch (SqliteException trouble)
            {
                log.LogCritical("Timers could not be fired; trying again: {Trouble}", trouble.Message);
                await Task.Delay(Dispatch.PauseAfterTrouble, stopping);
            }
        }
    }

    /// <summary>Fires what is due now. Safe to call from anywhere.</summary>
    public async Task FireDueAsync()
    {
        await firing.WaitAsync();
        try
        {
            var now = clock.GetUtcNow();
            while (store.NextTimer() is { } next && next <= now) apply(await store.FireTimersAsync(now));
        }
        finally
        {
            firing.Release();
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
