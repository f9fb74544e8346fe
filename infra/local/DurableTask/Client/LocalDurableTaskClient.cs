using System.Diagnostics;
using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Local.DurableTask.Engine;
using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Client;

/// <summary>
/// The client of an engine in this process. Refuses what the Functions host refuses, in the same way: an instance id that is still in use
/// (<see cref="OrchestrationAlreadyExistsException"/>; a finished instance is replaced), an orchestrator it does not know, orders to an instance that
/// has finished. An event for an id that nobody has is dropped.
/// </summary>
internal sealed partial class LocalDurableTaskClient(
    OrchestrationStore store, IReadOnlyDictionary<string, Func<TaskOrchestrationContext, Task<object?>>> orchestrators,
    DataConverter converter, Dispatch dispatch, TimeProvider clock, OrchestrationVersioning versioning, ILogger log)
    : DurableTaskClient("local")
{
    private const int LongestInstanceId = 100;

    private static readonly OrchestrationRuntimeStatus[] StillGoing =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    // So that a large purge does not keep everybody else from writing.
    private const int PurgedAtOnce = 200;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default) =>
        StartAsync(orchestratorName, converter.Serialize(input), options, cancellation);

    private async Task<string> StartAsync(TaskName orchestratorName, string? input, StartOrchestrationOptions? options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var id = string.IsNullOrEmpty(options?.InstanceId) ? Guid.NewGuid().ToString("N") : options.InstanceId;
        RefuseBadStart(orchestratorName, id);
        var replaceable = Replaceable(options?.DedupeStatuses);

        using var span = Tracing.Creating(orchestratorName.Name, id);
        var now = clock.GetUtcNow();
        InstanceRow instance = new(
            id, Guid.NewGuid().ToString("N"), orchestratorName.Name, OrchestrationRuntimeStatus.Pending, input,
            null, null, null, now, now, null, Activity.Current?.Id, options?.Version?.Version ?? versioning.DefaultVersion);
        var startAt = options?.StartAt is { } planned && planned > now ? planned : (DateTimeOffset?)null;
        dispatch.Apply(await store.CreateAsync(instance, startAt, replaceable) ?? throw new OrchestrationAlreadyExistsException(
            $"An Orchestration instance with the ID {id} already exists."));
        return id;
    }

    public override async Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        cancellation.ThrowIfCancellationRequested();

        var (found, effects) = await store.SendAsync(instanceId, new(EventKind.EventRaised, 0, eventName, converter.Serialize(eventPayload)));
        dispatch.Apply(effects);
        if (found is null) log.LogWarning("Event {Event} dropped: there is no orchestration {Instance}", eventName, instanceId);
        else if (effects.Ready.Count == 0) throw Refused(StatusCode.Unknown, $"Cannot raise an event for {instanceId}: it is {found}.");
    }

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var output = converter.Serialize(options?.Output);
        return Order(instanceId, new(EventKind.Terminate, options?.Recursive == true ? 1 : 0, null, output), _ => true, cancellation);
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Order(instanceId, new(EventKind.Suspend, 0, null, reason), row => row.Status != OrchestrationRuntimeStatus.Suspended, cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Order(instanceId, new(EventKind.Resume, 0, null, reason), row => row.Status == OrchestrationRuntimeStatus.Suspended, cancellation);

    public override Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return PurgeAsync([instanceId], options);
    }

    public override Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        OrchestrationQuery query = new(filter.CreatedFrom, filter.CreatedTo, filter.Statuses);
        return PurgeAsync([.. store.List(query, null, int.MaxValue).Where(row => row.IsFinal).Select(row => row.Id)], options);
    }

    private async Task<PurgeResult> PurgeAsync(IReadOnlyList<string> ids, PurgeInstanceOptions? options)
    {
        var purged = 0;
        foreach (var some in ids.Chunk(PurgedAtOnce))
        {
            var (count, effects) = await store.PurgeAsync(some, options?.Recursive == true);
            dispatch.Apply(effects);
            purged += count;
        }

        return new(purged);
    }

    private async Task Order(string instance, HistoryEvent order, Func<InstanceRow, bool> accepts, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instance);
        cancellation.ThrowIfCancellationRequested();
        var (found, effects) = await store.SendAsync(instance, order, accepts);
        dispatch.Apply(effects);
        if (effects.Ready.Count == 0)
            throw Refused(StatusCode.Unknown, $"Cannot {order.Kind} orchestration {instance}: it is {found?.ToString() ?? "not there"}.");
    }

    private static Func<InstanceRow, bool> Replaceable(IReadOnlyList<string>? dedupe)
    {
        if (dedupe is null) return there => there.IsFinal;

        var refusing = dedupe.Select(name => Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)
            ? status
            : throw new ArgumentException($"There is no orchestration status '{name}'.", nameof(dedupe))).ToHashSet();
        // One that goes on would be ended first, and then stand in the way as terminated.
        if (refusing.Contains(OrchestrationRuntimeStatus.Terminated) && !refusing.IsSupersetOf(StillGoing))
            throw new ArgumentException("Where terminated instances refuse the start, those still going must refuse it too.", nameof(dedupe));
        return there => !refusing.Contains(there.Status);
    }

    private void RefuseBadStart(TaskName orchestrator, string id)
    {
        var reason = id switch
        {
            ['@', ..] => "must not begin with @",
            { Length: > LongestInstanceId } => $"must not be longer than {LongestInstanceId} characters",
            _ when id.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)) => "must not contain /, \\, #, ? or control characters",
            _ => null,
        };
        if (reason is not null) throw Refused(StatusCode.Internal, $"An orchestration instance id {reason}.");
        if (orchestrator.Name is null || !orchestrators.ContainsKey(orchestrator.Name))
            throw Refused(StatusCode.Internal, new UnknownTaskException("orchestrator", orchestrator.Name ?? "").Message);
    }

    private static RpcException Refused(StatusCode code, string detail) => new(new Status(code, detail));
}
