using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Engine;

/// <summary>Takes one step of one instance: reads its inbox, replays it, writes what came of it.</summary>
internal sealed class OrchestrationWorker(
    OrchestrationStore store, IReadOnlyDictionary<string, Func<TaskOrchestrationContext, Task<object?>>> orchestrators,
    DataConverter converter, DurableTaskEngineOptions options)
{
    private readonly ILogger log = options.LoggerFactory.CreateLogger<DurableTaskEngine>();

    public async Task<Effects> TakeStepAsync(string id)
    {
        if (store.Load(id) is not { Instance.IsFinal: false } loaded) return await store.DiscardAsync(id);

        var (instance, history, messages) = loaded;
        var inbox = Inbox.Sort(instance, messages);
        var step = inbox switch
        {
            { Terminate: { } order } => Terminated(instance, history, order),
            { News.Count: > 0 } when !options.Versioning.Carries(instance.Version) => OfAnotherVersion(instance, history, inbox),
            { News.Count: > 0 } => Lived(instance, history, inbox),
            { Consumed.Count: > 0 } => Unlived(instance, history, inbox),
            _ => null,
        };
        if (step is null) return new Effects();

        var effects = await store.CommitAsync(step);
        foreach (var (target, name) in effects.Dropped)
            log.LogWarning("Event {Event} from {Instance} dropped: orchestration {Target} is not there or has finished", name, id, target);
        if (step.Outcome.Ending is Ending.Failed failed)
            log.LogError("Orchestration {Name} {Instance} failed: {Failure}", instance.Name, id, failed.Failure);
        return effects;
    }

    /// <returns><c>null</c>: it waits for a program that knows it.</returns>
    private Step? OfAnotherVersion(InstanceRow instance, List<HistoryEvent> history, Inbox inbox)
    {
        var message = $"Orchestration {instance.Name} {instance.Id} is of version '{instance.Version}'; this program carries '{options.Versioning.DefaultVersion}' ({options.Versioning.Match}).";
        if (options.Versioning.OnMismatch == VersionMismatch.Fail)
            return new(instance, false, history.Count, [], inbox.Consumed, Nothing(instance, new Ending.Failed(new("VersionMismatch", message, null, null, null))), options.Clock.GetUtcNow());
        log.LogWarning("{Message} It waits.", message);
        return null;
    }

    private Step Lived(InstanceRow instance, List<HistoryEvent> history, Inbox inbox)
    {
        var now = StepTime(history);
        var first = history.TrueForAll(happened => happened.Kind != EventKind.StepStarted);
        using var span = first ? Tracing.Orchestrating(instance.Name, instance.Id, instance.Trace) : null;
        if (span is not null) instance = instance with { Trace = span.Id };

        HistoryEvent[] news =
        [
            new(EventKind.StepStarted, At: now.UtcTicks),
            .. inbox.News.Where(happened => happened.Kind != EventKind.Start),
        ];
        return new(instance, inbox.Suspended, history.Count, news, inbox.Consumed, Run(instance, history, news), now);
    }

    private StepOutcome Run(InstanceRow instance, List<HistoryEvent> history, HistoryEvent[] news)
    {
        using var watch = TimeProvider.System.CreateTimer(_ => ReportSlow(instance), null, options.LongestStep, Timeout.InfiniteTimeSpan);
        if (orchestrators.TryGetValue(instance.Name, out var run))
            return new Execution(instance, run, converter, options).Step(history, news);

        var failure = TaskFailureDetails.FromException(new UnknownTaskException("orchestrator", instance.Name));
        return new([], new HashSet<int>(), instance.CustomStatus, new Ending.Failed(failure));
    }

    private void ReportSlow(InstanceRow instance) => log.LogError(
        "Orchestrator {Name} of {Instance} has been deciding its next step for {Seconds:0.#} s: it blocks, computes or does I/O; that belongs into an activity",
        instance.Name, instance.Id, options.LongestStep.TotalSeconds);

    private Step Unlived(InstanceRow instance, List<HistoryEvent> history, Inbox inbox) =>
        new(instance, inbox.Suspended, history.Count, [], inbox.Consumed, Nothing(instance, null), options.Clock.GetUtcNow());

    private Step Terminated(InstanceRow instance, List<HistoryEvent> history, HistoryEvent order) => new(
        instance, false, history.Count, [], [],
        Nothing(instance, new Ending.Terminated(order.Data, order.Task == 1)), options.Clock.GetUtcNow());

    private static StepOutcome Nothing(InstanceRow instance, Ending? ending) =>
        new([], new HashSet<int>(), instance.CustomStatus, ending);

    /// <summary>Now, but never before the step before: a clock set back does not turn a history round.</summary>
    private DateTimeOffset StepTime(List<HistoryEvent> history)
    {
        var now = options.Clock.GetUtcNow().UtcTicks;
        var last = history.FindLast(happened => happened.Kind == EventKind.StepStarted)?.At ?? 0;
        return new(Math.Max(now, last), TimeSpan.Zero);
    }
}
