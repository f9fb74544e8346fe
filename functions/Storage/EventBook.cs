using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>Whether an event of a registry was taken before.</summary>
public enum EventSeen
{
    Not,

    /// <summary>The same, under the same id.</summary>
    Same,

    /// <summary>Something else came under that id.</summary>
    Other,
}

/// <summary>Events of registries that were taken, by their ids, in table <c>Sharing</c>. An id is noted when all that follows from it was done.</summary>
public sealed class EventBook(OneVisitStorage storage)
{
    private const string Taken = "taken";
    private const string Reversed = "reversed";
    private readonly TableClient table = storage.Table(Names.Sharing);

    /// <param name="isContent">Whether a keyed hash is of what is told now.</param>
    public async Task<EventSeen> SeenAsync(string id, Func<string, bool> isContent, CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(Taken, id), Keys.Of(id), cancellationToken: cancellation);
        return !row.HasValue ? EventSeen.Not : isContent(row.Value!.GetString("Content")) ? EventSeen.Same : EventSeen.Other;
    }

    public async Task<bool> IsTakenAsync(string id, CancellationToken cancellation = default) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(Taken, id), Keys.Of(id), cancellationToken: cancellation)).HasValue;

    public Task NoteAsync(string id, string content, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(new TableEntity(PartitionOf(Taken, id), Keys.Of(id)) { ["Content"] = content }, TableUpdateMode.Replace, cancellation);

    /// <summary>That event was a mistake, whether or not it has come.</summary>
    public Task NoteReversedAsync(string id, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(new TableEntity(PartitionOf(Reversed, id), Keys.Of(id)), TableUpdateMode.Replace, cancellation);

    public async Task<bool> IsReversedAsync(string id, CancellationToken cancellation = default) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(Reversed, id), Keys.Of(id), cancellationToken: cancellation)).HasValue;

    // 256 partitions, so that no single one carries every event of the city.
    private static string PartitionOf(string kind, string id) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}{SHA256.HashData(Encoding.UTF8.GetBytes(id))[0]:x2}");
}
