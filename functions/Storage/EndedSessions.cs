using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>Table <c>Seen</c>, too: sessions of staff that were signed out before their time, for all instances of the bot. Their ids say nothing of anybody.</summary>
public sealed class EndedSessions(OneVisitStorage storage)
{
    private const string Row = "ended";
    private readonly TableClient table = storage.Table(Names.Seen);

    public Task<bool> HasAsync(string id, CancellationToken cancellation = default) => table.HasAsync(Row, id, cancellation);

    /// <summary>Ends one; a second time changes nothing.</summary>
    public Task EndAsync(string id, CancellationToken cancellation = default) => table.AddOnceAsync(Row, id, cancellation);

    /// <summary>Deletes notes made before an instant, which lies further back than any session is long, at most so many.</summary>
    /// <returns>How many went.</returns>
    public Task<int> EraseAsync(DateTimeOffset before, int most, CancellationToken cancellation = default) =>
        OldRows.DeleteAsync(table, TableClient.CreateQueryFilter($"PartitionKey ge {Row} and PartitionKey lt {Row + "~"} and Timestamp lt {before}"), most, cancellation);
}
