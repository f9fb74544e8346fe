using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Engine;

/// <summary>Hands instances and activities to a bounded number of workers, and what they bring about to whom it concerns.</summary>
internal sealed class Dispatch
{
    public static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(1);

    private readonly BusyCount busy = new();
    private readonly ReadyInstances ready;
    private readonly Channel<long> activities = Channel.CreateUnbounded<long>();
    private readonly Action timersChanged;
    private readonly ILogger log;

    public Dispatch(Action timersChanged, ILogger log)
    {
        this.timersChanged = timersChanged;
        this.log = log;
        ready = new(busy);
    }

    /// <summary>Completes when nothing is queued or running.</summary>
    public Task Idle => busy.Idle;

    public InstanceChanges Changes { get; } = new();

    /// <summary>Acts on what a transaction has changed, once it is committed.</summary>
    public void Apply(Effects effects)
    {
        foreach (var instance in effects.Ready) ready.Add(instance);
        foreach (var sequence in effects.Activities) Enqueue(sequence);
        foreach (var instance in effects.Changed) Changes.Announce(instance);
        if (effects.Timers) timersChanged();
    }

    /// <summary>Takes steps, one after the other, until stopped.</summary>
    public async Task RunOrchestrations(OrchestrationWorker worker, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var instance = await ready.TakeAsync(stopping);
            try
            {
                Apply(await worker.TakeStepAsync(instance));
            }
            catch (Exception trouble)
            {
                log.LogCritical(trouble, "A step of orchestration {Instance} could not be taken; trying again", instance);
                await Task.Delay(PauseAfterTrouble, stopping);
                ready.Add(instance);
            }
            finally
            {
                ready.Done(instance);
            }
        }
    }

    /// <summary>Runs activities, one after the other, until stopped; <paramref name="aborting"/> cuts the running one short.</summary>
    public async Task RunActivities(ActivityWorker worker, CancellationToken stopping, CancellationToken aborting)
    {
        while (!stopping.IsCancellationRequested)
        {
            var sequence = await activities.Reader.ReadAsync(stopping);
            try
            {
                Apply(await worker.RunAsync(sequence, aborting));
            }
            catch (Exception trouble) when (!aborting.IsCancellationRequested)
            {
                log.LogCritical(trouble, "An activity could not be begun; trying again");
                await Task.Delay(PauseAfterTrouble, stopping);
                Enqueue(sequence);
            }
            finally
            {
                busy.Leave();
            }
        }
    }

    private void Enqueue(long sequence)
    {
        busy.Enter();
        activities.Writer.TryWrite(sequence);
    }
}
