using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace OneVisit.Local.DurableTask.Client;

/// <summary>Starting over, and going back to before a failure.</summary>
internal sealed partial class LocalDurableTaskClient
{
    public override async Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var before = store.Find(instanceId) ?? throw Unknown(instanceId);
        if (!before.IsFinal && !restartWithNewInstanceId)
            throw new InvalidOperationException($"The orchestration {instanceId} is {before.Status}: it cannot be replaced before it has ended.");

        StartOrchestrationOptions options = new(restartWithNewInstanceId ? null : instanceId) { Version = before.Version };
        return await StartAsync(before.Name, before.Input, options, cancellation);
    }

    public override async Task RewindInstanceAsync(string instanceId, string reason, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        var (found, effects) = await store.RewindAsync(instanceId, clock.GetUtcNow());
        if (found is null) throw Unknown(instanceId);
        if (found != OrchestrationRuntimeStatus.Failed)
            throw new InvalidOperationException($"The orchestration {instanceId} is {found}; only a failed one can be rewound.");
        log.LogWarning("Orchestration {Instance} is taken back to before its failure: {Reason}", instanceId, reason);
        dispatch.Apply(effects);
    }

    private static ArgumentException Unknown(string instance) => new($"There is no orchestration {instance}.", nameof(instance));
}
