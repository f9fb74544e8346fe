using Azure;
using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>Table <c>Conversations</c>: where each participant can be reached, as the bot's own JSON text.</summary>
public sealed class ConversationBook(OneVisitStorage storage)
{
    private const string Row = "conversation";
    private readonly TableClient table = storage.Table(Names.Conversations);

    /// <param name="etag">As read; <see cref="BotStateBlobs.Any"/> to write whatever is there; <c>null</c> to write only when nothing is there.</param>
    public async Task<StateWrite> SaveAsync(string participant, string json, string? etag = BotStateBlobs.Any, CancellationToken cancellation = default)
    {
        var row = new TableEntity(Keys.Of(participant), Row);
        LongText.Put(row, "Reference", json);
        try
        {
            var written = etag switch
            {
                null => await table.AddEntityAsync(row, cancellation),
                BotStateBlobs.Any => await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation),
                _ => await table.UpdateEntityAsync(row, new ETag(etag), TableUpdateMode.Replace, cancellation),
            };
            return new StateWrite.Saved(written.Headers.ETag?.ToString() ?? BotStateBlobs.Any);
        }
        catch (RequestFailedException changed) when (changed.Status is 409 or 412 or 404)
        {
            return new StateWrite.Conflict();
        }
    }

    /// <returns><c>null</c>: never heard from them.</returns>
    public async Task<StoredState?> FindAsync(string participant, CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Of(participant), Row, cancellationToken: cancellation);
        return row.HasValue ? new StoredState(LongText.Get(row.Value!, "Reference"), row.Value!.ETag.ToString()) : null;
    }
}
