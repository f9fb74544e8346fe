using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using OneVisit.Domain.Documents;

namespace OneVisit.Storage;

/// <summary>
/// Container <c>documents</c>: <c>{case}/{material}/{document}</c>, and <c>drafts/{submission}/{material}/{document}</c> until the case is there;
/// <c>issued/{case}/{kind}/{document}</c>: papers that the office issued. What waits for the virus scanner: <see cref="QuarantineStore"/>.
/// A document's id is the hash of its bytes. Neither names nor metadata tell of a person; original file names are not kept.
/// </summary>
public sealed class DocumentStore(OneVisitStorage storage)
{
    private const string Drafts = "drafts/";

    private readonly BlobContainerClient container = storage.Container(Names.Documents);

    /// <summary>Keeps a document of a case; the same bytes twice are one document.</summary>
    /// <exception cref="ArgumentException">More than <see cref="DocumentReading.MostBytes"/>.</exception>
    public Task<StoredDocument> PutAsync(string caseId, string material, DocumentType type, BinaryData content, CancellationToken cancellation = default) =>
        PutAsync(FolderOf(caseId), material, type.ContentType(), content, cancellation);

    /// <summary>Keeps a document of an application that is still being written.</summary>
    /// <exception cref="ArgumentException">More than <see cref="DocumentReading.MostBytes"/>.</exception>
    public Task<StoredDocument> PutDraftAsync(string submissionId, string material, DocumentType type, BinaryData content, CancellationToken cancellation = default) =>
        PutAsync(DraftsOf(submissionId), material, type.ContentType(), content, cancellation);

    /// <summary>Whether an application that is still being written takes one more file. One that it has already, it takes.</summary>
    public async Task<bool> TakesDraftAsync(string submissionId, string material, BinaryData content, UploadAllowance allowed, CancellationToken cancellation = default)
    {
        var there = await ListFolderAsync(DraftsOf(submissionId), cancellation);
        var id = IdOf(content.ToMemory().Span);
        return there.Any(draft => draft.DocumentId == id && draft.Material == material) || allowed.Takes(there.Length, there.Sum(draft => draft.Bytes), content.ToMemory().Length);
    }

    /// <summary>
    /// Moves all drafts of a submission into its cases, each into all that want its material; what none wants is deleted. After a move that broke
    /// off, the next one finishes it.
    /// </summary>
    /// <param name="casesOf">Case ids by the code of a material.</param>
    /// <param name="kept">Called for each document that a case has now; a draft is deleted only when that is done.</param>
    public async Task MoveDraftsAsync(
        string submissionId, Func<string, IEnumerable<string>> casesOf, Func<string, StoredDocument, Task>? kept = null, CancellationToken cancellation = default)
    {
        var drafts = DraftsOf(submissionId);
        await foreach (var draft in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, drafts + "/", cancellation))
        {
            var from = container.GetBlobClient(draft.Name);
            var content = await from.DownloadContentAsync(cancellation);
            var material = draft.Name[(drafts.Length + 1)..].Split('/')[0];
            foreach (var caseId in casesOf(material))
            {
                var document = await PutAsync(FolderOf(caseId), material, content.Value.Details.ContentType, content.Value.Content, cancellation);
                await (kept?.Invoke(caseId, document) ?? Task.CompletedTask);
            }
            await from.DeleteIfExistsAsync(cancellationToken: cancellation);
        }
    }

    /// <summary>Keeps a document of one case in another as well; the same twice is once. Nothing when it is not there.</summary>
    public async Task CopyAsync(string fromCaseId, string toCaseId, string material, string documentId, CancellationToken cancellation = default)
    {
        if (await ReadAsync(fromCaseId, material, documentId, cancellation) is { } document)
            await PutAsync(FolderOf(toCaseId), material, document.ContentType, document.Content, cancellation);
    }

    /// <summary>All documents of a case.</summary>
    public Task<ImmutableArray<StoredDocument>> ListAsync(string caseId, CancellationToken cancellation = default) => ListFolderAsync(FolderOf(caseId), cancellation);

    /// <returns><c>null</c>: there is none.</returns>
    public Task<DocumentContent?> ReadAsync(string caseId, string material, string documentId, CancellationToken cancellation = default) =>
        ReadFromAsync(FolderOf(caseId), material, documentId, cancellation);

    private async Task<DocumentContent?> ReadFromAsync(string folder, string material, string documentId, CancellationToken cancellation)
    {
        try
        {
            var content = await BlobOf(folder, material, documentId).DownloadContentAsync(cancellation);
            return new DocumentContent(content.Value.Content, content.Value.Details.ContentType);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Keeps a paper that the office issued, beside the documents that came in. It is never written over: the same bytes twice are one.</summary>
    /// <param name="kind">See <see cref="Domain.Cases.PaperKinds"/>.</param>
    public Task<StoredDocument> PutIssuedAsync(string caseId, string kind, BinaryData content, CancellationToken cancellation = default) =>
        PutAsync(IssuedOf(caseId), kind, DocumentType.Pdf.ContentType(), content, cancellation);

    /// <returns><c>null</c>: there is none.</returns>
    public Task<DocumentContent?> ReadIssuedAsync(string caseId, string kind, string documentId, CancellationToken cancellation = default) =>
        ReadFromAsync(IssuedOf(caseId), kind, documentId, cancellation);

    /// <summary>Keeps the package of a case for the city; the same bytes twice are one. It may be larger than any document.</summary>
    /// <param name="hash">SHA-256 of what the stream holds.</param>
    /// <returns>Its id.</returns>
    public async Task<string> PutPackageAsync(string caseId, byte[] hash, Stream content, CancellationToken cancellation = default)
    {
        var documentId = IdOfHash(hash);
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/zip" },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await container.GetBlobClient($"{PackagesOf(caseId)}/{Keys.Of(documentId)}").UploadAsync(content, options, cancellation);
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            // The same bytes are there already.
        }
        return documentId;
    }

    /// <returns><c>null</c>: there is none. The caller disposes it.</returns>
    public async Task<Stream?> OpenPackageAsync(string caseId, string documentId, CancellationToken cancellation = default)
    {
        try
        {
            return await container.GetBlobClient($"{PackagesOf(caseId)}/{Keys.Of(documentId)}").OpenReadAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    /// <summary>
    /// Deletes everything of a case: what came in, what the office issued, packages. Done again, it deletes what is left. In Azure, earlier versions go by the store's own rule,
    /// see <c>infra/azure</c>.
    /// </summary>
    public async Task EraseAsync(string caseId, CancellationToken cancellation = default)
    {
        foreach (var folder in (string[])[FolderOf(caseId), IssuedOf(caseId), PackagesOf(caseId)])
            await EraseFolderAsync(folder, cancellation);
    }

    /// <summary>Submissions of which something was sent ahead, and that did not come yet.</summary>
    public async IAsyncEnumerable<string> DraftsAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var folder in container.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", Drafts, cancellation))
        {
            if (folder.IsPrefix)
                yield return Keys.Read(folder.Prefix[Drafts.Length..^1]);
        }
    }

    /// <summary>Deletes what was uploaded for an application that was not sent.</summary>
    /// <returns>How many documents there were.</returns>
    public Task<int> EraseDraftsAsync(string submissionId, CancellationToken cancellation = default) => EraseFolderAsync(DraftsOf(submissionId), cancellation);

    /// <summary>Deletes what was uploaded before an instant for applications that were not sent since, at most so many documents.</summary>
    /// <returns>How many went.</returns>
    public async Task<int> EraseDraftsAsync(DateTimeOffset before, int most, CancellationToken cancellation = default)
    {
        var gone = 0;
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, Drafts, cancellation))
        {
            if (gone == most)
                break;
            if (blob.Properties.LastModified < before && await container.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellation))
                gone++;
        }
        return gone;
    }

    private async Task<int> EraseFolderAsync(string folder, CancellationToken cancellation)
    {
        var gone = 0;
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder + "/", cancellation))
            gone += await container.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellation) ? 1 : 0;
        return gone;
    }

    private async Task<StoredDocument> PutAsync(string folder, string material, string contentType, BinaryData content, CancellationToken cancellation)
    {
        var bytes = content.ToMemory();
        if (bytes.Length > DocumentReading.MostBytes)
            throw new ArgumentException($"A document has at most {DocumentReading.MostBytes} bytes.", nameof(content));
        var documentId = IdOf(bytes.Span);
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await BlobOf(folder, material, documentId).UploadAsync(content, options, cancellation);
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            // The same bytes are there already: that is what was asked for.
        }
        return new StoredDocument(documentId, material, contentType, bytes.Length);
    }

    private async Task<ImmutableArray<StoredDocument>> ListFolderAsync(string folder, CancellationToken cancellation)
    {
        var documents = ImmutableArray.CreateBuilder<StoredDocument>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder + "/", cancellation))
        {
            var parts = blob.Name[(folder.Length + 1)..].Split('/');
            documents.Add(new StoredDocument(parts[1], parts[0], blob.Properties.ContentType, blob.Properties.ContentLength ?? 0));
        }
        return documents.ToImmutable();
    }

    private BlobClient BlobOf(string folder, string material, string documentId) => container.GetBlobClient($"{folder}/{Keys.Of(material)}/{Keys.Of(documentId)}");

    private static string FolderOf(string caseId) => Keys.Of(caseId);

    private static string IssuedOf(string caseId) => "issued/" + Keys.Of(caseId);

    private static string DraftsOf(string submissionId) => Drafts + Keys.Of(submissionId);

    private static string PackagesOf(string caseId) => "packages/" + Keys.Of(caseId);

    /// <summary>Under which id bytes are kept, wherever they are.</summary>
    public static string IdOf(ReadOnlySpan<byte> content) => IdOfHash(SHA256.HashData(content));

    private static string IdOfHash(byte[] hash) =>
        Convert.ToBase64String(hash).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

/// <summary>A document that is kept.</summary>
/// <param name="DocumentId">base64url of the SHA-256 of its bytes.</param>
public sealed record StoredDocument(string DocumentId, string Material, string ContentType, long Bytes);

/// <summary>A document's bytes and what they are.</summary>
public sealed record DocumentContent(BinaryData Content, string ContentType);
