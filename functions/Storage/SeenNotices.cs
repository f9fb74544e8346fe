using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>Table <c>Seen</c>: notices that reached their reader. Note one after it was told: a person is told twice rather than never.</summary>
public sealed class SeenNotices(OneVisitStorage storage)
{
    private const string Row = "seen";
    private readonly TableClient table = storage.Table(Names.Seen);

    public Task<bool> HasAsync(string noticeId, CancellationToken cancellation = default) => table.HasAsync(Row, noticeId, cancellation);

    /// <returns><c>false</c>: it was noted before.</returns>
    public Task<bool> NoteAsync(string noticeId, CancellationToken cancellation = default) => table.AddOnceAsync(Row, noticeId, cancellation);

    /// <summary>Deletes marks made before an instant, at most so many.</summary>
    /// <returns>How many went.</returns>
    public Task<int> EraseAsync(DateTimeOffset before, int most, CancellationToken cancellation = default) =>
        OldRows.DeleteAsync(table, TableClient.CreateQueryFilter($"Timestamp lt {before}"), most, cancellation);
}
