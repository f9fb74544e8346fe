using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>Table <c>Seen</c>, too: what opens something once and was used, for all instances of the bot. Its ids say nothing of anybody.</summary>
public sealed class SpentTickets(OneVisitStorage storage)
{
    private const string Row = "spent";
    private readonly TableClient table = storage.Table(Names.Seen);

    /// <summary>Uses one, before what it opens is handed out.</summary>
    /// <returns><c>false</c>: it was used before.</returns>
    public Task<bool> SpendAsync(string id, CancellationToken cancellation = default) => table.AddOnceAsync(Row, id, cancellation);

    /// <summary>Deletes notes made before an instant, which lies further back than any ticket is good for, at most so many.</summary>
    /// <returns>How many went.</returns>
    public Task<int> EraseAsync(DateTimeOffset before, int most, CancellationToken cancellation = default) =>
        OldRows.DeleteAsync(table, TableClient.CreateQueryFilter($"PartitionKey ge {Row} and PartitionKey lt {Row + "~"} and Timestamp lt {before}"), most, cancellation);
}
