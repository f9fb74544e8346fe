using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace OneVisit.Functions.Process;

/// <summary>How the rest of the back office speaks to the process of a case.</summary>
internal static class ProcessControl
{
    /// <summary>Starts the process unless it is under way. Two callers at once are fine: one of them starts it.</summary>
    /// <param name="published">How far the case was published, if that is known; the process looks otherwise.</param>
    public static async Task EnsureRunningAsync(this DurableTaskClient client, string caseId, CancellationToken cancellation, Published? published = null)
    {
        if (await client.IsUnderWayAsync(caseId, cancellation))
            return;
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(CaseProcess), input: published, options: new StartOrchestrationOptions(InstanceId: caseId), cancellation: cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // What the extension throws for an id in use differs from version to version; what counts is whether it runs.
            if (!await client.IsUnderWayAsync(caseId, cancellation))
                throw;
        }
    }

    public static async Task<bool> IsUnderWayAsync(this DurableTaskClient client, string caseId, CancellationToken cancellation) =>
        await client.GetInstanceAsync(caseId, cancellation) is
        {
            RuntimeStatus: OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Suspended,
        };
}
