using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Store;

/// <summary>
/// The one SQLite file: one connection writes, one reads. What belongs together is written in one transaction, so that the file tells a
/// consistent story whenever the process dies or the power goes.
/// </summary>
internal sealed partial class OrchestrationStore : IDisposable
{
    private readonly FileStream claim;
    private readonly Database writer;
    private readonly GroupCommit commits;
    private readonly Database reader;

    /// <exception cref="IOException">Another engine uses the file.</exception>
    public OrchestrationStore(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        claim = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        writer = new(path);
        writer.Run(Schema.Script);
        if (writer.Scalar(Schema.CountVersion) is 0L) writer.Run(Schema.AddVersion);
        reader = new(path);
        commits = new(writer);
    }

    /// <summary>What was left to do when the file was last used.</summary>
    public Effects Unfinished()
    {
        lock (reader.Gate)
        {
            Effects left = new();
            left.Ready.UnionWith(reader.Query("SELECT DISTINCT instance FROM inbox", row => row.GetString(0)));
            left.Activities.AddRange(reader.Query("SELECT sequence FROM activities ORDER BY sequence", row => row.GetInt64(0)));
            return left;
        }
    }

    public InstanceRow? Find(string id)
    {
        lock (reader.Gate) return FindBy(reader, id);
    }

    /// <summary>An instance with its history and inbox, as of one moment.</summary>
    public (InstanceRow Instance, List<HistoryEvent> History, List<Message> Inbox)? Load(string id)
    {
        lock (reader.Gate)
        {
            // Instance and history change only by the step that is about to run; the inbox only grows.
            if (FindBy(reader, id) is not { } instance) return null;
            var inbox = reader.Query(
                "SELECT sequence,execution,kind,task,name,data FROM inbox WHERE instance=$1 ORDER BY sequence",
                row => new Message(row.GetInt64(0), row.Text(1), new((EventKind)row.GetInt32(2), row.GetInt32(3), row.Text(4), row.Text(5))),
                id);
            var history = instance.IsFinal ? [] : HistoryOf(reader, id);
            return (instance, history, inbox);
        }
    }

    public ActivityRow? FindActivity(long sequence)
    {
        lock (reader.Gate)
        {
            return reader.Query(
                "SELECT sequence,instance,execution,task,name,input,trace FROM activities WHERE sequence=$1",
                row => new ActivityRow(
                    row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetString(4), row.Text(5), row.Text(6)),
                sequence).FirstOrDefault();
        }
    }

    public DateTimeOffset? NextTimer()
    {
        lock (reader.Gate)
            return reader.Scalar("SELECT MIN(due) FROM timers") is long due ? new DateTimeOffset(due, TimeSpan.Zero) : null;
    }

    /// <summary>Instances in the order of their ids, after <paramref name="after"/>; at most <paramref name="limit"/>.</summary>
    public List<InstanceRow> List(OrchestrationQuery query, string? after, int limit)
    {
        var statuses = query.Statuses?.Select(status => (int)status).ToHashSet() is { Count: > 0 } some
            ? $",{string.Join(',', some)},"
            : null;
        lock (reader.Gate)
        {
            return reader.Query(
                $"""
                SELECT {InstanceRow.Columns} FROM instances
                WHERE id > $1 AND created >= $2 AND created <= $3 AND ($4 IS NULL OR instr($4, ',' || status || ','))
                  AND ($5 IS NULL OR substr(id, 1, length($5)) = $5)
                ORDER BY id LIMIT $6
                """,
                InstanceRow.Read,
                after ?? "", query.CreatedFrom?.UtcTicks ?? 0L, query.CreatedTo?.UtcTicks ?? long.MaxValue, statuses,
                query.InstanceIdPrefix, limit);
        }
    }

    public void Dispose()
    {
        commits.Dispose();
        reader.Dispose();
        writer.Dispose();
        claim.Dispose();
    }

    private static InstanceRow? FindBy(Database database, string id) =>
        database.Query($"SELECT {InstanceRow.Columns} FROM instances WHERE id=$1", InstanceRow.Read, id).FirstOrDefault();

    private static List<HistoryEvent> HistoryOf(Database database, string id) => database.Query(
        "SELECT kind,task,name,data,at FROM history WHERE instance=$1 ORDER BY sequence",
        row => new HistoryEvent((EventKind)row.GetInt32(0), row.GetInt32(1), row.Text(2), row.Text(3), row.GetInt64(4)),
        id);

    private Task<T> WriteAsync<T>(Func<T> work) => commits.RunAsync(work);

    private void Deliver(Effects effects, string instance, string? execution, HistoryEvent message)
    {
        writer.Execute(
            "INSERT INTO inbox(instance,execution,kind,task,name,data) VALUES($1,$2,$3,$4,$5,$6)",
            instance, execution, (int)message.Kind, message.Task, message.Name, message.Data);
        effects.Ready.Add(instance);
    }
}
