using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>Table <c>Seen</c>: notices that reached their reader. Note one after it was told: a person is told twice rather than never.</summary>
public sealed class SeenNotices(OneVisitStorage storage)
{
    private const string Row = "seen";
    private readonly TableClient table = storage.Table(Names.Seen);

    public async Task<bool> HasAsync(string noticeId, CancellationToken cancellation = default) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(noticeId), Keys.Of(noticeId), cancellationToken: cancellation)).HasValue;

    /// <returns><c>false</c>: it was noted before.</returns>
    public async Task<bool> NoteAsync(string noticeId, CancellationToken cancellation = default)
    {
        try
        {
            await table.AddEntityAsync(new TableEntity(PartitionOf(noticeId), Keys.Of(noticeId)), cancellation);
            return true;
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            return false;
        }
    }

    /// <summary>Deletes marks made before an instant, at most so many.</summary>
    /// <returns>How many went.</returns>
    public Task<int> EraseAsync(DateTimeOffset before, int most, CancellationToken cancellation = default) =>
        OldRows.DeleteAsync(table, TableClient.CreateQueryFilter($"Timestamp lt {before}"), most, cancellation);

    // 256 partitions, so that no single one carries every notice of the city.
    private static string PartitionOf(string noticeId) =>
        string.Create(CultureInfo.InvariantCulture, $"{Row}{SHA256.HashData(Encoding.UTF8.GetBytes(noticeId))[0]:x2}");
}
