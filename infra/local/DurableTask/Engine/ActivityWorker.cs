using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Engine;

/// <summary>Runs one activity and hands in its result. One cut short by the engine's end leaves no trace and runs again.</summary>
internal sealed class ActivityWorker(
    OrchestrationStore store,
    IReadOnlyDictionary<string, Func<ActivityInvocation, CancellationToken, Task<object?>>> activities,
    DataConverter converter, ILogger log)
{
    public async Task<Effects> RunAsync(long sequence, CancellationToken stopping)
    {
        if (store.FindActivity(sequence) is not { } activity) return new();

        return await HandInAsync(activity, await ResultAsync(activity, stopping), stopping);
    }

    /// <returns><c>null</c>: cut short.</returns>
    private async Task<HistoryEvent?> ResultAsync(ActivityRow activity, CancellationToken stopping)
    {
        using var span = Tracing.Acting(activity.Name, activity.Instance, activity.Task, activity.Trace);
        try
        {
            var run = activities.GetValueOrDefault(activity.Name) ?? throw new UnknownTaskException("activity", activity.Name);
            Context context = new(activity.Name, activity.Instance);
            var output = converter.Serialize(await run(new(context, activity.Input), stopping));
            return new(EventKind.ActivityCompleted, activity.Task, activity.Name, output);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure)
        {
            span?.SetStatus(ActivityStatusCode.Error, failure.Message);
            log.LogWarning(failure, "Activity {Activity} of {Instance} failed", activity.Name, activity.Instance);
            var details = FailureText.Write(TaskFailureDetails.FromException(failure));
            return new(EventKind.ActivityFailed, activity.Task, activity.Name, details);
        }
    }

    // What an activity has done is not done again for want of room on the disk: its result is kept until it can be written.
    private async Task<Effects> HandInAsync(ActivityRow activity, HistoryEvent? result, CancellationToken stopping)
    {
        while (result is not null)
        {
            try
            {
                return await store.FinishAsync(activity, result);
            }
            catch (SqliteException trouble)
            {
                log.LogCritical("The result of activity {Activity} of {Instance} could not be stored; trying again: {Trouble}", activity.Name, activity.Instance, trouble.Message);
                await Task.Delay(Dispatch.PauseAfterTrouble, stopping);
            }
        }

        return new();
    }

    private sealed class Context(string name, string instance) : TaskActivityContext
    {
        public override TaskName Name => name;

        public override string InstanceId => instance;
    }
}
