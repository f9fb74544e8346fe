using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Data.Tables;
using OneVisit.Domain.Cases;

namespace OneVisit.Storage;

/// <summary>Rows that hold one record as text, beside the columns that are searched.</summary>
internal static class Records
{
    private const string Column = "Record";

    public static TableEntity RowOf<T>(string partition, string row, T record)
    {
        var entity = new TableEntity(partition, row);
        LongText.Put(entity, Column, JsonSerializer.Serialize(record, JournalJson.Options));
        return entity;
    }

    /// <summary>Two rows hold the same record.</summary>
    public static bool AreSame(TableEntity one, TableEntity other) => LongText.Get(one, Column) == LongText.Get(other, Column);

    /// <summary>All of a partition, in the order of their keys.</summary>
    public static async IAsyncEnumerable<T> AllAsync<T>(TableClient table, string partition, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
            yield return Of<T>(row);
    }

    public static T Of<T>(TableEntity row) =>
        JsonSerializer.Deserialize<T>(LongText.Get(row, Column), JournalJson.Options) ?? throw new JsonException($"The row holds no {typeof(T).Name}.");
}
