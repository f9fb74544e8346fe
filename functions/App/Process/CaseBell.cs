using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace OneVisit.Functions.Process;

/// <summary>
/// Tells the process of a case that something was journalled. What is journalled has happened, so a bell that cannot be rung fails
/// nobody's request: the reconciliation finds the case within minutes.
/// </summary>
public sealed class CaseBell(ILogger<CaseBell> logger)
{
    /// <summary>A task was done: the process may go on.</summary>
    public Task TaskDoneAsync(DurableTaskClient process, string caseId, string taskId, int version, CancellationToken cancellation) =>
        RingAsync(process, caseId, ProcessEvents.Done(caseId, taskId), version, cancellation);

    /// <summary>Something else about the case changed.</summary>
    public Task ChangedAsync(DurableTaskClient process, string caseId, int version, CancellationToken cancellation) =>
        RingAsync(process, caseId, ProcessEvents.Changed(caseId), version, cancellation);

    private async Task RingAsync(DurableTaskClient process, string caseId, string eventName, int version, CancellationToken cancellation)
    {
        try
        {
            // A process that is not under way reads the journal when it starts, so starting it tells it everything.
            if (await process.IsUnderWayAsync(caseId, cancellation))
                await process.RaiseEventAsync(caseId, eventName, version, cancellation);
            else
                await process.EnsureRunningAsync(caseId, cancellation);
        }
        catch (Exception trouble)
        {
            logger.LogWarning(trouble, "The process of {CaseId} could not be told; the reconciliation will", caseId);
        }
    }
}
