using Azure.Storage.Queues.Models;
using OneVisit.Contracts;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

/// <summary>Notices of one occasion travel in one message, and each has its own fate.</summary>
public sealed class NoticeBundleTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);

    private NoticeQueue Notices => new(Storage);

    [Fact]
    public async Task What_is_sent_together_is_one_message()
    {
        await Notices.SendAsync([Notice("n1"), Notice("n2"), Notice("n3")]);

        Assert.Equal(1, await WaitingAsync());
        Assert.Equal(["n1", "n2", "n3"], (await Notices.ReceiveAsync()).Select(received => received.Notice.NoticeId));
    }

    [Fact]
    public async Task A_single_notice_is_written_as_it_always_was()
    {
        await Notices.SendAsync([Notice("n1")]);

        PeekedMessage message = await Storage.Queue(Names.Notices).PeekMessageAsync();

        Assert.Equal("n1", NoticeQueue.Read(message.Body)?.NoticeId);
    }

    [Fact]
    public async Task The_message_goes_with_the_last_of_them()
    {
        await Notices.SendAsync([Notice("n1"), Notice("n2")]);
        var received = await Notices.ReceiveAsync(visibility: Hidden);

        await Notices.DeleteAsync(received[0]);
        await Notices.DeleteAsync(received[0]);
        var before = await WaitingAsync();
        await Notices.DeleteAsync(received[1]);

        Assert.Equal((1, 0), (before, await WaitingAsync()));
    }

    [Fact]
    public async Task Broken_off_between_two_both_come_again()
    {
        await Notices.SendAsync([Notice("n1"), Notice("n2")]);
        var received = await Notices.ReceiveAsync(visibility: TimeSpan.FromSeconds(1));

        await Notices.DeleteAsync(received[0]);

        IReadOnlyList<ReceivedNotice> again = [];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (again.Count == 0)
            again = await Notices.ReceiveAsync(visibility: Hidden, cancellation: patience.Token);
        Assert.Equal([("n1", 2), ("n2", 2)], again.Select(one => (one.Notice.NoticeId, one.Tries)));
    }

    [Fact]
    public async Task One_that_fails_comes_again_alone()
    {
        await Notices.SendAsync([Notice("n1"), Notice("n2")]);
        var received = await Notices.ReceiveAsync(visibility: Hidden);

        await Notices.PostponeAsync(received[0], TimeSpan.Zero);
        await Notices.DeleteAsync(received[1]);

        Assert.Equal(("n1", 1), (Assert.Single(await Notices.ReceiveAsync(visibility: Hidden)).Notice.NoticeId, await WaitingAsync()));
    }

    [Fact]
    public async Task One_that_fails_again_and_again_is_put_aside_alone()
    {
        await Notices.SendAsync([Notice("n1"), Notice("n2")]);
        var received = await Notices.ReceiveAsync(visibility: Hidden);
        await Notices.DeleteAsync(received[1]);
        await Notices.PostponeAsync(received[0], TimeSpan.Zero);
        for (var tries = 0; tries < NoticeQueue.MostTries; tries++)
            await Notices.PostponeAsync(Assert.Single(await Notices.ReceiveAsync(visibility: Hidden)), TimeSpan.Zero);

        Assert.Empty(await Notices.ReceiveAsync());
        Assert.Equal((0, 1), (await WaitingAsync(), await Notices.CountPoisonAsync()));
    }

    [Fact]
    public async Task What_this_release_cannot_tell_does_not_hold_up_what_it_came_with()
    {
        await Notices.SendAsync([Notice("n1"), Notice("n2") with { Kind = "case-dreamt" }, Notice("n3")]);

        var told = await EverythingAsync();

        Assert.Equal(["n1", "n3"], told);
        Assert.Equal(1, await Notices.CountPoisonAsync());
    }

    [Fact]
    public async Task A_message_that_was_taken_too_often_goes_on_as_single_notices_with_all_their_tries()
    {
        await Notices.SendAsync([Notice("n1"), Notice("n2")]);
        var queue = Storage.Queue(Names.Notices);
        for (var tries = 0; tries < NoticeQueue.MostTries; tries++)
        {
            QueueMessage taken = await queue.ReceiveMessageAsync(Hidden);
            await queue.UpdateMessageAsync(taken.MessageId, taken.PopReceipt, visibilityTimeout: TimeSpan.Zero);
        }

        Assert.Empty(await Notices.ReceiveAsync());
        Assert.Equal([("n1", 1), ("n2", 1)], (await Notices.ReceiveAsync()).Select(one => (one.Notice.NoticeId, one.Tries)));
    }

    [Fact]
    public async Task More_than_fits_into_a_message_is_sent_in_several_and_all_of_it_arrives()
    {
        var many = Enumerable.Range(0, 9).Select(number => Notice($"n{number}") with { Data = new Dictionary<string, string> { ["items"] = new('材', 3_000) } }).ToArray();

        await Notices.SendAsync(many);

        Assert.InRange(await WaitingAsync(), 2, 8);
        Assert.Equal(many.Select(notice => notice.NoticeId), await EverythingAsync());
    }

    [Fact]
    public async Task What_is_kept_is_deleted_under_its_new_receipt()
    {
        await Notices.SendAsync([Notice("n1"), Notice("n2")]);
        var received = await Notices.ReceiveAsync(visibility: Hidden);

        var kept = await Task.WhenAll(received.Select(one => Notices.KeepAsync(one, Hidden)));
        await Task.WhenAll(kept.Select(one => Notices.DeleteAsync(one!)));

        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task What_somebody_else_has_by_now_can_neither_be_kept_nor_deleted()
    {
        await Notices.SendAsync([Notice("n1"), Notice("n2")]);
        var received = await Notices.ReceiveAsync(visibility: Hidden);
        await Storage.Queue(Names.Notices).UpdateMessageAsync(received[0].MessageId, received[0].PopReceipt, visibilityTimeout: TimeSpan.Zero);
        await Notices.ReceiveAsync(visibility: Hidden);

        Assert.Null(await Notices.KeepAsync(received[0], Hidden));
        foreach (var one in received)
            await Notices.DeleteAsync(one);
        Assert.Equal(1, await WaitingAsync());
    }

    private async Task<string[]> EverythingAsync()
    {
        var ids = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            foreach (var received in await Notices.ReceiveAsync(32, Hidden))
            {
                ids.Add(received.Notice.NoticeId);
                await Notices.DeleteAsync(received);
            }
        }
        return [.. ids];
    }

    private async Task<int> WaitingAsync() => (await Storage.Queue(Names.Notices).GetPropertiesAsync()).Value.ApproximateMessagesCount;

    private static Notice Notice(string id) => new(
        id, "resident:abc", NoticeKinds.CaseReturned, Sample.CaseId, null, Sample.Now, new Dictionary<string, string> { ["items"] = "材料" });
}
