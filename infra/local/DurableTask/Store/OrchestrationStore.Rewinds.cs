using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Store;

/// <summary>Taking a failed instance back to before its failure, with the sub-orchestrations that failed it.</summary>
internal sealed partial class OrchestrationStore
{
    /// <summary>Says in which state the instance was found; only a failed one is taken back.</summary>
    public Task<(OrchestrationRuntimeStatus? Found, Effects Effects)> RewindAsync(string id, DateTimeOffset now) => WriteAsync(() =>
    {
        Effects effects = new();
        var found = FindBy(writer, id);
        if (found?.Status == OrchestrationRuntimeStatus.Failed) Rewind(effects, found, now);
        return (found?.Status, effects);
    });

    private void Rewind(Effects effects, InstanceRow instance, DateTimeOffset now)
    {
        var healthy = Rewinding.Healthy(HistoryOf(writer, instance.Id));
        var again = Rewinding.Open(healthy);
        // Another execution: what the earlier one had ordered and comes in late is not wanted any more.
        var execution = Guid.NewGuid().ToString("N");
        again.RemoveWhere(order => order.Kind == EventKind.SubOrchestrationScheduled && GoesOn(effects, instance.Id, order.Data!, now));

        Forget(instance.Id);
        var sequence = 0;
        foreach (var happened in healthy.Where(happened => !again.Contains(happened))) Append(instance.Id, sequence++, happened);
        writer.Execute("UPDATE instances SET parent_execution=$2 WHERE parent=$1", instance.Id, execution);
        writer.Execute(
            "UPDATE instances SET execution=$2,status=$3,output=NULL,failure=NULL,updated=$4 WHERE id=$1",
            instance.Id, execution, (int)OrchestrationRuntimeStatus.Running, now.UtcTicks);
        Deliver(effects, instance.Id, execution, new(EventKind.Start));
        effects.Changed.Add(instance.Id);
    }

    // A child that is still at work, or can be brought back to it, will answer; any other is called again.
    private bool GoesOn(Effects effects, string parent, string child, DateTimeOffset now)
    {
        if (FindBy(writer, child) is not { } row || row.Parent?.Id != parent) return false;
        if (row.Status == OrchestrationRuntimeStatus.Failed) Rewind(effects, row, now);
        return row.Status == OrchestrationRuntimeStatus.Failed || !row.IsFinal;
    }
}
