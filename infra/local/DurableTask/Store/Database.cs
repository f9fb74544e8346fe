using Microsoft.Data.Sqlite;

namespace OneVisit.Local.DurableTask.Store;

/// <summary>One SQLite connection with its prepared statements. One caller at a time: hold <see cref="Gate"/>.</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> prepared = [];

    public Database(string path)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        // synchronous=FULL: a commit returns when the disk has it, so that it survives a power cut.
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA cache_size=-32000; PRAGMA mmap_size=268435456;");
    }

    public Lock Gate { get; } = new();

    /// <summary>Runs statements once, unprepared.</summary>
    public void Run(string script)
    {
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    public int Execute(string sql, params ReadOnlySpan<object?> arguments) => Bind(sql, arguments).ExecuteNonQuery();

    public object? Scalar(string sql, params ReadOnlySpan<object?> arguments) =>
        Bind(sql, arguments).ExecuteScalar() is { } value and not DBNull ? value : null;

    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> arguments)
    {
        using var reader = Bind(sql, arguments).ExecuteReader();
        List<T> rows = [];
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>All of <paramref name="work"/> or nothing.</summary>
    public void Transaction(Action work)
    {
        lock (Gate)
        {
            Execute("BEGIN IMMEDIATE");
            try
            {
                work();
                Execute("COMMIT");
            }
            catch
            {
                Execute("ROLLBACK");
                throw;
            }
        }
    }

    public void Dispose()
    {
        lock (Gate)
        {
            foreach (var command in prepared.Values) command.Dispose();
            prepared.Clear();
            connection.Dispose();
        }
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!prepared.TryGetValue(sql, out var command)) prepared[sql] = command = Prepare(sql, arguments.Length);
        for (var i = 0; i < arguments.Length; i++) command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        return command;
    }

    private SqliteCommand Prepare(string sql, int arguments)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= arguments; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }
}
