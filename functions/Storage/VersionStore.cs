using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Versions;

namespace OneVisit.Storage;

/// <summary>
/// A container with all versions of one thing: each is one blob <c>versions/{id}</c> that never changes its content, and <c>ledger.json</c> is the
/// book of versions and activations, written only over the state that was read. What is in a version is not looked at here.
/// </summary>
/// <param name="ending">Of the names of the blobs.</param>
/// <param name="mostBytes">Nobody can have handed in more; what is larger did not come through our door.</param>
public abstract class VersionStore(OneVisitStorage storage, string name, string ending, string contentType, int mostBytes) : IVersions
{
    private const string Ledger = "ledger.json";

    private const int Patience = 6;

    private readonly BlobContainerClient container = storage.Container(name);
    private readonly GuardedTexts texts = new(storage.Container(name));

    public async Task<VersionLedger> LedgerAsync(CancellationToken cancellation = default) => (await OpenAsync(cancellation)).Ledger;

    public async Task<byte[]?> ReadAsync(string id, CancellationToken cancellation = default)
    {
        try
        {
            var blob = BlobOf(id);
            BlobProperties there = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            return there.ContentLength > mostBytes ? [] : (await blob.DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Keeps a version under the next number. One that is there already keeps its number; its bytes are put right if they were not.</summary>
    /// <exception cref="InvalidDataException">The book cannot be read.</exception>
    public async Task<LedgerWrite> PublishAsync(string id, byte[] bytes, string by, DateTimeOffset at, string? note, CancellationToken cancellation = default)
    {
        // A book that cannot be read is known before anything is kept; then the bytes come first: a number in the book never leads to nothing.
        await OpenAsync(cancellation);
        await UploadAsync(id, bytes, cancellation);
        // Versions do not contradict each other: who comes second goes behind.
        for (var tries = 0; tries < Patience; tries++)
        {
            var (ledger, etag) = await OpenAsync(cancellation);
            if (ledger.Find(id) is not null)
                return new LedgerWrite.AlreadyThere(ledger);
            if (await WriteAsync(ledger.With(new KeptVersion(ledger.Versions.Length + 1, id, by, at, note)), etag, cancellation) is { } written)
                return written;
        }
        return new LedgerWrite.SomebodyWasFirst();
    }

    /// <summary>Puts a version in force from a day on.</summary>
    /// <param name="seen">How many activations the caller knew of; <c>null</c>: those there are now.</param>
    /// <exception cref="InvalidDataException">The book cannot be read.</exception>
    public async Task<LedgerWrite> ActivateAsync(
        string id, DateOnly from, string by, DateTimeOffset at, string? note, int? seen = null, CancellationToken cancellation = default)
    {
        for (var tries = 0; tries < Patience; tries++)
        {
            var (ledger, etag) = await OpenAsync(cancellation);
            if (ledger.Activations is [.., var last] && (last.Id, last.From, last.By) == (id, from, by))
                return new LedgerWrite.AlreadyThere(ledger);
            // Another activation since they looked: theirs was decided without it. A version that was only handed in changes nothing.
            if ((seen ??= ledger.Activations.Length) != ledger.Activations.Length)
                return new LedgerWrite.SomebodyWasFirst();
            if (await WriteAsync(ledger.With(new VersionActivation(id, from, by, at, note)), etag, cancellation) is { } written)
                return written;
        }
        return new LedgerWrite.SomebodyWasFirst();
    }

    private async Task<(VersionLedger Ledger, string? ETag)> OpenAsync(CancellationToken cancellation)
    {
        if (await texts.ReadAsync(Ledger, cancellation) is not { } stored)
            return (VersionLedger.Empty, null);
        try
        {
            var ledger = JsonSerializer.Deserialize<VersionLedger>(stored.Json, JournalJson.Options);
            return ledger is { Versions.IsDefault: false, Activations.IsDefault: false } ? (ledger, stored.ETag) : throw new JsonException();
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException)
        {
            throw new InvalidDataException($"The book of versions in {name} cannot be read.", broken);
        }
    }

    /// <returns><c>null</c>: the book has changed since it was read.</returns>
    private async Task<LedgerWrite.Written?> WriteAsync(VersionLedger ledger, string? etag, CancellationToken cancellation) =>
        await texts.WriteAsync(Ledger, JsonSerializer.Serialize(ledger, JournalJson.Options), etag, cancellation) is StateWrite.Saved
            ? new LedgerWrite.Written(ledger)
            : null;

    private async Task UploadAsync(string id, byte[] bytes, CancellationToken cancellation)
    {
        try
        {
            await BlobOf(id).UploadAsync(
                BinaryData.FromBytes(bytes), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } }, cancellation);
        }
        catch (RequestFailedException kept) when (kept.Status == 409)
        {
            // The account lets nothing be written over: then it is as it was first written.
        }
    }

    private BlobClient BlobOf(string id) => container.GetBlobClient($"versions/{Keys.Of(id)}{ending}");
}

/// <summary>Container <c>catalogue</c>: the catalogue as zips.</summary>
public sealed class CatalogueStore(OneVisitStorage storage) : VersionStore(storage, Names.Catalogue, ".zip", "application/zip", 8 * 1024 * 1024), ICatalogueVersions;

/// <summary>Container <c>directory</c>: editions of the directory as JSON, see <see cref="Domain.Directories.EditionBytes"/>.</summary>
public sealed class DirectoryStore(OneVisitStorage storage) : VersionStore(storage, Names.Editions, ".json", "application/json", 64 * 1024 * 1024), IDirectoryEditions;

/// <summary>What came of writing in the book.</summary>
public abstract record LedgerWrite
{
    /// <param name="Ledger">With the new line at its end.</param>
    public sealed record Written(VersionLedger Ledger) : LedgerWrite;

    /// <summary>It stands there already; nothing was written.</summary>
    public sealed record AlreadyThere(VersionLedger Ledger) : LedgerWrite;

    /// <summary>Somebody else wrote meanwhile; nothing was written. Look again.</summary>
    public sealed record SomebodyWasFirst : LedgerWrite;

    private LedgerWrite() { }
}
