using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using OneVisit.Local.DurableTask.Engine;

namespace OneVisit.Local.DurableTask.Store;

/// <summary>Writing a step: history, orders and the instance row in one transaction.</summary>
internal sealed partial class OrchestrationStore
{
    /// <summary>Writes the step, unless the instance was purged or replaced meanwhile.</summary>
    public Task<Effects> CommitAsync(Step step) => WriteAsync(() =>
    {
        Effects effects = new();
        var instance = step.Instance;
        if (FindBy(writer, instance.Id) is not { } there || there.Execution != instance.Execution) return effects;

        foreach (var sequence in step.Consumed) writer.Execute("DELETE FROM inbox WHERE sequence=$1", sequence);
        WriteHistory(step);
        foreach (var order in step.Outcome.Orders) Carry(effects, step, order);
        foreach (var timer in step.Outcome.CancelledTimers)
            writer.Execute("DELETE FROM timers WHERE instance=$1 AND task=$2", instance.Id, timer);

        Update(step);
        End(effects, step);
        effects.Changed.Add(instance.Id);
        return effects;
    });

    private void WriteHistory(Step step)
    {
        var sequence = step.HistoryLength;
        foreach (var happened in step.History) Append(step.Instance.Id, sequence++, happened);
        foreach (var order in step.Outcome.Orders) Append(step.Instance.Id, sequence++, order.Event);
    }

    private void Append(string instance, int sequence, HistoryEvent happened) => writer.Execute(
        "INSERT INTO history(instance,sequence,kind,task,name,data,at) VALUES($1,$2,$3,$4,$5,$6,$7)",
        instance, sequence, (int)happened.Kind, happened.Task, happened.Name, happened.Data, happened.At);

    private void Carry(Effects effects, Step step, Order order)
    {
        var (instance, ordered) = (step.Instance, order.Event);
        switch (ordered.Kind)
        {
            case EventKind.ActivityScheduled:
                effects.Activities.Add((long)writer.Scalar(
                    "INSERT INTO activities(instance,execution,task,name,input,trace) VALUES($1,$2,$3,$4,$5,$6) RETURNING sequence",
                    instance.Id, instance.Execution, ordered.Task, ordered.Name, order.Input, instance.Trace)!);
                break;
            case EventKind.TimerCreated when !step.Outcome.CancelledTimers.Contains(ordered.Task):
                SetTimer(effects, instance, ordered.Task, ordered.At);
                break;
            case EventKind.EventSent:
                if (FindBy(writer, ordered.Data!) is { IsFinal: false })
                    Deliver(effects, ordered.Data!, null, new(EventKind.EventRaised, 0, ordered.Name, order.Input));
                else effects.Dropped.Add((ordered.Data!, ordered.Name!));
                break;
            case EventKind.SubOrchestrationScheduled:
                CreateChild(effects, step, order);
                break;
        }
    }

    private void CreateChild(Effects effects, Step step, Order order)
    {
        var (parent, ordered) = (step.Instance, order.Event);
        InstanceRow child = new(
            ordered.Data!, Guid.NewGuid().ToString("N"), ordered.Name!, OrchestrationRuntimeStatus.Pending, order.Input, null, null, null,
            step.At, step.At, new(parent.Id, parent.Execution, parent.Name, ordered.Task), parent.Trace, order.Version);
        if (TryCreate(effects, child, null, there => there.IsFinal)) return;

        var failure = TaskFailureDetails.FromException(
            new InvalidOperationException($"An orchestration with the id '{child.Id}' is already there."));
        Deliver(
            effects, parent.Id, parent.Execution,
            new(EventKind.SubOrchestrationFailed, ordered.Task, ordered.Name, FailureText.Write(failure)));
    }

    private void Update(Step step)
    {
        var outcome = step.Outcome;
        var (status, output, failure) = outcome.Ending switch
        {
            Ending.Completed done => (OrchestrationRuntimeStatus.Completed, done.Output, null),
            // The real back ends show the message of a failure as output, too.
            Ending.Failed failed => (OrchestrationRuntimeStatus.Failed, failed.Failure.ErrorMessage, FailureText.Write(failed.Failure)),
            Ending.Terminated ended => (OrchestrationRuntimeStatus.Terminated, ended.Output, null),
            _ => (step.Suspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running, null, (string?)null),
        };
        writer.Execute(
            "UPDATE instances SET status=$2,output=$3,failure=$4,custom_status=$5,updated=$6,trace=$7 WHERE id=$1",
            step.Instance.Id, (int)status, output, failure, outcome.CustomStatus, step.At.UtcTicks, step.Instance.Trace);
    }

    private void End(Effects effects, Step step)
    {
        var instance = step.Instance;
        switch (step.Outcome.Ending)
        {
            case null:
                return;
            case Ending.ContinuedAsNew next:
                StartOver(effects, instance, next);
                return;
            case Ending.Terminated { Recursive: true } ended:
                foreach (var child in writer.Query("SELECT id FROM instances WHERE parent=$1", row => row.GetString(0), instance.Id))
                {
                    if (FindBy(writer, child) is { IsFinal: false })
                        Deliver(effects, child, null, new(EventKind.Terminate, 1, null, ended.Output));
                }

                break;
        }

        // Activities already ordered still run: what has been asked for is not taken back.
        writer.Execute("DELETE FROM timers WHERE instance=$1", instance.Id);
        writer.Execute("DELETE FROM inbox WHERE instance=$1", instance.Id);
        if (instance.Parent is { } parent) TellParent(effects, parent, step);
    }

    private void TellParent(Effects effects, ParentLink parent, Step step) => DeliverResult(
        effects, parent.Id, parent.Execution, step.Outcome.Ending switch
        {
            Ending.Completed done => new(EventKind.SubOrchestrationCompleted, parent.Task, step.Instance.Name, done.Output),
            Ending.Failed failed => new(
                EventKind.SubOrchestrationFailed, parent.Task, step.Instance.Name, FailureText.Write(failed.Failure)),
            _ => TerminatedChild(step.Instance, parent),
        });

    private static HistoryEvent TerminatedChild(InstanceRow child, ParentLink parent) => new(
        EventKind.SubOrchestrationFailed, parent.Task, child.Name,
        FailureText.Write(new("Terminated", $"The orchestration '{child.Id}' was terminated.", null, null, null)));

    private void StartOver(Effects effects, InstanceRow instance, Ending.ContinuedAsNew next)
    {
        var execution = Guid.NewGuid().ToString("N");
        writer.Execute("DELETE FROM history WHERE instance=$1", instance.Id);
        writer.Execute("DELETE FROM timers WHERE instance=$1", instance.Id);
        writer.Execute("UPDATE instances SET execution=$2,input=$3,version=$4 WHERE id=$1", instance.Id, execution, next.Input, next.Version);

        // Ahead of the first step: so they come before whatever else has arrived.
        for (var i = 0; i < next.Kept.Count; i++) Append(instance.Id, i, next.Kept[i]);
        Deliver(effects, instance.Id, execution, new(EventKind.Start));
    }
}
