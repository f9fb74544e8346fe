using OneVisit.Domain.Versions;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class CatalogueStoreTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private const string By = "staff:city-reviewer";
    private static readonly DateOnly From = new(2026, 12, 1);
    private static readonly byte[] First = [1, 2, 3], Second = [4, 5, 6];

    [Fact]
    public async Task Before_anybody_handed_anything_in_the_book_is_empty() =>
        Assert.Equal((0, 0), await new CatalogueStore(Storage).LedgerAsync() is var ledger ? (ledger.Versions.Length, ledger.Activations.Length) : default);

    [Fact]
    public async Task Versions_are_numbered_in_the_order_they_come()
    {
        var store = new CatalogueStore(Storage);
        await store.PublishAsync("aaaa", First, By, Sample.Now, "一");
        await store.PublishAsync("bbbb", Second, By, Sample.Now, null);

        Assert.Equal([new(1, "aaaa", By, Sample.Now, "一"), new(2, "bbbb", By, Sample.Now)], (await store.LedgerAsync()).Versions.ToArray());
    }

    [Fact]
    public async Task The_bytes_of_a_version_are_read_as_they_were_written()
    {
        var store = new CatalogueStore(Storage);
        await store.PublishAsync("aaaa", First, By, Sample.Now, null);

        Assert.Equal(First, await store.ReadAsync("aaaa"));
    }

    [Fact]
    public async Task A_version_nobody_handed_in_has_no_bytes() => Assert.Null(await new CatalogueStore(Storage).ReadAsync("cccc"));

    [Fact]
    public async Task The_same_version_twice_keeps_its_number_and_its_note()
    {
        var store = new CatalogueStore(Storage);
        await store.PublishAsync("aaaa", First, By, Sample.Now, "一");

        var again = await store.PublishAsync("aaaa", First, "staff:other", Sample.Now.AddDays(1), "二");

        Assert.Equal(new KeptVersion(1, "aaaa", By, Sample.Now, "一"), Assert.Single(Assert.IsType<LedgerWrite.AlreadyThere>(again).Ledger.Versions));
    }

    [Fact]
    public async Task A_version_whose_bytes_broke_is_mended_by_handing_it_in_again()
    {
        var store = new CatalogueStore(Storage);
        await store.PublishAsync("aaaa", First, By, Sample.Now, null);
        await Storage.Container(Names.Catalogue).GetBlobClient("versions/aaaa.zip").UploadAsync(BinaryData.FromString("broken"), overwrite: true);

        await store.PublishAsync("aaaa", First, By, Sample.Now, null);

        Assert.Equal(First, await store.ReadAsync("aaaa"));
    }

    [Fact]
    public async Task Of_many_who_hand_in_at_the_same_moment_each_is_told_whether_it_was_kept()
    {
        var store = new CatalogueStore(Storage);

        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => store.PublishAsync($"v{number}", [(byte)number], By, Sample.Now, null)));

        var ledger = await store.LedgerAsync();
        Assert.Equal(ledger.Versions.Length, told.OfType<LedgerWrite.Written>().Count());
        Assert.Equal(8 - ledger.Versions.Length, told.OfType<LedgerWrite.SomebodyWasFirst>().Count());
        Assert.Equal(Enumerable.Range(1, ledger.Versions.Length), ledger.Versions.Select(version => version.Number));
    }

    [Fact]
    public async Task An_activation_is_added_at_the_end()
    {
        var store = new CatalogueStore(Storage);
        await store.ActivateAsync("aaaa", From, By, Sample.Now, "新标准");
        await store.ActivateAsync("bbbb", From.AddDays(1), By, Sample.Now, null);

        Assert.Equal([new("aaaa", From, By, Sample.Now, "新标准"), new("bbbb", From.AddDays(1), By, Sample.Now)], (await store.LedgerAsync()).Activations.ToArray());
    }

    [Fact]
    public async Task Who_had_not_seen_the_latest_activation_is_told_so_and_nothing_is_written()
    {
        var store = new CatalogueStore(Storage);
        await store.ActivateAsync("aaaa", From, By, Sample.Now, null, seen: 0);

        Assert.IsType<LedgerWrite.SomebodyWasFirst>(await store.ActivateAsync("bbbb", From, By, Sample.Now, null, seen: 0));
        Assert.Single((await store.LedgerAsync()).Activations);
    }

    [Fact]
    public async Task Of_many_who_change_what_is_in_force_at_once_each_is_told_whether_it_counts()
    {
        var store = new CatalogueStore(Storage);

        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => store.ActivateAsync($"v{number}", From, By, Sample.Now, null, seen: 0)));

        Assert.Single(told.OfType<LedgerWrite.Written>());
        Assert.Equal(7, told.OfType<LedgerWrite.SomebodyWasFirst>().Count());
        Assert.Single((await store.LedgerAsync()).Activations);
    }

    [Fact]
    public async Task A_version_handed_in_meanwhile_keeps_nobody_from_going_back()
    {
        var store = new CatalogueStore(Storage);
        await store.ActivateAsync("aaaa", From, By, Sample.Now, null);
        await store.PublishAsync("bbbb", Second, By, Sample.Now, null);

        Assert.IsType<LedgerWrite.Written>(await store.ActivateAsync("cccc", From, By, Sample.Now, null, seen: 1));
    }

    [Fact]
    public async Task The_same_activation_twice_is_one()
    {
        var store = new CatalogueStore(Storage);
        await store.ActivateAsync("aaaa", From, By, Sample.Now, null, seen: 0);

        Assert.IsType<LedgerWrite.AlreadyThere>(await store.ActivateAsync("aaaa", From, By, Sample.Now.AddSeconds(3), null, seen: 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"versions\":[]}")]
    public async Task A_book_that_cannot_be_read_is_neither_believed_nor_written_over(string text)
    {
        var blob = Storage.Container(Names.Catalogue).GetBlobClient("ledger.json");
        await blob.UploadAsync(BinaryData.FromString(text));
        var store = new CatalogueStore(Storage);

        await Assert.ThrowsAsync<InvalidDataException>(() => store.LedgerAsync());
        await Assert.ThrowsAsync<InvalidDataException>(() => store.ActivateAsync("aaaa", From, By, Sample.Now, null));
        Assert.Equal(text, (await blob.DownloadContentAsync()).Value.Content.ToString());
    }
}
