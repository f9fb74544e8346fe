using System.Diagnostics;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Documents;

namespace OneVisit.Storage.Tests;

/// <summary>A store that nobody listens at, as when Azurite was killed.</summary>
public sealed class OutageTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly OneVisitStorage storage = new(new StorageOptions
    {
        ConnectionString = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=;"
            + "BlobEndpoint=http://127.0.0.1:1/devstoreaccount1;QueueEndpoint=http://127.0.0.1:1/devstoreaccount1;TableEndpoint=http://127.0.0.1:1/devstoreaccount1;",
    });

    [Fact]
    public Task A_dead_table_store_is_reported_within_five_seconds() => SoonUnavailable(() => new CaseJournal(storage).ReadAsync(Sample.CaseId));

    [Fact]
    public Task An_append_to_a_dead_store_is_reported_within_five_seconds() =>
        SoonUnavailable(() => new CaseJournal(storage).AppendAsync(Sample.CaseId, 0, [Sample.Submitted], Actor.System, Sample.Now));

    [Fact]
    public Task A_dead_blob_store_is_reported_within_five_seconds() => SoonUnavailable(() => new BotStateBlobs(storage).ReadAsync("conversation"));

    [Fact]
    public Task A_dead_store_is_reported_to_who_asks_for_the_catalogue() => SoonUnavailable(() => new CatalogueStore(storage).LedgerAsync());

    [Fact]
    public Task An_upload_to_a_dead_store_is_reported_within_five_seconds() =>
        SoonUnavailable(() => new DocumentStore(storage).PutAsync(Sample.CaseId, "M04", DocumentType.Pdf, BinaryData.FromString("%PDF-")));

    [Fact]
    public Task A_dead_queue_is_reported_within_five_seconds() =>
        SoonUnavailable(() => new NoticeQueue(storage).SendAsync(new Notice("n", "resident:a", NoticeKinds.CaseClosed, Sample.CaseId, null, Sample.Now, new Dictionary<string, string>())));

    [Fact]
    public Task A_dead_store_is_reported_when_things_are_made() => SoonUnavailable(() => storage.EnsureCreatedAsync());

    [Fact]
    public async Task Giving_up_oneself_is_no_outage()
    {
        using var gaveUp = new CancellationTokenSource();
        gaveUp.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new CaseJournal(storage).ReadAsync(Sample.CaseId, gaveUp.Token));
    }

    private static async Task SoonUnavailable(Func<Task> ask)
    {
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAsync<StorageUnavailableException>(ask);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Soon);
    }
}
