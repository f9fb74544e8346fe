using System.Diagnostics;
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

        using var span = Tracing.Acting(activity.Name, activity.Instance, activity.Task, activity.Trace);
        try
        {
            var run = activities.GetValueOrDefault(activity.Name) ?? throw new UnknownTaskException("activity", activity.Name);
            Context context = new(activity.Name, activity.Instance);
            var output = converter.Serialize(await run(new(context, activity.Input), stopping));
            return store.Finish(activity, new(EventKind.ActivityCompleted, activity.Task, activity.Name, output));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return new();
        }
        catch (Exception failure) when (failure is not Microsoft.Data.Sqlite.SqliteException)
        {
            span?.SetStatus(ActivityStatusCode.Error, failure.Message);
            log.LogWarning(failure, "Activity {Activity} of {Instance} failed", activity.Name, activity.Instance);
            var details = FailureText.Write(TaskFailureDetails.FromException(failure));
            return store.Finish(activity, new(EventKind.ActivityFailed, activity.Task, activity.Name, details));
        }
    }

    private sealed class Context(string name, string instance) : TaskActivityContext
    {
        public override TaskName Name => name;

        public override string InstanceId => instance;
    }
}
