using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Engine;

/// <summary>The context an orchestrator gets here: asks become orders, answers come from the history.</summary>
internal sealed class ReplayedContext(
    InstanceRow instance, string defaultVersion, OrchestratorThread thread, DataConverter converter, ILoggerFactory loggers) : TaskOrchestrationContext
{
    private const int LongestCustomStatus = 16 * 1024 / sizeof(char);

    private readonly ExternalEvents events = new(converter);
    private int guids;
    private bool keepEvents;

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.Id;

    public override ParentOrchestrationInstance? Parent { get; } =
        instance.Parent is { } parent ? new(parent.Name, parent.Id) : null;

    public override string Version => instance.Version;

    public override DateTime CurrentUtcDateTime => Now;

    public override bool IsReplaying => Replaying;

    internal DateTime Now { get; set; }

    internal bool Replaying { get; set; }

    internal ExternalEvents Events => events;

    internal OrderBook Orders { get; } = new();

    internal string? CustomStatus { get; private set; }

    internal Ending.ContinuedAsNew? Next { get; private set; }

    protected override ILoggerFactory LoggerFactory => loggers;

    public override T? GetInput<T>()
        where T : default => converter.Deserialize<T>(instance.Input);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        thread.Require();
        RefuseOptionsAsInput(input, options);
        var data = converter.Serialize(input);
        return Retries.Run(this, options?.Retry, () => Place<TResult>(EventKind.ActivityScheduled, name.Name, null, data));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        thread.Require();
        RefuseOptionsAsInput(input, options);
        var chosen = options as SubOrchestrationOptions;
        var id = chosen?.InstanceId ?? NewGuid().ToString("N");
        var version = chosen?.Version?.Version ?? defaultVersion;
        var data = converter.Serialize(input);
        return Retries.Run(
            this, options?.Retry, () => Place<TResult>(EventKind.SubOrchestrationScheduled, orchestratorName.Name, id, data, version));
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        thread.Require();
        var due = fireAt.ToUniversalTime();
        var number = Orders.Next();
        OpenTask<object> open = new("timer", number, converter);
        Orders.Place(new(new(EventKind.TimerCreated, number, At: due.Ticks), null), open);
        cancellationToken.Register(() =>
        {
            if (open.Cancel(cancellationToken)) Orders.CancelTimer(number);
        });
        return open.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        thread.Require();
        return events.Wait<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        thread.Require();
        Orders.Place(
            new(new(EventKind.EventSent, Orders.Next(), eventName, instanceId), converter.Serialize(payload)), open: null);
    }

    public override void SetCustomStatus(object? customStatus)
    {
        thread.Require();
        var text = converter.Serialize(customStatus);
        if (text?.Length > LongestCustomStatus)
            throw new ArgumentException($"A custom status may be {LongestCustomStatus} characters of JSON long, not {text.Length}.", nameof(customStatus));
        CustomStatus = text;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        thread.Require();
        keepEvents = options.PreserveUnprocessedEvents;
        var version = string.IsNullOrWhiteSpace(options.NewVersion) ? instance.Version : options.NewVersion;
        Next = new(converter.Serialize(options.NewInput), version, []);
    }

    public override Guid NewGuid()
    {
        thread.Require();
        return ReplaySafeGuid.Create(InstanceId, CurrentUtcDateTime, guids++);
    }

    /// <summary>The ending asked for, with the events that pass over; known once the orchestrator has returned.</summary>
    internal Ending.ContinuedAsNew? ContinuedAsNew() =>
        Next is null ? null : Next with { Kept = keepEvents ? events.Kept() : [] };

    private Task<T> Place<T>(EventKind kind, string name, string? data, string? input, string version = "")
    {
        thread.Require();
        var number = Orders.Next();
        OpenTask<T> open = new(name, number, converter);
        Orders.Place(new(new(kind, number, name, data), input, version), open);
        return open.Task;
    }

    private static void RefuseOptionsAsInput(object? input, TaskOptions? options)
    {
        if (input is TaskOptions && options is null)
            throw new ArgumentException("TaskOptions were given as the input and no options: name the parameter that is meant.", nameof(input));
    }
}
