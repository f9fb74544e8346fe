using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging;
using OneVisit.Local.DurableTask.Client;
using OneVisit.Local.DurableTask.Engine;
using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask;

/// <summary>
/// Runs orchestrations on this machine, with the semantics of Durable Functions: event-sourced histories in one SQLite file, replay,
/// activities at least once, durable timers on a clock that may be moved. What was going on when the process died goes on at the next start.
/// </summary>
public sealed class DurableTaskEngine : IAsyncDisposable
{
    // Orchestrations, and as many activities beside them.
    private const int AtOnce = 16;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly DurableTaskEngineOptions options;
    private readonly ILogger log;
    private readonly OrchestrationStore store;
    private readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Func<ActivityInvocation, CancellationToken, Task<object?>>> activities = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dispatch dispatch;
    private readonly TimerLoop timers;
    private readonly OrchestrationWorker orchestrationWorker;
    private readonly ActivityWorker activityWorker;
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource aborting = new();
    private Task[] loops = [];
    private bool disposed;

    /// <exception cref="IOException">Another engine uses the same file.</exception>
    public DurableTaskEngine(DurableTaskEngineOptions options)
    {
        this.options = options;
        log = options.LoggerFactory.CreateLogger<DurableTaskEngine>();
        JsonDataConverter converter = options.Json is { } json ? new(json) : JsonDataConverter.Default;
        store = new(options.DatabasePath);
        dispatch = new(Wake, log);
        timers = new(store, options.Clock, dispatch.Apply, log);
        orchestrationWorker = new(store, orchestrators, converter, options);
        activityWorker = new(store, activities, converter, log);
        Client = new LocalDurableTaskClient(store, orchestrators, converter, dispatch, options.Clock, options.Versioning, log);
    }

    public DurableTaskClient Client { get; }

    /// <summary>Call before <see cref="StartAsync"/>. Names are compared without regard to case.</summary>
    public void AddOrchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> run) => orchestrators.Add(name, run);

    /// <inheritdoc cref="AddOrchestrator"/>
    public void AddActivity(string name, Func<ActivityInvocation, CancellationToken, Task<object?>> run) => activities.Add(name, run);

    /// <summary>Begins to work, first on what was left unfinished. Once only.</summary>
    public Task StartAsync(CancellationToken ct)
    {
        if (loops.Length > 0) throw new InvalidOperationException("The engine has been started before.");

        ct.ThrowIfCancellationRequested();
        dispatch.Apply(store.Unfinished());
        loops =
        [
            Loop(timers.RunAsync),
            .. Enumerable.Range(0, AtOnce)
                .Select(_ => Loop(stop => dispatch.RunOrchestrations(orchestrationWorker, stop))),
            .. Enumerable.Range(0, AtOnce)
                .Select(_ => Loop(stop => dispatch.RunActivities(activityWorker, stop, aborting.Token))),
        ];
        return Task.CompletedTask;
    }

    /// <summary>
    /// Takes no new work and waits for what is running. When <paramref name="ct"/> ends the patience, running activities are told to stop;
    /// they run again at the next start. One that does not listen within five seconds is left behind.
    /// </summary>
    public async Task StopAsync(CancellationToken ct)
    {
        if (disposed) return;

        await stopping.CancelAsync();
        var drained = Task.WhenAll(loops);
        try
        {
            await drained.WaitAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await aborting.CancelAsync();
            await drained.WaitAsync(Grace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!drained.IsCompleted) log.LogWarning("Stopped with activities still running: they do not listen to their cancellation token");
        }
    }

    /// <summary>Tells the engine that its clock has been moved.</summary>
    public void Wake() => timers.Wake();

    /// <summary>When the earliest durable timer is due; <c>null</c> if none is set.</summary>
    public Task<DateTimeOffset?> NextTimerAsync(CancellationToken ct) => Task.FromResult(store.NextTimer());

    /// <summary>Completes when nothing is queued, running or due. Timers of the future do not count, nor does what waits for events.</summary>
    public async Task WhenIdleAsync(CancellationToken ct)
    {
        while (true)
        {
            await timers.FireDueAsync();
            var idle = dispatch.Idle;
            if (idle.IsCompleted) return;
            await idle.WaitAsync(ct);
        }
    }

    /// <summary>Stops without patience and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed) return;

        await StopAsync(new CancellationToken(canceled: true));
        disposed = true;
        store.Dispose();
        stopping.Dispose();
    }

    private Task Loop(Func<CancellationToken, Task> work) => Task.Run(async () =>
    {
        try
        {
            await work(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    });
}
