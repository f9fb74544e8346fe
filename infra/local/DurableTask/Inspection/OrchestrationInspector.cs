using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;
using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Inspection;

/// <summary>Looks into an engine's file for those who run it: histories, counts, and what does not get on. Never writes, never holds up the engine.</summary>
/// <param name="databasePath">The file of an engine that has been made.</param>
public sealed class OrchestrationInspector(string databasePath)
{
    private const string Open = "status IN (0,6,7)";

    /// <summary>How many instances there are of each status; statuses that nobody has are left out.</summary>
    public IReadOnlyDictionary<OrchestrationRuntimeStatus, int> Counts()
    {
        using Look look = new(databasePath);
        return look
            .Rows("SELECT status,COUNT(*) FROM instances GROUP BY status", row => ((OrchestrationRuntimeStatus)row.GetInt32(0), row.GetInt32(1)))
            .ToDictionary();
    }

    /// <summary>What the engine has before it.</summary>
    public Backlog Backlog()
    {
        using Look look = new(databasePath);
        return look.Rows(
            "SELECT (SELECT COUNT(*) FROM activities),(SELECT COUNT(*) FROM inbox),(SELECT COUNT(*) FROM timers)",
            row => new Backlog(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2))).Single();
    }

    /// <summary>What happened in the current execution; empty while it has not begun, or when there is no such instance.</summary>
    public IReadOnlyList<HistoryStep> History(string instance)
    {
        using Look look = new(databasePath);
        return look.Instance(instance) is { } row ? new HistoryReading(row).Tell(Stored(look, instance)) : [];
    }

    /// <summary>Instances that have begun and not ended, as recordings; what they wait for is for who records to find out by a replay.</summary>
    public IReadOnlyList<RecordedHistory> Recordings()
    {
        using Look look = new(databasePath);
        return
        [
            .. look.Rows($"SELECT {InstanceRow.Columns} FROM instances WHERE {Open} ORDER BY id", InstanceRow.Read)
                .Select(row => new RecordedHistory(row.Id, row.Name, row.Version, [.. Stored(look, row.Id).Select(RecordedEvent.Of)], []) { Input = row.Input })
                .Where(recorded => recorded.History.Count > 0),
        ];
    }

    /// <summary>The numbers of those timers of an instance that are set, or have fired without the instance having seen it: it may be suspended.</summary>
    public IReadOnlySet<int> Timers(string instance)
    {
        using Look look = new(databasePath);
        return look.Rows(
            $"SELECT task FROM timers WHERE instance=$1 UNION SELECT task FROM inbox WHERE instance=$1 AND kind={(int)EventKind.TimerFired}",
            row => row.GetInt32(0), instance).ToHashSet();
    }

    /// <summary>
    /// Unfinished instances that nothing has moved since <paramref name="unchangedSince"/> and no timer will move, and those in which one
    /// activity failed <paramref name="failures"/> times or more; the longest unmoved first.
    /// </summary>
    public IReadOnlyList<StuckInstance> Stuck(DateTimeOffset unchangedSince, int failures, int most)
    {
        using Look look = new(databasePath);
        var still = look.Rows(
            $"""
            SELECT id,name,status,updated,NULL,0 FROM instances i
            WHERE {Open} AND updated<=$1 AND NOT EXISTS(SELECT 1 FROM timers t WHERE t.instance=i.id)
            ORDER BY updated LIMIT $2
            """,
            ReadStuck, unchangedSince.UtcTicks, most);
        var failing = look.Rows(
            $"""
            SELECT i.id,i.name,i.status,i.updated,h.name,COUNT(*) FROM instances i JOIN history h ON h.instance=i.id
            WHERE i.{Open} AND h.kind={(int)EventKind.ActivityFailed} GROUP BY i.id,h.name HAVING COUNT(*)>=$1
            ORDER BY i.updated LIMIT $2
            """,
            ReadStuck, failures, most);
        return [.. failing.Concat(still).DistinctBy(instance => instance.Id).OrderBy(instance => instance.LastUpdatedAt).Take(most)];
    }

    private static List<HistoryEvent> Stored(Look look, string instance) => look.Rows(
        "SELECT kind,task,name,data,at FROM history WHERE instance=$1 ORDER BY sequence",
        row => new HistoryEvent((EventKind)row.GetInt32(0), row.GetInt32(1), row.Text(2), row.Text(3), row.GetInt64(4)), instance);

    private static StuckInstance ReadStuck(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), (OrchestrationRuntimeStatus)row.GetInt32(2), new(row.GetInt64(3), TimeSpan.Zero), row.Text(4), row.GetInt32(5));
}

/// <summary>Activities to run, messages that instances have not looked at, timers to fire.</summary>
public sealed record Backlog(int Activities, int Messages, int Timers);

/// <summary>An instance that does not get on.</summary>
/// <param name="FailingActivity">The activity that failed <paramref name="Failures"/> times; <c>null</c>: nothing failed, it only waits.</param>
public sealed record StuckInstance(
    string Id, string Name, OrchestrationRuntimeStatus Status, DateTimeOffset LastUpdatedAt, string? FailingActivity, int Failures);
