using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using OneVisit.Domain.Documents;

namespace OneVisit.Storage;

/// <summary>
/// Papers that wait for the virus scanner: container <c>documents</c>, <c>quarantine/{cases or drafts}/{case or submission}/{material}/{document}</c>. No case knows them and
/// nobody is shown them. What is to become of one stands in its own name and metadata, so that nothing can be there without it.
/// </summary>
public sealed class QuarantineStore(OneVisitStorage storage)
{
    private const string Root = "quarantine/";
    private const string Cases = Root + "cases/";
    private const string Drafts = Root + "drafts/";
    private const string Note = "note";
    private readonly BlobContainerClient container = storage.Container(Names.Documents);

    /// <summary>Keeps a paper; the same twice is once.</summary>
    /// <param name="note">ASCII: who sent it, sealed.</param>
    public Task<QuarantinedPaper> PutAsync(QuarantinePlace place, string material, DocumentType type, BinaryData content, string note, CancellationToken cancellation = default) =>
        PutAsync(FolderOf(place), material, DocumentStore.IdOf(content.ToMemory().Span), type.ContentType(), content, note, cancellation);

    public async IAsyncEnumerable<QuarantinedPaper> ListAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, Root, cancellation))
            yield return Read(blob);
    }

    /// <returns><c>null</c>: it is gone.</returns>
    public async Task<BinaryData?> ReadAsync(QuarantinedPaper paper, CancellationToken cancellation = default)
    {
        try
        {
            return (await container.GetBlobClient(paper.Name).DownloadContentAsync(cancellation)).Value.Content;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    public Task RemoveAsync(QuarantinedPaper paper, CancellationToken cancellation = default) => container.GetBlobClient(paper.Name).DeleteIfExistsAsync(cancellationToken: cancellation);

    /// <summary>Another note beside a paper that waits. Nothing when it is gone.</summary>
    public async Task<QuarantinedPaper> NoteAsync(QuarantinedPaper paper, string note, CancellationToken cancellation = default)
    {
        try
        {
            await container.GetBlobClient(paper.Name).SetMetadataAsync(new Dictionary<string, string> { [Note] = note }, cancellationToken: cancellation);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // Settled meanwhile.
        }
        return paper with { Note = note };
    }

    /// <summary>Deletes what waits for a case or a submission.</summary>
    /// <returns>How many papers there were.</returns>
    public Task<int> EraseAsync(QuarantinePlace place, CancellationToken cancellation = default) => EraseAsync(FolderOf(place) + "/", _ => true, int.MaxValue, cancellation);

    /// <summary>Deletes what came before an instant for applications that were not sent since, at most so many papers.</summary>
    /// <returns>How many went.</returns>
    public Task<int> EraseDraftsAsync(DateTimeOffset before, int most, CancellationToken cancellation = default) =>
        // When it came: its note may have been written anew since.
        EraseAsync(Drafts, blob => (blob.Properties.CreatedOn ?? blob.Properties.LastModified) < before, most, cancellation);

    private async Task<int> EraseAsync(string prefix, Func<BlobItem, bool> isOver, int most, CancellationToken cancellation)
    {
        var gone = 0;
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellation))
        {
            if (gone == most)
                break;
            if (isOver(blob) && await container.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellation))
                gone++;
        }
        return gone;
    }

    /// <summary>
    /// The submission became cases: what waits for it waits for each case that wants it; what none wants is deleted. To be done before <see cref="DocumentStore.MoveDraftsAsync"/>:
    /// what is released meanwhile is then a draft that is moved.
    /// </summary>
    public async Task AssignAsync(string submissionId, Func<string, IEnumerable<string>> casesOf, CancellationToken cancellation = default)
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, FolderOf(new QuarantinePlace.Draft(submissionId)) + "/", cancellation))
        {
            var paper = Read(blob);
            if (await ReadAsync(paper, cancellation) is not { } content)
                continue;
            foreach (var caseId in casesOf(paper.Material))
                await PutAsync(FolderOf(new QuarantinePlace.Case(caseId)), paper.Material, paper.DocumentId, paper.ContentType, content, paper.Note, cancellation);
            await RemoveAsync(paper, cancellation);
        }
    }

    private async Task<QuarantinedPaper> PutAsync(string folder, string material, string documentId, string contentType, BinaryData content, string note, CancellationToken cancellation)
    {
        var name = $"{folder}/{Keys.Of(material)}/{Keys.Of(documentId)}";
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            Metadata = new Dictionary<string, string> { [Note] = note },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await container.GetBlobClient(name).UploadAsync(content, options, cancellation);
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            // It waits already.
        }
        return new QuarantinedPaper(name, PlaceOf(name), material, documentId, contentType, note);
    }

    private static QuarantinedPaper Read(BlobItem blob)
    {
        var parts = blob.Name.Split('/');
        return new QuarantinedPaper(blob.Name, PlaceOf(blob.Name), parts[3], parts[4], blob.Properties.ContentType, blob.Metadata[Note]);
    }

    private static string FolderOf(QuarantinePlace place) => place switch
    {
        QuarantinePlace.Case one => Cases + Keys.Of(one.CaseId),
        QuarantinePlace.Draft draft => Drafts + Keys.Of(draft.SubmissionId),
        _ => throw new ArgumentOutOfRangeException(nameof(place)),
    };

    private static QuarantinePlace PlaceOf(string name) =>
        name.StartsWith(Cases, StringComparison.Ordinal) ? new QuarantinePlace.Case(Keys.Read(name.Split('/')[2])) : new QuarantinePlace.Draft(Keys.Read(name.Split('/')[2]));
}

/// <summary>Where a paper goes when it is clean.</summary>
public abstract record QuarantinePlace
{
    public sealed record Case(string CaseId) : QuarantinePlace;

    /// <param name="SubmissionId">As <see cref="DocumentStore.PutDraftAsync"/> knows it.</param>
    public sealed record Draft(string SubmissionId) : QuarantinePlace;

    private QuarantinePlace()
    {
    }
}

/// <summary>A paper that waits.</summary>
/// <param name="Name">Of its blob.</param>
/// <param name="Note">As it was given.</param>
public sealed record QuarantinedPaper(string Name, QuarantinePlace Place, string Material, string DocumentId, string ContentType, string Note);
