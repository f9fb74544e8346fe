using Microsoft.DurableTask;

namespace OneVisit.Local.DurableTask.Engine;

/// <summary>Tries a task again as its options say. Runs inside the orchestrator, so every wait is a durable timer.</summary>
internal static class Retries
{
    public static Task<T> Run<T>(TaskOrchestrationContext context, TaskRetryOptions? retry, Func<Task<T>> attempt) => retry switch
    {
        { Policy: { } policy } => ByPolicy(context, policy, attempt),
        { Handler: { } handler } => ByHandler(context, handler, attempt),
        _ => attempt(),
    };

    private static async Task<T> ByPolicy<T>(TaskOrchestrationContext context, RetryPolicy policy, Func<Task<T>> attempt)
    {
        var began = context.CurrentUtcDateTime;
        for (var made = 1; ; made++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException failed)
            {
                // Not an exception filter: what the policy's own judgement throws must come out.
                if (!MayRetry(failed, policy, made, context.CurrentUtcDateTime - began)) throw;
            }

            await context.CreateTimer(Pause(policy, made), CancellationToken.None);
        }
    }

    private static bool MayRetry(TaskFailedException failed, RetryPolicy policy, int made, TimeSpan elapsed) =>
        made < policy.MaxNumberOfAttempts
        && (policy.RetryTimeout == Timeout.InfiniteTimeSpan || elapsed < policy.RetryTimeout)
        && !UnknownTaskException.Is(failed.FailureDetails)
        && policy.Handle(failed);

    private static TimeSpan Pause(RetryPolicy policy, int made)
    {
        var grown = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, made - 1);
        return policy.MaxRetryInterval != Timeout.InfiniteTimeSpan && grown >= policy.MaxRetryInterval.TotalMilliseconds
            ? policy.MaxRetryInterval
            : TimeSpan.FromMilliseconds(grown);
    }

    private static async Task<T> ByHandler<T>(TaskOrchestrationContext context, AsyncRetryHandler handler, Func<Task<T>> attempt)
    {
        var began = context.CurrentUtcDateTime;
        for (var made = 1; ; made++)
        {
            TaskFailedException failure;
            try
            {
                return await attempt();
            }
            catch (TaskFailedException failed) when (!UnknownTaskException.Is(failed.FailureDetails))
            {
                failure = failed;
            }

            RetryContext asked = new(
                context, made, failure.FailureDetails, context.CurrentUtcDateTime - began, CancellationToken.None);
            if (!await handler(asked)) throw failure;
        }
    }
}
