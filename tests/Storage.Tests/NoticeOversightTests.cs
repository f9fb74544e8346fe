using OneVisit.Contracts;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class NoticeOversightTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private NoticeQueue Notices => new(Storage);

    private NoticeOversight Oversight => new(Storage);

    [Fact]
    public async Task Waiting_notices_are_counted_with_the_age_of_the_first()
    {
        await Notices.SendAsync(Notice("n1"));
        await Notices.SendAsync(Notice("n2"));

        var counts = await Oversight.CountAsync();

        Assert.Equal((2, true, 0), (counts.Waiting, counts.Oldest is not null, counts.PutAside));
    }

    [Fact]
    public async Task What_was_put_aside_is_told_with_its_tries()
    {
        await PutAsideAsync("n1");

        var aside = Assert.Single(await Oversight.PutAsideAsync());

        Assert.Equal(("n1", NoticeQueue.MostTries), (aside.Notice!.NoticeId, aside.Tries));
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_without_a_notice()
    {
        await Storage.Queue(Names.Poison).SendMessageAsync("no notice");

        Assert.Null(Assert.Single(await Oversight.PutAsideAsync()).Notice);
    }

    [Fact]
    public async Task What_is_tried_again_is_a_notice_like_any_other()
    {
        await PutAsideAsync("n1");
        await Oversight.RetryAsync(await MessageOfAsync("n1"));

        var received = Assert.Single(await Notices.ReceiveAsync());

        Assert.Equal(("n1", 1L, 0), (received.Notice.NoticeId, received.Tries, await Notices.CountPoisonAsync()));
    }

    [Fact]
    public async Task Tried_again_twice_at_once_it_comes_once()
    {
        await PutAsideAsync("n1");
        var message = await MessageOfAsync("n1");

        var done = await Task.WhenAll(Oversight.RetryAsync(message), Oversight.RetryAsync(message));

        Assert.Single(done, true);
        Assert.Single(await Notices.ReceiveAsync());
    }

    [Fact]
    public async Task What_was_dropped_is_nowhere()
    {
        await PutAsideAsync("n1");
        await Oversight.DropAsync(await MessageOfAsync("n1"));

        var counts = await Oversight.CountAsync();

        Assert.Equal((0, 0), (counts.Waiting, counts.PutAside));
    }

    [Fact]
    public async Task The_others_stay_and_can_be_seen_at_once()
    {
        for (var number = 0; number < 40; number++) await PutAsideAsync($"n{number}");
        await Oversight.DropAsync(await MessageOfAsync("n7"));

        Assert.Equal((39, 32), (await Notices.CountPoisonAsync(), (await Oversight.PutAsideAsync()).Count));
    }

    [Fact]
    public async Task What_is_not_there_is_not_looked_for_for_ever()
    {
        await PutAsideAsync("n1");

        Assert.False(await Oversight.DropAsync("nobody"));
        Assert.Single(await Oversight.PutAsideAsync());
    }

    private async Task<string> MessageOfAsync(string notice) =>
        (await Oversight.PutAsideAsync()).Single(aside => aside.Notice?.NoticeId == notice).MessageId;

    private Task PutAsideAsync(string id) => Storage.Queue(Names.Poison).SendMessageAsync(System.Text.Json.JsonSerializer.Serialize(Notice(id), Wire.Json));

    private static Notice Notice(string id) => new(id, "resident:abc", NoticeKinds.CaseClosed, Sample.CaseId, null, Sample.Now, new Dictionary<string, string>());
}
