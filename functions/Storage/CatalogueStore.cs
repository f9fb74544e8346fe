using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Catalogues;

namespace OneVisit.Storage;

/// <summary>
/// Container <c>catalogue</c>: each version is one blob <c>versions/{id}.zip</c> that never changes its content, and <c>ledger.json</c> is the
/// book of versions and activations, written only over the state that was read. What is in a version is not looked at here.
/// </summary>
public sealed class CatalogueStore(OneVisitStorage storage) : ICatalogueVersions
{
    private const string Ledger = "ledger.json";

    private const int Patience = 6;

    // Nobody can have handed in more; what is larger did not come through our door.
    private const int MostBytes = 8 * 1024 * 1024;

    private readonly BlobContainerClient container = storage.Container(Names.Catalogue);
    private readonly GuardedTexts texts = new(storage.Container(Names.Catalogue));

    public async Task<CatalogueLedger> LedgerAsync(CancellationToken cancellation = default) => (await OpenAsync(cancellation)).Ledger;

    public async Task<byte[]?> ReadAsync(string id, CancellationToken cancellation = default)
    {
        try
        {
            var blob = BlobOf(id);
            BlobProperties there = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            return there.ContentLength > MostBytes ? [] : (await blob.DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Keeps a version under the next number. One that is there already keeps its number; its bytes are put right if they were not.</summary>
    /// <exception cref="InvalidDataException">The book cannot be read.</exception>
    public async Task<LedgerWrite> PublishAsync(string id, byte[] zip, string by, DateTimeOffset at, string? note, CancellationToken cancellation = default)
    {
        // A book that cannot be read is known before anything is kept; then the bytes come first: a number in the book never leads to nothing.
        await OpenAsync(cancellation);
        await UploadAsync(id, zip, cancellation);
        // Versions do not contradict each other: who comes second goes behind.
        for (var tries = 0; tries < Patience; tries++)
        {
            var (ledger, etag) = await OpenAsync(cancellation);
            if (ledger.Find(id) is not null)
                return new LedgerWrite.AlreadyThere(ledger);
            if (await WriteAsync(ledger.With(new CatalogueVersion(ledger.Versions.Length + 1, id, by, at, note)), etag, cancellation) is { } written)
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
            if (await WriteAsync(ledger.With(new CatalogueActivation(id, from, by, at, note)), etag, cancellation) is { } written)
                return written;
        }
        return new LedgerWrite.SomebodyWasFirst();
    }

    private async Task<(CatalogueLedger Ledger, string? ETag)> OpenAsync(CancellationToken cancellation)
    {
        if (await texts.ReadAsync(Ledger, cancellation) is not { } stored)
            return (CatalogueLedger.Empty, null);
        try
        {
            var ledger = JsonSerializer.Deserialize<CatalogueLedger>(stored.Json, JournalJson.Options);
            return ledger is { Versions.IsDefault: false, Activations.IsDefault: false } ? (ledger, stored.ETag) : throw new JsonException();
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException)
        {
            throw new InvalidDataException("The book of catalogue versions cannot be read.", broken);
        }
    }

    /// <returns><c>null</c>: the book has changed since it was read.</returns>
    private async Task<LedgerWrite.Written?> WriteAsync(CatalogueLedger ledger, string? etag, CancellationToken cancellation) =>
        await texts.WriteAsync(Ledger, JsonSerializer.Serialize(ledger, JournalJson.Options), etag, cancellation) is StateWrite.Saved
            ? new LedgerWrite.Written(ledger)
            : null;

    private async Task UploadAsync(string id, byte[] zip, CancellationToken cancellation)
    {
        try
        {
            await BlobOf(id).UploadAsync(
                BinaryData.FromBytes(zip), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/zip" } }, cancellation);
        }
        catch (RequestFailedException kept) when (kept.Status == 409)
        {
            // The account lets nothing be written over: then it is as it was first written.
        }
    }

    private BlobClient BlobOf(string id) => container.GetBlobClient($"versions/{Keys.Of(id)}.zip");
}

/// <summary>What came of writing in the book.</summary>
public abstract record LedgerWrite
{
    /// <param name="Ledger">With the new line at its end.</param>
    public sealed record Written(CatalogueLedger Ledger) : LedgerWrite;

    /// <summary>It stands there already; nothing was written.</summary>
    public sealed record AlreadyThere(CatalogueLedger Ledger) : LedgerWrite;

    /// <summary>Somebody else wrote meanwhile; nothing was written. Look again.</summary>
    public sealed record SomebodyWasFirst : LedgerWrite;

    private LedgerWrite() { }
}
