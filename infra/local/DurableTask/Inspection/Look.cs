using Microsoft.Data.Sqlite;
using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Inspection;

/// <summary>A connection that only reads, and sees the file as of one moment. The engine goes on beside it.</summary>
internal sealed class Look : IDisposable
{
    private readonly SqliteConnection connection;

    public Look(string path)
    {
        connection = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var begin = Command("BEGIN", []);
        begin.ExecuteNonQuery();
    }

    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object> arguments)
    {
        using var command = Command(sql, arguments);
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    public InstanceRow? Instance(string id) =>
        Rows($"SELECT {InstanceRow.Columns} FROM instances WHERE id=$1", InstanceRow.Read, id).FirstOrDefault();

    public void Dispose() => connection.Dispose();

    private SqliteCommand Command(string sql, ReadOnlySpan<object> arguments)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < arguments.Length; i++) command.Parameters.AddWithValue($"${i + 1}", arguments[i]);
        return command;
    }
}
