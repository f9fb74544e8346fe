using System.Net;
using Azure.Storage.Blobs.Models;
using OneVisit.Domain.Documents;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class DocumentStoreTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private const string Submission = "submission-0000001";
    private static readonly BinaryData Pdf = BinaryData.FromString("%PDF-1.7 a statement of income");

    private DocumentStore Documents => new(Storage);

    [Fact]
    public async Task A_document_is_read_as_it_came()
    {
        var kept = await Documents.PutAsync(Sample.CaseId, "M07", DocumentType.Pdf, Pdf);

        var read = await Documents.ReadAsync(Sample.CaseId, "M07", kept.DocumentId);

        Assert.Equal(("application/pdf", Pdf.ToString()), (read!.ContentType, read.Content.ToString()));
    }

    [Fact]
    public async Task The_same_bytes_twice_are_one_document()
    {
        var first = await Documents.PutAsync(Sample.CaseId, "M07", DocumentType.Pdf, Pdf);
        var second = await Documents.PutAsync(Sample.CaseId, "M07", DocumentType.Pdf, Pdf);

        Assert.Equal(first, second);
        Assert.Single(await NamesAsync());
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_not_there() =>
        Assert.Null(await Documents.ReadAsync(Sample.CaseId, "M07", "nothing"));

    [Fact]
    public async Task A_blob_is_named_by_case_material_and_content_only()
    {
        var kept = await Documents.PutAsync(Sample.CaseId, "M07", DocumentType.Pdf, Pdf);

        Assert.Equal([$"{Sample.CaseId}/M07/{kept.DocumentId}"], await NamesAsync());
    }

    [Fact]
    public async Task A_blob_carries_no_metadata()
    {
        var kept = await Documents.PutAsync(Sample.CaseId, "M07", DocumentType.Pdf, Pdf);
        BlobProperties properties = await Storage.Container(Names.Documents).GetBlobClient($"{Sample.CaseId}/M07/{kept.DocumentId}").GetPropertiesAsync();

        Assert.Empty(properties.Metadata);
    }

    [Fact]
    public async Task Drafts_move_into_the_case()
    {
        await Documents.PutDraftAsync(Submission, "M04", DocumentType.Pdf, Pdf);
        await Documents.PutDraftAsync(Submission, "M07", DocumentType.Jpeg, BinaryData.FromBytes([0xFF, 0xD8, 0xFF, 1]));

        await MoveAsync();
        var moved = await Documents.ListAsync(Sample.CaseId);

        Assert.Equal([("M04", "application/pdf"), ("M07", "image/jpeg")], moved.Select(document => (document.Material, document.ContentType)));
        Assert.DoesNotContain(await NamesAsync(), name => name.StartsWith("drafts/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_move_changes_nothing()
    {
        await Documents.PutDraftAsync(Submission, "M04", DocumentType.Pdf, Pdf);

        await MoveAsync();
        var first = await Documents.ListAsync(Sample.CaseId);
        await MoveAsync();
        var second = await Documents.ListAsync(Sample.CaseId);

        Assert.Equal(first.AsEnumerable(), second);
    }

    [Fact]
    public async Task Drafts_of_others_stay_where_they_are()
    {
        await Documents.PutDraftAsync(Submission + "0", "M04", DocumentType.Pdf, Pdf);

        await MoveAsync();

        Assert.Empty(await Documents.ListAsync(Sample.CaseId));
        Assert.StartsWith($"drafts/{Submission}0/", Assert.Single(await NamesAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_two_cases_want_is_in_both()
    {
        var draft = await Documents.PutDraftAsync(Submission, "M07", DocumentType.Pdf, Pdf);

        await Documents.MoveDraftsAsync(Submission, _ => [Sample.CaseId, Sample.CaseId + "2"]);

        Assert.Equal(draft, Assert.Single(await Documents.ListAsync(Sample.CaseId)));
        Assert.Equal(draft, Assert.Single(await Documents.ListAsync(Sample.CaseId + "2")));
    }

    [Fact]
    public async Task A_draft_stays_until_it_is_journalled()
    {
        var draft = await Documents.PutDraftAsync(Submission, "M07", DocumentType.Pdf, Pdf);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => Documents.MoveDraftsAsync(Submission, _ => [Sample.CaseId], (_, _) => throw new StorageUnavailableException(new IOException())));
        var before = (await NamesAsync()).Count(name => name.StartsWith("drafts/", StringComparison.Ordinal));
        var journalled = new List<(string, StoredDocument)>();
        await Documents.MoveDraftsAsync(Submission, _ => [Sample.CaseId], (caseId, document) =>
        {
            journalled.Add((caseId, document));
            return Task.CompletedTask;
        });

        Assert.Equal((1, 0), (before, (await NamesAsync()).Count(name => name.StartsWith("drafts/", StringComparison.Ordinal))));
        Assert.Equal([(Sample.CaseId, draft)], journalled);
    }

    [Fact]
    public async Task A_draft_that_no_case_wants_is_not_kept()
    {
        await Documents.PutDraftAsync(Submission, "M07", DocumentType.Pdf, Pdf);

        await Documents.MoveDraftsAsync(Submission, _ => []);

        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task A_copy_for_a_linked_case_is_the_same_paper()
    {
        var kept = await Documents.PutAsync(Sample.CaseId, "M07", DocumentType.Pdf, Pdf);

        await Documents.CopyAsync(Sample.CaseId, Sample.CaseId + "2", "M07", kept.DocumentId);

        Assert.Equal(kept, Assert.Single(await Documents.ListAsync(Sample.CaseId + "2")));
    }

    private Task MoveAsync() => Documents.MoveDraftsAsync(Submission, _ => [Sample.CaseId]);

    [Fact]
    public async Task More_than_ten_megabytes_are_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Documents.PutAsync(Sample.CaseId, "M07", DocumentType.Pdf, BinaryData.FromBytes(new byte[DocumentReading.MostBytes + 1])));

    [Fact]
    public async Task Exactly_ten_megabytes_are_taken() => Assert.Equal(
        DocumentReading.MostBytes,
        (await Documents.PutAsync(Sample.CaseId, "M07", DocumentType.Pdf, BinaryData.FromBytes(new byte[DocumentReading.MostBytes]))).Bytes);

    [Fact]
    public async Task By_its_address_alone_nobody_reads_it()
    {
        var kept = await Documents.PutAsync(Sample.CaseId, "M07", DocumentType.Pdf, Pdf);
        using var anybody = new HttpClient();
        var bare = Storage.Container(Names.Documents).GetBlobClient($"{Sample.CaseId}/M07/{kept.DocumentId}").Uri;

        Assert.NotEqual(HttpStatusCode.OK, (await anybody.GetAsync(bare)).StatusCode);
    }

    private async Task<List<string>> NamesAsync() =>
        await Storage.Container(Names.Documents).GetBlobsAsync(BlobTraits.None, BlobStates.None, null, default).Select(blob => blob.Name).ToListAsync();
}
