using Microsoft.DurableTask;

namespace OneVisit.Functions.Process;

/// <summary>How patient the process is with its activities.</summary>
internal static class Retry
{
    /// <summary>
    /// Twenty tries with 1, 2, 4, 8 and then 15 seconds between them: 15 + 15 × 15 s, four minutes altogether. What is still down
    /// then makes the run fail, and the reconciliation starts it again from the journal.
    /// </summary>
    public static TaskOptions Patiently { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 20, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromSeconds(15)));
}
