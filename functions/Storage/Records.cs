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

    public static T Of<T>(TableEntity row) =>
        JsonSerializer.Deserialize<T>(LongText.Get(row, Column), JournalJson.Options) ?? throw new JsonException($"The row holds no {typeof(T).Name}.");
}
