using Grpc.Core;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.Host.Runtime;

/// <summary>Orchestrations for the operator: found, shown and steered.</summary>
public sealed class InstanceDesk(LocalCity city)
{
    private const int PageSize = 20;
    private const int MostBars = 200;
    private const int LongestAge = 24 * 365 * 100;

    // Long enough for an order to be followed before the page looks again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private DurableTaskClient Client => city.BackOffice.Engine.Client;

    /// <param name="olderThan">Made at least so many hours ago.</param>
    /// <param name="after">The <c>next</c> of the page before.</param>
    public async Task<object> ListAsync(string? status, string? prefix, int? olderThan, string? after, CancellationToken ct)
    {
        OrchestrationQuery query = new(
            CreatedTo: olderThan is { } hours ? city.Clock.GetUtcNow().AddHours(-Math.Clamp(hours, 0, LongestAge)) : null,
            Statuses: Enum.TryParse<OrchestrationRuntimeStatus>(status, out var wanted) ? [wanted] : null,
            InstanceIdPrefix: string.IsNullOrWhiteSpace(prefix) ? null : prefix.Trim(), PageSize: PageSize, ContinuationToken: after);
        await foreach (var page in Client.GetAllInstancesAsync(query).AsPages().WithCancellation(ct))
            return new { items = page.Values.Select(Line), next = page.ContinuationToken };
        return new { items = Array.Empty<object>(), next = (string?)null };
    }

    public async Task<object?> ShowAsync(string id, CancellationToken ct)
    {
        if (await Client.GetInstanceAsync(id, getInputsAndOutputs: true, ct) is not { } instance) return null;

        var inspector = city.BackOffice.Inspector;
        var bars = new HistoryChart(inspector.History(id), inspector.Timers(id), instance.IsCompleted ? instance.LastUpdatedAt : null).Bars();
        return new
        {
            instance = Line(instance),
            now = city.Clock.GetUtcNow(),
            finished = instance.IsCompleted,
            input = Masking.Json(instance.SerializedInput),
            output = Masking.Json(instance.SerializedOutput),
            customStatus = Masking.Json(instance.SerializedCustomStatus),
            failure = instance.FailureDetails is { } failure ? Masking.Text(failure.ToString()) : null,
            bars = bars.Take(MostBars),
            more = Math.Max(0, bars.Count - MostBars),
        };
    }

    /// <returns><c>null</c>: there is no such instance. <c>false</c>: it is in no state for that.</returns>
    public async Task<bool?> OrderAsync(string id, InstanceOrder order, CancellationToken ct)
    {
        if (await Client.GetInstanceAsync(id, ct) is null) return null;
        try
        {
            var done = await FollowAsync(id, order, ct);
            await city.SettleAsync(Patience, ct);
            return done;
        }
        catch (Exception refused) when (refused is RpcException or InvalidOperationException)
        {
            return false;
        }
    }

    private async Task<bool> FollowAsync(string id, InstanceOrder order, CancellationToken ct)
    {
        switch (order)
        {
            case InstanceOrder.Terminate:
                await Client.TerminateInstanceAsync(id, (object)"operator", ct);
                return true;
            case InstanceOrder.Suspend:
                await Client.SuspendInstanceAsync(id, "operator", ct);
                return true;
            case InstanceOrder.Resume:
                await Client.ResumeInstanceAsync(id, "operator", ct);
                return true;
            case InstanceOrder.Rewind:
                await Client.RewindInstanceAsync(id, "operator", ct);
                return true;
            case InstanceOrder.Purge:
                return (await Client.PurgeInstanceAsync(id, ct)).PurgedInstanceCount > 0;
            default:
                throw new ArgumentOutOfRangeException(nameof(order), order, null);
        }
    }

    private static object Line(OrchestrationMetadata instance) => new
    {
        id = instance.InstanceId,
        name = instance.Name,
        status = instance.RuntimeStatus.ToString(),
        created = instance.CreatedAt,
        updated = instance.LastUpdatedAt,
    };
}

/// <summary>What the operator may want of an instance.</summary>
public enum InstanceOrder
{
    Terminate,
    Suspend,
    Resume,

    /// <summary>Takes a failed one back to before its failure.</summary>
    Rewind,

    Purge,
}
