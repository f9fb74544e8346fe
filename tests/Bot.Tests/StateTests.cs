using System.Text;
using Azure.Storage.Blobs;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OneVisit.Bot.State;
using OneVisit.Bot.Tests.City;
using OneVisit.Domain.Identity;
using OneVisit.Storage;

namespace OneVisit.Bot.Tests;

[Collection(CityCollection.Name)]
public sealed class StateTests(BotCity city)
{
    private const string IdNumber = "370982197001010016";

    [Fact]
    public async Task No_ID_number_lies_open_in_the_store()
    {
        var resident = city.Resident();
        await resident.SayAsync($"我家很困难，我的身份证号是{IdNumber}");
        Assert.DoesNotContain(IdNumber, await AllBlobsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_a_resident_said_lies_open_in_the_store()
    {
        await city.Resident().SayAsync("丈夫病逝以后特别艰难的一家人");
        Assert.DoesNotContain("特别艰难", await AllBlobsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_kept_is_read_again_by_a_bot_that_started_anew()
    {
        await WriteAsync(New(), "k1", "kept");
        Assert.Equal("kept", (await ReadAsync(New(), "k1"))["talk"]);
    }

    [Fact]
    public async Task A_write_over_somebody_elses_newer_one_is_refused()
    {
        await WriteAsync(New(), "k2", "first");
        var (one, other) = (New(), New());
        var (mine, theirs) = (await ReadAsync(one, "k2"), await ReadAsync(other, "k2"));
        theirs["talk"] = "theirs";
        await other.WriteAsync(new Dictionary<string, object> { ["k2"] = theirs });
        mine["talk"] = "mine";
        await Assert.ThrowsAsync<StateChangedException>(() => one.WriteAsync(new Dictionary<string, object> { ["k2"] = mine }));
    }

    [Fact]
    public async Task Of_two_first_writes_the_second_is_refused()
    {
        var (one, other) = (New(), New());
        var (mine, theirs) = (await ReadAsync(one, "k3"), await ReadAsync(other, "k3"));
        (mine["talk"], theirs["talk"]) = ("mine", "theirs");
        await other.WriteAsync(new Dictionary<string, object> { ["k3"] = theirs });
        await Assert.ThrowsAsync<StateChangedException>(() => one.WriteAsync(new Dictionary<string, object> { ["k3"] = mine }));
    }

    [Fact]
    public async Task State_put_under_another_persons_key_cannot_be_opened()
    {
        var blobs = city.Services.GetRequiredService<BotStateBlobs>();
        await WriteAsync(New(), "k4", "of one");
        var stored = await blobs.ReadAsync("k4");
        await blobs.WriteAsync("k5", stored!.Json, null);
        await Assert.ThrowsAnyAsync<Exception>(() => ReadAsync(New(), "k5"));
    }

    [Fact]
    public async Task What_an_older_key_sealed_is_sealed_anew_and_then_needs_it_no_more()
    {
        var (ring, blobs) = (new KeyRing(new SealingKeys(Of(1))), Alone());
        var old = new SealedBotStorage(blobs, new Sealer(ring), new BotMemory());
        await WriteAsync(old, "webchat/users/a", "kept");
        ring.Replace(new SealingKeys("k2", new Dictionary<string, byte[]> { ["k1"] = Of(1), ["k2"] = Of(2) }));
        var anew = new SealStateAnew(blobs, old, new Sealer(ring), TimeProvider.System, NullLogger<SealStateAnew>.Instance);

        Assert.Equal(0, await anew.GoAsync(CancellationToken.None));
        Assert.Null(await anew.GoAsync(CancellationToken.None));
        ring.Replace(new SealingKeys("k2", new Dictionary<string, byte[]> { ["k2"] = Of(2) }));
        Assert.Equal("kept", (await ReadAsync(new SealedBotStorage(blobs, new Sealer(ring), new BotMemory()), "webchat/users/a"))["talk"]);
    }

    [Fact]
    public async Task A_silent_conversation_stays_as_old_as_it_is_when_it_is_sealed_anew()
    {
        const string key = "webchat/conversations/d";
        var (ring, blobs, said) = (new KeyRing(new SealingKeys(Of(1))), Alone(), TimeProvider.System.GetUtcNow().AddDays(-200));
        var state = new SealedBotStorage(blobs, new Sealer(ring), new BotMemory());
        await WriteAsync(state, key, "long ago");
        var stored = (await blobs.ReadAsync(key))!;
        await blobs.WriteAnewAsync(key, stored.Json, stored with { WrittenAt = said }, "k1");
        ring.Replace(new SealingKeys("k2", new Dictionary<string, byte[]> { ["k1"] = Of(1), ["k2"] = Of(2) }));

        Assert.True(await state.SealAnewAsync(key, CancellationToken.None));
        Assert.Equal("k2", (await blobs.ListAsync().SingleAsync()).SealedBy);
        Assert.Equal(1, await blobs.EraseConversationsAsync(said.AddDays(1), 10));
    }

    [Fact]
    public async Task Whoever_writes_while_it_is_sealed_anew_loses_nothing()
    {
        var (ring, blobs) = (new KeyRing(new SealingKeys(Of(1))), Alone());
        var state = new SealedBotStorage(blobs, new Sealer(ring), new BotMemory());
        await WriteAsync(state, "webchat/users/b", "first");
        var mine = await ReadAsync(state, "webchat/users/b");
        ring.Replace(new SealingKeys("k2", new Dictionary<string, byte[]> { ["k1"] = Of(1), ["k2"] = Of(2) }));
        await state.SealAnewAsync("webchat/users/b", CancellationToken.None);

        mine["talk"] = "second";
        await Assert.ThrowsAsync<StateChangedException>(() => state.WriteAsync(new Dictionary<string, object> { ["webchat/users/b"] = mine }));
        await WriteAsync(state, "webchat/users/b", "second");
        Assert.Equal("second", (await ReadAsync(state, "webchat/users/b"))["talk"]);
    }

    [Fact]
    public async Task What_cannot_be_opened_is_left_and_told_of()
    {
        var blobs = Alone();
        var state = new SealedBotStorage(blobs, new Sealer(new SealingKeys(Of(1))), new BotMemory());
        await WriteAsync(state, "webchat/users/c", "kept");
        var others = new Sealer(new SealingKeys("k2", new Dictionary<string, byte[]> { ["k2"] = Of(2) }));

        Assert.Equal(1, await new SealStateAnew(blobs, new SealedBotStorage(blobs, others, new BotMemory()), others, TimeProvider.System, NullLogger<SealStateAnew>.Instance).GoAsync(CancellationToken.None));
        Assert.Equal("kept", (await ReadAsync(state, "webchat/users/c"))["talk"]);
    }

    private static byte[] Of(byte value) => [.. Enumerable.Repeat(value, SealingKeys.KeyLength)];

    // A container of its own, in which nobody else's conversations lie.
    private BotStateBlobs Alone()
    {
        var storage = new OneVisitStorage(new StorageOptions { ConnectionString = city.Connection, Prefix = "s" + Guid.NewGuid().ToString("N")[..12], Share = StorageShare.Bot });
        storage.EnsureCreatedAsync().GetAwaiter().GetResult();
        return new BotStateBlobs(storage);
    }

    private IStorage New() => new SealedBotStorage(city.Services.GetRequiredService<BotStateBlobs>(), city.Services.GetRequiredService<Sealer>(), new BotMemory());

    private static async Task<IDictionary<string, object>> ReadAsync(IStorage storage, string key) => (IDictionary<string, object>)(await storage.ReadAsync([key]))[key];

    private static async Task WriteAsync(IStorage storage, string key, string text)
    {
        var item = await ReadAsync(storage, key);
        item["talk"] = text;
        await storage.WriteAsync(new Dictionary<string, object> { [key] = item });
    }

    private async Task<string> AllBlobsAsync()
    {
        var container = new BlobContainerClient(city.Connection, city.Prefix + "bot");
        var all = new StringBuilder();
        await foreach (var blob in container.GetBlobsAsync())
            all.Append(blob.Name).Append((await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content);
        Assert.NotEqual(0, all.Length);
        return all.ToString();
    }
}
