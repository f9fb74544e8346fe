using Microsoft.Data.Sqlite;

namespace OneVisit.Local.DirectLine.History;

/// <summary>
/// The one SQLite file (write-ahead log), one connection, one caller at a time: a statement takes microseconds, and a change until the disk has it, since what
/// the channel has acknowledged nobody sends again.
/// </summary>
internal sealed class HistoryFile : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, sealed BLOB NOT NULL);
        CREATE TABLE IF NOT EXISTS conversations (id TEXT PRIMARY KEY, started INTEGER NOT NULL, member BLOB, watermark INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS activities (
            conversation TEXT NOT NULL, place INTEGER NOT NULL, watermark INTEGER NOT NULL, id TEXT NOT NULL,
            from_bot INTEGER NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (conversation, place));
        CREATE INDEX IF NOT EXISTS activities_by_watermark ON activities (conversation, watermark);
        CREATE UNIQUE INDEX IF NOT EXISTS activities_by_id ON activities (id);
        CREATE TABLE IF NOT EXISTS attachments (id TEXT PRIMARY KEY, conversation TEXT NOT NULL, head BLOB NOT NULL, body BLOB NOT NULL, at INTEGER NOT NULL);
        """;

    private readonly Lock gate = new();
    private readonly SqliteConnection connection;

    public HistoryFile(DirectLineOptions options)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.DatabasePath))!);
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = options.DatabasePath, Pooling = false }.ToString());
        connection.Open();
        Execute(Schema);
        // Files of before they had an end, which is overdue by now.
        if (Query("SELECT 1 FROM pragma_table_info('attachments') WHERE name = 'at'", row => row.GetInt32(0)).Count == 0)
            Execute("ALTER TABLE attachments ADD COLUMN at INTEGER NOT NULL DEFAULT 0");
    }

    /// <summary>Runs a statement; returns the number of rows it changed.</summary>
    public int Execute(string sql, params (string Name, object? Value)[] parameters)
    {
        lock (gate)
        {
            using var command = Command(sql, parameters);
            return command.ExecuteNonQuery();
        }
    }

    /// <summary>Runs statements all or none.</summary>
    public void ExecuteTogether(params (string Sql, (string Name, object? Value)[] Parameters)[] statements)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction();
            foreach (var (sql, parameters) in statements)
            {
                using var command = Command(sql, parameters);
                command.Transaction = transaction;
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] parameters)
    {
        lock (gate)
        {
            using var command = Command(sql, parameters);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read()) rows.Add(read(reader));
            return rows;
        }
    }

    public void Dispose()
    {
        lock (gate) connection.Dispose();
    }

    private SqliteCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
