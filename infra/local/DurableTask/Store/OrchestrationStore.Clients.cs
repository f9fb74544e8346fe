using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Store;

/// <summary>What comes from outside: starts, events, orders to stop, purges; and time itself.</summary>
internal sealed partial class OrchestrationStore
{
    private const int TimersAtOnce = 500;

    /// <summary>Starts an instance, in place of one of the same id if that is <paramref name="replaceable"/>; <c>null</c> if it is not.</summary>
    public Task<Effects?> CreateAsync(InstanceRow instance, DateTimeOffset? startAt, Func<InstanceRow, bool> replaceable) => WriteAsync<Effects?>(() =>
    {
        Effects effects = new();
        return TryCreate(effects, instance, startAt, replaceable) ? effects : null;
    });

    /// <summary>Puts a message into an instance's inbox if the instance can still use it; says in which state it was found.</summary>
    public Task<(OrchestrationRuntimeStatus? Found, Effects Effects)> SendAsync(
        string instance, HistoryEvent message, Func<InstanceRow, bool>? accepts = null) => WriteAsync(() =>
    {
        Effects effects = new();
        var row = FindBy(writer, instance);
        if (row is { IsFinal: false } && accepts?.Invoke(row) != false) Deliver(effects, instance, null, message);
        return (row?.Status, effects);
    });

    /// <summary>Turns timers due by <paramref name="now"/> into messages, the earliest first; not all, if there are very many.</summary>
    public Task<Effects> FireTimersAsync(DateTimeOffset now) => WriteAsync(() =>
    {
        Effects effects = new();
        var due = writer.Query(
            "SELECT instance,task,execution FROM timers WHERE due<=$1 ORDER BY due LIMIT $2",
            row => (Instance: row.GetString(0), Task: row.GetInt32(1), Execution: row.GetString(2)), now.UtcTicks, TimersAtOnce);
        foreach (var timer in due)
        {
            writer.Execute("DELETE FROM timers WHERE instance=$1 AND task=$2", timer.Instance, timer.Task);
            var kind = timer.Task == Schema.PlannedStart ? EventKind.Start : EventKind.TimerFired;
            Deliver(effects, timer.Instance, timer.Execution, new(kind, timer.Task));
        }

        return effects;
    });

    /// <summary>Ends an activity: its result to the instance that asked, if it still wants it.</summary>
    public Task<Effects> FinishAsync(ActivityRow activity, HistoryEvent result) => WriteAsync(() =>
    {
        Effects effects = new();
        if (writer.Execute("DELETE FROM activities WHERE sequence=$1", activity.Sequence) == 1)
            DeliverResult(effects, activity.Instance, activity.Execution, result);
        return effects;
    });

    /// <summary>Forgets finished instances, with their sub-orchestrations if <paramref name="recursive"/>.</summary>
    public Task<(int Count, Effects Effects)> PurgeAsync(IReadOnlyList<string> ids, bool recursive) => WriteAsync(() =>
    {
        Effects effects = new();
        return (ids.Sum(id => Purge(effects, id, recursive)), effects);
    });

    /// <summary>Drops an inbox nobody owns, or whose owner has finished.</summary>
    public Task<Effects> DiscardAsync(string instance) => WriteAsync(() =>
    {
        if (FindBy(writer, instance) is null or { IsFinal: true }) writer.Execute("DELETE FROM inbox WHERE instance=$1", instance);
        return new Effects();
    });

    private int Purge(Effects effects, string id, bool recursive)
    {
        if (FindBy(writer, id) is not { IsFinal: true }) return 0;

        var children = recursive
            ? writer.Query("SELECT id FROM instances WHERE parent=$1", row => row.GetString(0), id)
            : [];
        Forget(id);
        writer.Execute("DELETE FROM instances WHERE id=$1", id);
        effects.Changed.Add(id);
        return 1 + children.Sum(child => Purge(effects, child, recursive));
    }

    private bool TryCreate(Effects effects, InstanceRow instance, DateTimeOffset? startAt, Func<InstanceRow, bool> replaceable)
    {
        if (FindBy(writer, instance.Id) is { } there)
        {
            if (!replaceable(there)) return false;
            if (!there.IsFinal && there.Parent is { } waiting) DeliverResult(effects, waiting.Id, waiting.Execution, TerminatedChild(there, waiting));
            Forget(instance.Id);
        }

        writer.Execute(
            $"INSERT OR REPLACE INTO instances({InstanceRow.Columns}) VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16)",
            instance.Id, instance.Execution, instance.Name, (int)instance.Status, instance.Input, null, null, null,
            instance.Created.UtcTicks, instance.Updated.UtcTicks, instance.Parent?.Id, instance.Parent?.Execution,
            instance.Parent?.Name, instance.Parent?.Task, instance.Trace, instance.Version);
        effects.Changed.Add(instance.Id);
        if (startAt is { } later) SetTimer(effects, instance, Schema.PlannedStart, later.UtcTicks);
        else Deliver(effects, instance.Id, instance.Execution, new(EventKind.Start));
        return true;
    }

    private void SetTimer(Effects effects, InstanceRow instance, int task, long due)
    {
        writer.Execute(
            "INSERT INTO timers(instance,task,execution,due) VALUES($1,$2,$3,$4)", instance.Id, task, instance.Execution, due);
        effects.Timers = true;
    }

    private void DeliverResult(Effects effects, string instance, string execution, HistoryEvent result)
    {
        if (FindBy(writer, instance) is { IsFinal: false } row && row.Execution == execution)
            Deliver(effects, instance, execution, result);
    }

    private void Forget(string instance)
    {
        writer.Execute("DELETE FROM history WHERE instance=$1", instance);
        writer.Execute("DELETE FROM inbox WHERE instance=$1", instance);
        writer.Execute("DELETE FROM timers WHERE instance=$1", instance);
        writer.Execute("DELETE FROM activities WHERE instance=$1", instance);
    }
}
