using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using OneVisit.Contracts;

namespace OneVisit.Storage;

/// <summary>The notices as the operator sees them: how many wait, and which were put aside; those can be tried once more, or dropped.</summary>
public sealed class NoticeOversight(OneVisitStorage storage)
{
    /// <summary>As many messages as the store hands out at once.</summary>
    private const int AtOnce = 32;

    // Longer than an act takes; after it, what a broken-off act had in hand can be seen again.
    private static readonly TimeSpan InHand = TimeSpan.FromSeconds(30);

    private readonly QueueClient queue = storage.Queue(Names.Notices);
    private readonly QueueClient poison = storage.Queue(Names.Poison);

    public async Task<NoticeCounts> CountAsync(CancellationToken cancellation = default)
    {
        var waiting = await queue.GetPropertiesAsync(cancellation);
        var aside = await poison.GetPropertiesAsync(cancellation);
        PeekedMessage? first = await queue.PeekMessageAsync(cancellation);
        return new(waiting.Value.ApproximateMessagesCount, first?.InsertedOn, aside.Value.ApproximateMessagesCount);
    }

    /// <summary>The first 32 of those put aside.</summary>
    public async Task<IReadOnlyList<PutAsideNotice>> PutAsideAsync(CancellationToken cancellation = default)
    {
        PeekedMessage[] messages = await poison.PeekMessagesAsync(AtOnce, cancellation);
        return [.. messages.Select(message => new PutAsideNotice(message.MessageId, NoticeQueue.Read(message.Body), message.InsertedOn))];
    }

    /// <summary>Puts one back among the notices, with all its tries before it. Broken off half-way it comes twice, and its reader knows its notice id.</summary>
    /// <returns><c>false</c>: it is no longer there, somebody else was faster.</returns>
    public Task<bool> RetryAsync(string messageId, CancellationToken cancellation = default) =>
        TakeAsync(messageId, message => poison.MoveAsync(message, message.Body, queue, cancellation), cancellation);

    /// <inheritdoc cref="RetryAsync"/>
    /// <summary>Forgets one for good.</summary>
    public Task<bool> DropAsync(string messageId, CancellationToken cancellation = default) =>
        TakeAsync(messageId, message => poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation), cancellation);

    // The store hands out the next messages, not a certain one: the others are given back as soon as it is found.
    private async Task<bool> TakeAsync(string messageId, Func<QueueMessage, Task> act, CancellationToken cancellation)
    {
        var others = new Dictionary<string, QueueMessage>();
        try
        {
            while (true)
            {
                QueueMessage[] batch = await poison.ReceiveMessagesAsync(AtOnce, InHand, cancellation);
                var wanted = batch.FirstOrDefault(message => message.MessageId == messageId);
                var fresh = batch.Count(message => message != wanted && others.TryAdd(message.MessageId, message));
                if (wanted is null && fresh == 0) return false;
                if (wanted is null) continue;
                await act(wanted);
                return true;
            }
        }
        finally
        {
            foreach (var other in others.Values) await poison.HideAsync(other.MessageId, other.PopReceipt, TimeSpan.Zero, CancellationToken.None);
        }
    }
}

/// <summary>About how many messages with notices wait, since when the first of them, and how many notices were put aside.</summary>
public sealed record NoticeCounts(int Waiting, DateTimeOffset? Oldest, int PutAside);

/// <summary>A notice that could not be delivered.</summary>
/// <param name="Notice"><c>null</c>: it cannot be read.</param>
public sealed record PutAsideNotice(string MessageId, Notice? Notice, DateTimeOffset? Since)
{
    /// <summary>How often it was tried before it was put aside; what cannot be read is put aside at once.</summary>
    public int Tries => Notice is null ? 1 : NoticeQueue.MostTries;
}
