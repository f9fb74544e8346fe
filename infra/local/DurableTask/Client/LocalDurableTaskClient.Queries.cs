using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Client;

/// <summary>Looking at instances, and waiting for them.</summary>
internal sealed partial class LocalDurableTaskClient
{
    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(store.Find(instanceId) is { } row ? Describe(row, getInputsAndOutputs) : null);
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        var query = filter ?? new();
        return Pageable.Create((token, size, _) =>
        {
            var limit = size ?? query.PageSize;
            var rows = store.List(query, token ?? query.ContinuationToken, limit);
            var next = rows.Count == limit ? rows[^1].Id : null;
            return Task.FromResult(new Page<OrchestrationMetadata>(
                [.. rows.Select(row => Describe(row, query.FetchInputsAndOutputs))], next));
        });
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitFor(instanceId, row => row.Status != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitFor(instanceId, row => row.IsFinal, getInputsAndOutputs, cancellation);

    private async Task<OrchestrationMetadata> WaitFor(
        string instance, Func<InstanceRow, bool> awaited, bool getInputsAndOutputs, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instance);
        while (true)
        {
            var change = dispatch.Changes.Next(instance);
            if (store.Find(instance) is { } row && awaited(row)) return Describe(row, getInputsAndOutputs);
            await change.WaitAsync(cancellation);
        }
    }

    private OrchestrationMetadata Describe(InstanceRow row, bool getInputsAndOutputs) => new(row.Name, row.Id)
    {
        CreatedAt = row.Created,
        LastUpdatedAt = row.Updated,
        RuntimeStatus = row.Status,
        SerializedInput = getInputsAndOutputs ? row.Input : null,
        SerializedOutput = getInputsAndOutputs ? row.Output : null,
        SerializedCustomStatus = getInputsAndOutputs ? row.CustomStatus : null,
        FailureDetails = getInputsAndOutputs ? row.Failure : null,
        DataConverter = getInputsAndOutputs ? converter : null,
    };
}
