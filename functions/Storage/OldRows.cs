using Azure;
using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>Deletes rows that are not kept any more, a bounded number at a time.</summary>
internal static class OldRows
{
    // Of one transaction of a table.
    private const int MostAtOnce = 100;

    /// <returns>How many went.</returns>
    public static async Task<int> DeleteAsync(TableClient table, string filter, int most, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        if (most > 0)
        {
            await foreach (var row in table.QueryAsync<TableEntity>(filter, Math.Min(most, 1000), [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey)], cancellation))
            {
                rows.Add(row);
                if (rows.Count == most)
                    break;
            }
        }
        foreach (var partition in rows.GroupBy(row => row.PartitionKey))
        {
            foreach (var some in partition.Chunk(MostAtOnce))
                await DeleteAsync(table, some, cancellation);
        }
        return rows.Count;
    }

    private static async Task DeleteAsync(TableClient table, TableEntity[] rows, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellation);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // Another was at it as well: one by one, then.
            foreach (var row in rows)
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }
    }
}
