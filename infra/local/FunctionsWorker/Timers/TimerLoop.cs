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

    public void Wake() => woken.Release();

    /// <param name="from">When the host started: runs count from here.</param>
    public async Task RunAsync(DateTimeOffset from, CancellationToken stopping)
    {
        try
        {
            await RunUntilStoppedAsync(from, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host is going down.
        }
    }

    private async Task RunUntilStoppedAsync(DateTimeOffset from, CancellationToken stopping)
    {
        var due = Missed(from);
        if (due is null && trigger.RunOnStartup)
            await InvokeAsync(isPastDue: false, stopping);
        due ??= schedule.After(from);
        while (due is { } next)
        {
            await WaitUntilAsync(next, stopping);
            // The next run counts from the start of this one: a clock that jumps meanwhile is noticed.
            var started = clock.GetUtcNow();
            await InvokeAsync(isPastDue: started - next > OnTime, stopping);
            due = schedule.After(started);
        }
    }

    private DateTimeOffset? Missed(DateTimeOffset from) =>
        trigger.UseMonitor && statuses.Of(function.Name) is { } status && status.Next < from.UtcDateTime
            ? new DateTimeOffset(DateTime.SpecifyKind(status.Next, DateTimeKind.Utc))
            : null;

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
        var info = new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = trigger.UseMonitor ? statuses.Of(function.Name) ?? new() : null };
        try
        {
            await pipeline.InvokeAsync(function, NoData, context => context.Features.Set(info), stopping);
        }
        catch (Exception trouble) when (!stopping.IsCancellationRequested)
        {
            // As in the host: a failed run is reported, the schedule goes on.
            logger.LogError(trouble, "Timer function {Function} failed", function.Name);
        }

        if (trigger.UseMonitor)
            Remember();
    }

    private void Remember()
    {
        var now = clock.GetUtcNow();
        statuses.Put(function.Name, new() { Last = now.UtcDateTime, Next = (schedule.After(now) ?? DateTimeOffset.MaxValue).UtcDateTime, LastUpdated = now.UtcDateTime });
    }
}
