using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace OneVisit.Storage;

/// <summary>JSON texts in a container, one blob each, that are written only over what was read.</summary>
internal sealed class GuardedTexts(BlobContainerClient container)
{
    /// <summary>Given as ETag: write whatever is there.</summary>
    public const string Any = "*";

    private const string Attempt = "attempt";
    private const string SealedBy = "sealedby";
    private const string WrittenAt = "writtenat";

    /// <returns><c>null</c>: nothing lies under that name.</returns>
    public async Task<StoredState?> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var blob = await container.GetBlobClient(name).DownloadContentAsync(cancellation);
            var details = blob.Value.Details;
            return new StoredState(blob.Value.Content.ToString(), details.ETag.ToString()) { WrittenAt = LastWritten(details.Metadata, details.LastModified) };
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    /// <param name="sealedBy">Kept beside the text; <c>null</c>: nothing.</param>
    /// <param name="etag">As read; <see cref="Any"/> to write whatever is there; <c>null</c> to write only when nothing is there.</param>
    /// <param name="writtenAt">When what it says was written, where it is only put differently now; <c>null</c>: now.</param>
    public async Task<StateWrite> WriteAsync(string name, string json, string? etag, CancellationToken cancellation, string? sealedBy = null, DateTimeOffset? writtenAt = null)
    {
        var blob = container.GetBlobClient(name);
        var attempt = Guid.NewGuid().ToString("N");
        var metadata = new Dictionary<string, string> { [Attempt] = attempt };
        if (sealedBy is not null)
            metadata[SealedBy] = sealedBy;
        if (writtenAt is { } then)
            metadata[WrittenAt] = then.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            Metadata = metadata,
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

    /// <summary>Names of all texts, each with the id of the key that sealed it as far as that was said.</summary>
    public async IAsyncEnumerable<(string Name, string? SealedBy)> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }, cancellation))
            yield return (blob.Name, blob.Metadata.TryGetValue(SealedBy, out var id) ? id : null);
    }

    public Task DeleteAsync(string name, CancellationToken cancellation) => container.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellation);

    /// <summary>Deletes texts last written before an instant, at most so many; one that is written meanwhile stays.</summary>
    /// <returns>How many went.</returns>
    public async Task<int> EraseAsync(Func<string, bool> isMeant, DateTimeOffset before, int most, CancellationToken cancellation)
    {
        var gone = 0;
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }, cancellation))
        {
            if (gone == most)
                break;
            if (!isMeant(blob.Name) || !(LastWritten(blob.Metadata, blob.Properties.LastModified) < before))
                continue;
            try
            {
                var conditions = new BlobRequestConditions { IfMatch = blob.Properties.ETag };
                gone += await container.GetBlobClient(blob.Name).DeleteIfExistsAsync(conditions: conditions, cancellationToken: cancellation) ? 1 : 0;
            }
            catch (RequestFailedException changed) when (changed.Status == 412)
            {
                // Somebody went on with it just now.
            }
        }
        return gone;
    }

    // Put differently since, the store dates it too young.
    private static DateTimeOffset? LastWritten(IDictionary<string, string> metadata, DateTimeOffset? modified) =>
        metadata.TryGetValue(WrittenAt, out var text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var then) ? then : modified;

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
}
