using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OneVisit.Local.FunctionsWorker.Binding;
using OneVisit.Local.FunctionsWorker.Invocation;

namespace OneVisit.Local.FunctionsWorker.Timers;

/// <summary>The life of one timer function: wait, run, compute the next run.</summary>
internal sealed class TimerLoop(
    LocalFunction function, TimerTriggerAttribute trigger, TimerSchedule schedule, TimerStatusFile statuses, FunctionPipeline pipeline, TimeProvider clock, ILogger logger)
{
    private static readonly Dictionary<string, object?> NoData = [];
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan OnTime = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim woken = new(0);
    private DateTimeOffset? due;
    private bool isMonitored;
    private bool runsAtOnce;

    public void Wake() => woken.Release();

    /// <summary>Looks up what is due, before anything runs.</summary>
    /// <param name="from">When the host started: runs count from here.</param>
    public void Begin(DateTimeOffset from)
    {
        isMonitored = trigger.UseMonitor && !schedule.IsTooFrequentToRemember(from);
        due = isMonitored ? Expected(from) : schedule.After(from);
        // A run that was missed takes its place.
        runsAtOnce = trigger.RunOnStartup && !(due < from);
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await RunUntilStoppedAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host is going down.
        }
    }

    private async Task RunUntilStoppedAsync(CancellationToken stopping)
    {
        if (runsAtOnce)
            await InvokeAsync(isPastDue: false, stopping);
        while (due is { } next)
        {
            await WaitUntilAsync(next, stopping);
            // The next run counts from the start of this one: a clock that jumps meanwhile is noticed.
            var started = clock.GetUtcNow();
            await InvokeAsync(isPastDue: started - next > OnTime, stopping);
            due = schedule.After(started);
        }
    }

    // As the host keeps it: written at the very first start, so that even the first run may be missed; when the schedule itself has changed
    // since, the old one's runs are not made up for.
    private DateTimeOffset? Expected(DateTimeOffset from)
    {
        var known = statuses.Of(function.Name);
        var since = known is null ? from : Utc(known.Last == default ? known.LastUpdated : known.Last);
        var next = schedule.After(since);
        if (known is not null && known.Next == Next(next))
            return next;
        if (next < from)
            next = schedule.After(from);
        statuses.Put(function.Name, new() { Next = Next(next), LastUpdated = since.UtcDateTime });
        return next;
    }

    private async Task WaitUntilAsync(DateTimeOffset due, CancellationToken stopping)
    {
        while (due - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            using var alarm = clock.CreateTimer(_ => Wake(), null, left < LongestWait ? left : LongestWait, Timeout.InfiniteTimeSpan);
            await woken.WaitAsync(stopping);
        }
    }

    private async Task InvokeAsync(bool isPastDue, CancellationToken stopping)
    {
        var started = clock.GetUtcNow();
        var info = new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = isMonitored ? statuses.Of(function.Name) : null };
        try
        {
            await pipeline.InvokeAsync(function, NoData, context => context.Features.Set(info), stopping);
        }
        catch (Exception trouble) when (!stopping.IsCancellationRequested)
        {
            // As in the host: a failed run is reported, the schedule goes on.
            logger.LogError(trouble, "Timer function {Function} failed", function.Name);
        }

        if (isMonitored)
            statuses.Put(function.Name, new() { Last = started.UtcDateTime, Next = Next(schedule.After(started)), LastUpdated = clock.GetUtcNow().UtcDateTime });
    }

    private static DateTime Next(DateTimeOffset? run) => (run ?? DateTimeOffset.MaxValue).UtcDateTime;

    private static DateTimeOffset Utc(DateTime known) => new(DateTime.SpecifyKind(known, DateTimeKind.Utc));
}
