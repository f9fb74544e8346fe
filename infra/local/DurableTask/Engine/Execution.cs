using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Engine;

/// <summary>
/// One execution of an orchestrator, rebuilt from its history for a single step and then thrown away. Between steps nothing of it is in memory.
/// </summary>
internal sealed class Execution
{
    private readonly Func<TaskOrchestrationContext, Task<object?>> run;
    private readonly DataConverter converter;
    private readonly OrchestratorThread thread;
    private readonly ReplayedContext context;
    private Task<object?>? main;

    public Execution(
        InstanceRow instance, Func<TaskOrchestrationContext, Task<object?>> run, DataConverter converter, DurableTaskEngineOptions options)
    {
        this.run = run;
        this.converter = converter;
        thread = new(() => options.LoggerFactory.CreateLogger<DurableTaskEngine>().LogError(
            "Orchestrator {Name} of {Instance} awaits something that its context did not give it; what came of that is lost", instance.Name, instance.Id));
        context = new(instance, options.Versioning.DefaultVersion, thread, converter, options.LoggerFactory);
    }

    /// <summary>Names of the events that somebody waits for, after a step.</summary>
    public IReadOnlyList<string> Awaits => context.Events.Awaited;

    /// <summary>Repeats <paramref name="history"/>, then lives through <paramref name="news"/>.</summary>
    public StepOutcome Step(IReadOnlyList<HistoryEvent> history, IReadOnlyList<HistoryEvent> news)
    {
        try
        {
            context.Replaying = true;
            thread.Run(() => Apply(history));
            context.Replaying = false;
            thread.Run(() => Apply(news));
        }
        catch (NonDeterministicOrchestrationException mismatch)
        {
            return new([], context.Orders.CancelledTimers, context.CustomStatus, Failed(mismatch));
        }

        return new(context.Orders.New, context.Orders.CancelledTimers, context.CustomStatus, EndingNow());
    }

    private void Apply(IReadOnlyList<HistoryEvent> events)
    {
        foreach (var happened in events) Apply(happened);
    }

    private void Apply(HistoryEvent happened)
    {
        switch (happened.Kind)
        {
            case EventKind.StepStarted:
                context.Now = new DateTime(happened.At, DateTimeKind.Utc);
                main ??= Begin();
                break;
            case EventKind.EventRaised:
                context.Events.Raise(happened.Name!, happened.Data);
                break;
            case EventKind.ActivityCompleted or EventKind.SubOrchestrationCompleted or EventKind.TimerFired:
                context.Orders.Complete(happened.Task, happened.Data);
                break;
            case EventKind.ActivityFailed or EventKind.SubOrchestrationFailed:
                context.Orders.Fail(happened.Task, FailureText.Read(happened.Data)!);
                break;
            default:
                context.Orders.Confirm(happened);
                break;
        }
    }

    private async Task<object?> Begin() => await run(context);

    private Ending? EndingNow() => main switch
    {
        { IsCompletedSuccessfully: true } => context.ContinuedAsNew() ?? Returned(main.Result),
        { IsFaulted: true } => Failed(main.Exception.InnerException!),
        { IsCanceled: true } => Failed(new TaskCanceledException(main)),
        _ when WaitsForNothingDurable() => Failed(new InvalidOperationException(
            "The orchestrator awaits something that its context did not give it; it could never be replayed.")),
        _ => null,
    };

    private Ending Returned(object? result)
    {
        try
        {
            return new Ending.Completed(converter.Serialize(result));
        }
        catch (Exception unwritable)
        {
            return Failed(unwritable);
        }
    }

    private bool WaitsForNothingDurable() =>
        main is not null && (thread.Strayed || (!context.Orders.AnyOpen && !context.Events.AnyoneWaiting));

    private static Ending.Failed Failed(Exception exception) => new(TaskFailureDetails.FromException(exception));
}
