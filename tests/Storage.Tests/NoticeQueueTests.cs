using Azure.Storage.Queues.Models;
using OneVisit.Contracts;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class NoticeQueueTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly TimeSpan AtOnce = TimeSpan.Zero;
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);

    private NoticeQueue Notices => new(Storage);

    [Fact]
    public async Task A_notice_arrives_as_it_was_sent()
    {
        await Notices.SendAsync(Notice("n1"));

        var received = Assert.Single(await Notices.ReceiveAsync());

        Assert.Equal(("n1", "材料：收入证明 \u0001 <b>&amp;"), (received.Notice.NoticeId, received.Notice.Data["items"]));
    }

    [Fact]
    public async Task What_one_reader_has_in_hand_another_does_not_get()
    {
        await Notices.SendAsync(Notice("n1"));
        await Notices.ReceiveAsync(visibility: Hidden);

        Assert.Empty(await Notices.ReceiveAsync());
    }

    [Fact]
    public async Task What_was_postponed_without_delay_comes_again_with_its_tries_counted()
    {
        await Notices.SendAsync(Notice("n1"));
        await Notices.PostponeAsync(Assert.Single(await Notices.ReceiveAsync(visibility: Hidden)), AtOnce);

        Assert.Equal(2, Assert.Single(await Notices.ReceiveAsync()).Tries);
    }

    [Fact]
    public async Task What_was_deleted_does_not_come_again()
    {
        await Notices.SendAsync(Notice("n1"));
        var received = Assert.Single(await Notices.ReceiveAsync(visibility: Hidden));

        await Notices.DeleteAsync(received);
        await Notices.DeleteAsync(received);

        Assert.Equal(0, (await Storage.Queue(Names.Notices).GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task A_notice_that_failed_five_times_is_put_aside()
    {
        await Notices.SendAsync(Notice("n1"));
        for (var tries = 0; tries < NoticeQueue.MostTries; tries++)
            await Notices.PostponeAsync(Assert.Single(await Notices.ReceiveAsync(visibility: Hidden)), AtOnce);

        Assert.Empty(await Notices.ReceiveAsync());
        Assert.Equal(1, await Notices.CountPoisonAsync());
    }

    [Fact]
    public async Task A_notice_put_aside_keeps_its_text()
    {
        await Storage.Queue(Names.Notices).SendMessageAsync("no notice");
        await Notices.ReceiveAsync();

        PeekedMessage aside = await Storage.Queue(Names.Poison).PeekMessageAsync();

        Assert.Equal("no notice", aside.Body.ToString());
    }

    [Fact]
    public async Task Text_that_is_no_notice_does_not_hold_up_the_next()
    {
        await Storage.Queue(Names.Notices).SendMessageAsync("{\"noticeId\":\"half\"}");
        await Notices.SendAsync(Notice("n2"));

        Assert.Equal("n2", Assert.Single(await Notices.ReceiveAsync()).Notice.NoticeId);
    }

    [Fact]
    public async Task The_readers_note_of_what_they_told_is_taken_once()
    {
        var seen = new SeenNotices(Storage);

        var answers = new List<bool> { await seen.HasAsync("n1"), await seen.NoteAsync("n1"), await seen.NoteAsync("n1"), await seen.HasAsync("n1") };

        Assert.Equal([false, true, false, true], answers);
    }

    private static Notice Notice(string id) => new(
        id, "resident:abc", NoticeKinds.CaseReturned, Sample.CaseId, null, Sample.Now, new Dictionary<string, string> { ["items"] = "材料：收入证明 \u0001 <b>&amp;" });
}
