using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace OneVisit.Storage;

/// <summary>Container <c>bot</c>: the bot's state as JSON text, one blob a key, with ETags.</summary>
public sealed class BotStateBlobs(OneVisitStorage storage)
{
    /// <summary>Given as ETag: write whatever is there.</summary>
    public const string Any = "*";

    private const string Attempt = "attempt";

    private readonly BlobContainerClient container = storage.Container(Names.Bot);

    /// <returns><c>null</c>: nothing is kept under that key.</returns>
    public async Task<StoredState?> ReadAsync(string key, CancellationToken cancellation = default)
    {
        try
        {
            var blob = await container.GetBlobClient(NameOf(key)).DownloadContentAsync(cancellation);
            return new StoredState(blob.Value.Content.ToString(), blob.Value.Details.ETag.ToString());
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    /// <param name="etag">As read; <see cref="Any"/> to write whatever is there; <c>null</c> to write only when nothing is there.</param>
    public async Task<StateWrite> WriteAsync(string key, string json, string? etag, CancellationToken cancellation = default)
    {
        var blob = container.GetBlobClient(NameOf(key));
        var attempt = Guid.NewGuid().ToString("N");
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            Metadata = new Dictionary<string, string> { [Attempt] = attempt },
            Conditions = ConditionsOf(etag),
        };
        try
        {
            var written = await blob.UploadAsync(BinaryData.FromString(json), options, cancellation);
            return new StateWrite.Saved(written.Value.ETag.ToString());
        }
        catch (RequestFailedException changed) when (changed.Status is 409 or 412)
        {
            return await OursAsync(blob, attempt, cancellation);
        }
    }

    public Task DeleteAsync(string key, CancellationToken cancellation = default) =>
        container.GetBlobClient(NameOf(key)).DeleteIfExistsAsync(cancellationToken: cancellation);

    // A repeated try finds the blob changed by the first one, when that happened and only its answer was lost.
    private static async Task<StateWrite> OursAsync(BlobClient blob, string attempt, CancellationToken cancellation)
    {
        try
        {
            BlobProperties there = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            return there.Metadata.TryGetValue(Attempt, out var writer) && writer == attempt ? new StateWrite.Saved(there.ETag.ToString()) : new StateWrite.Conflict();
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return new StateWrite.Conflict();
        }
    }

    private static BlobRequestConditions? ConditionsOf(string? etag) => etag switch
    {
        null => new BlobRequestConditions { IfNoneMatch = ETag.All },
        Any => null,
        _ => new BlobRequestConditions { IfMatch = new ETag(etag) },
    };

    private static string NameOf(string key) => string.Join('/', key.Split('/').Select(Keys.Of));
}

/// <summary>State as it was read.</summary>
public sealed record StoredState(string Json, string ETag);

/// <summary>What came of a write.</summary>
public abstract record StateWrite
{
    public sealed record Saved(string ETag) : StateWrite;

    /// <summary>Somebody else wrote since it was read; nothing was written.</summary>
    public sealed record Conflict : StateWrite;

    private StateWrite() { }
}
