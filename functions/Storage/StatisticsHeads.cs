using Azure;
using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>Which generation of the statistics is read, and how far a rebuild has come.</summary>
/// <param name="Generation">The one that is read.</param>
/// <param name="Building">The one a rebuild fills; <c>null</c>: none is under way.</param>
/// <param name="Cursor">Number of the last case that the rebuild took; <c>null</c>: it is at its beginning.</param>
/// <param name="Done">Cases it took so far; <paramref name="Unreadable"/>: of them, those it could not read.</param>
public sealed record StatisticsHead(int Generation, int? Building = null, string? Cursor = null, int Done = 0, int Unreadable = 0, DateTimeOffset? StartedAt = null)
{
    internal string? ETag { get; init; }
}

/// <summary>The head row of table <c>Statistics</c>.</summary>
public sealed class StatisticsHeads(OneVisitStorage storage)
{
    private const string Key = "head";
    private readonly TableClient table = storage.Table(Names.Statistics);

    public async Task<StatisticsHead> ReadAsync(CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Key, Key, cancellationToken: cancellation);
        return row.HasValue ? Records.Of<StatisticsHead>(row.Value!) with { ETag = row.Value!.ETag.ToString() } : new(1);
    }

    /// <returns><c>false</c>: somebody changed it since <paramref name="before"/> was read.</returns>
    public async Task<bool> TryPutAsync(StatisticsHead before, StatisticsHead after, CancellationToken cancellation = default)
    {
        try
        {
            var row = Records.RowOf(Key, Key, after);
            if (before.ETag is { } etag)
                await table.UpdateEntityAsync(row, new ETag(etag), TableUpdateMode.Replace, cancellation);
            else
                await table.AddEntityAsync(row, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Takes the rows of a generation away that nobody reads any more. Broken off, it goes on where it was.</summary>
    public async Task ClearAsync(int generation, IEnumerable<string> points, CancellationToken cancellation = default)
    {
        foreach (var point in points)
        {
            var partition = StatisticsRows.PartitionOf(generation, point);
            var batch = new List<TableTransactionAction>(100);
            await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
            {
                batch.Add(new(TableTransactionActionType.Delete, new TableEntity(partition, row.RowKey) { ETag = Azure.ETag.All }));
                if (batch.Count == 100)
                    await FlushAsync(batch, cancellation);
            }
            await FlushAsync(batch, cancellation);
        }
    }

    private async Task FlushAsync(List<TableTransactionAction> batch, CancellationToken cancellation)
    {
        if (batch.Count > 0)
            await table.SubmitTransactionAsync(batch, cancellation);
        batch.Clear();
    }
}
