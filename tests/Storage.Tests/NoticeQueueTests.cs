using Azure.Storage.Queues;
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

    [Theory]
    [InlineData("no notice")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"noticeId":"n0"}""")]
    [InlineData("""{"noticeId":"n0","to":"resident:abc","kind":"case-closed","caseId":"c","at":"yesterday","data":{}}""")]
    [InlineData("""{"noticeId":"n0","to":"resident:abc","kind":"case-dreamt","caseId":"c","at":"2026-11-24T00:00:00Z","data":{}}""")]
    [InlineData("""{"noticeId":"n0","to":"resident:abc","kind":"case-closed","caseId":"c","at":"2026-11-24T00:00:00Z","data":{},"version":3}""")]
    public async Task What_cannot_be_told_is_put_aside_at_once_and_the_rest_goes_on(string text)
    {
        await Storage.Queue(Names.Notices).SendMessageAsync(text);
        await Notices.SendAsync(Notice("n2"));

        Assert.Equal(("n2", 1), (Assert.Single(await Notices.ReceiveAsync()).Notice.NoticeId, await Notices.CountPoisonAsync()));
    }

    [Fact]
    public async Task A_notice_that_says_nothing_of_its_version_is_of_the_first()
    {
        await Storage.Queue(Names.Notices).SendMessageAsync(
            """{"noticeId":"n0","to":"resident:abc","kind":"case-closed","caseId":"c","at":"2026-11-24T00:00:00Z","data":{}}""");

        Assert.Equal(1, Assert.Single(await Notices.ReceiveAsync()).Notice.Version);
    }

    [Fact]
    public async Task A_notice_larger_than_any_of_ours_is_put_aside_at_once_and_the_rest_goes_on()
    {
        await Notices.SendAsync(Notice("n1") with { Data = new Dictionary<string, string> { ["items"] = new('a', NoticeQueue.MostBytes) } });
        await Notices.SendAsync(Notice("n2"));

        Assert.Equal(("n2", 1), (Assert.Single(await Notices.ReceiveAsync()).Notice.NoticeId, await Notices.CountPoisonAsync()));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(60_000)]
    public async Task What_another_program_wrote_as_plain_text_is_put_aside_at_once_and_the_rest_goes_on(int length)
    {
        await Plain(Names.Notices).SendMessageAsync(new string('*', length));
        await Notices.SendAsync(Notice("n2"));

        Assert.Equal(("n2", 1), (Assert.Single(await Notices.ReceiveAsync()).Notice.NoticeId, await Notices.CountPoisonAsync()));
    }

    [Fact]
    public async Task What_another_program_wrote_as_plain_text_can_be_read_among_those_put_aside()
    {
        await Plain(Names.Notices).SendMessageAsync("*plain*");
        await Notices.ReceiveAsync();

        PeekedMessage aside = await Storage.Queue(Names.Poison).PeekMessageAsync();

        Assert.Equal("*plain*", aside.Body.ToString());
    }

    [Fact]
    public async Task A_batch_is_of_32_notices_at_most()
    {
        for (var i = 0; i < 40; i++) await Notices.SendAsync(Notice($"n{i}"));

        Assert.Equal((32, 8), ((await Notices.ReceiveAsync(32, Hidden)).Count, (await Notices.ReceiveAsync(32, Hidden)).Count));
    }

    [Fact]
    public async Task What_is_kept_stays_in_hand_under_its_new_receipt()
    {
        await Notices.SendAsync(Notice("n1"));
        var received = Assert.Single(await Notices.ReceiveAsync(visibility: Hidden));

        var kept = await Notices.KeepAsync(received, Hidden);
        await Notices.DeleteAsync(kept!);

        Assert.Equal(0, (await Storage.Queue(Names.Notices).GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task What_somebody_else_has_by_now_cannot_be_kept()
    {
        await Notices.SendAsync(Notice("n1"));
        var received = Assert.Single(await Notices.ReceiveAsync(visibility: Hidden));
        await Notices.PostponeAsync(received, AtOnce);
        await Notices.ReceiveAsync(visibility: Hidden);

        Assert.Null(await Notices.KeepAsync(received, Hidden));
    }

    [Fact]
    public async Task The_readers_note_of_what_they_told_is_taken_once()
    {
        var seen = new SeenNotices(Storage);

        var answers = new List<bool> { await seen.HasAsync("n1"), await seen.NoteAsync("n1"), await seen.NoteAsync("n1"), await seen.HasAsync("n1") };

        Assert.Equal([false, true, false, true], answers);
    }

    /// <summary>The queue as another program sees it.</summary>
    private QueueClient Plain(string name) => new(Options.ConnectionString, Options.Prefix + name);

    private static Notice Notice(string id) => new(
        id, "resident:abc", NoticeKinds.CaseReturned, Sample.CaseId, null, Sample.Now, new Dictionary<string, string> { ["items"] = "材料：收入证明 \u0001 <b>&amp;" });
}
