using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using OneVisit.Contracts;

namespace OneVisit.Storage;

/// <summary>
/// Queue <c>notices</c>: messages to people, at least once. One that failed <see cref="MostTries"/> times goes to <c>notices-poison</c>, where
/// the operator sees it; what cannot be read, of a kind or version this release does not know, or too large to be one of ours, goes there at
/// once. Text is JSON, UTF-8 in base64: a notice, or a list of them (<see cref="NoticeBundle"/>), each of which is told, tried again and put aside by itself.
/// </summary>
public sealed class NoticeQueue(OneVisitStorage storage)
{
    public const int MostTries = 5;

    /// <summary>How long a received notice is hidden from others when nothing else is asked for.</summary>
    public static readonly TimeSpan DefaultVisibility = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of JSON, inclusive, of a message. The longest reason a form takes stays far below.</summary>
    public const int MostBytes = 32 * 1024;

    private const int LongestId = 200;

    private readonly QueueClient queue = storage.Queue(Names.Notices);
    private readonly QueueClient poison = storage.Queue(Names.Poison);

    public Task SendAsync(Notice notice, CancellationToken cancellation = default) =>
        queue.SendForGoodAsync(NoticeBundle.BodyOf(notice), cancellation);

    /// <summary>Sends what is told of one occasion together: one message, unless it would be too large.</summary>
    public async Task SendAsync(IReadOnlyCollection<Notice> notices, CancellationToken cancellation = default)
    {
        foreach (var body in NoticeBundle.BodiesOf(notices))
            await queue.SendForGoodAsync(body, cancellation);
    }

    /// <summary>Takes up to <paramref name="most"/> messages (1 to 32) and hides them for a while; what is not deleted in that time comes again.</summary>
    public async Task<IReadOnlyList<ReceivedNotice>> ReceiveAsync(int most = 16, TimeSpan? visibility = null, CancellationToken cancellation = default)
    {
        QueueMessage[] messages = await queue.ReceiveMessagesAsync(most, visibility ?? DefaultVisibility, cancellation);
        var notices = new List<ReceivedNotice>(messages.Length);
        foreach (var message in messages)
        {
            if (NoticeBundle.PartsOf(message.Body) is { Count: > 0 } parts)
                notices.AddRange(await OpenAsync(message, parts, cancellation));
            else if (message.DequeueCount <= MostTries && Read(message.Body) is { } notice)
                notices.Add(new ReceivedNotice(notice, message.MessageId, message.PopReceipt, message.DequeueCount));
            else
                await queue.MoveAsync(message, message.Body, poison, cancellation);
        }
        return notices;
    }

    /// <summary>Done with it. Nothing happens when it was deleted before, or somebody else has it by now.</summary>
    public Task DeleteAsync(ReceivedNotice received, CancellationToken cancellation = default) =>
        received.Bundle is { } bundle ? bundle.SettleAsync(received.Notice, cancellation) : queue.DropAsync(received.MessageId, received.PopReceipt, cancellation);

    /// <summary>
    /// Not now: it comes again after <paramref name="delay"/>. Nothing happens when it is back in the queue already. One of several in a message goes
    /// on by itself and has all its tries before it.
    /// </summary>
    public async Task PostponeAsync(ReceivedNotice received, TimeSpan delay, CancellationToken cancellation = default)
    {
        if (received.Bundle is not { } bundle)
        {
            await queue.HideAsync(received.MessageId, received.PopReceipt, delay, cancellation);
            return;
        }
        await queue.SendForGoodAsync(NoticeBundle.BodyOf(received.Notice), cancellation, delay);
        await bundle.SettleAsync(received.Notice, cancellation);
    }

    /// <summary>It takes longer: hidden for as long again, counted from now.</summary>
    /// <returns><c>null</c>: too late, it was deleted or somebody else has it.</returns>
    public async Task<ReceivedNotice?> KeepAsync(ReceivedNotice received, TimeSpan visibility, CancellationToken cancellation = default) => received.Bundle is { } bundle
        ? await bundle.KeepAsync(visibility, cancellation) ? received : null
        : await queue.HideAsync(received.MessageId, received.PopReceipt, visibility, cancellation) is { } receipt ? received with { PopReceipt = receipt } : null;

    /// <summary>About how many notices were put aside; more than none needs a person.</summary>
    public async Task<int> CountPoisonAsync(CancellationToken cancellation = default) =>
        (await poison.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;

    // What cannot be told, or is taken again and again, must not hold up what it came with: then each goes on by itself. First the copies, then the deletion.
    private async Task<IReadOnlyList<ReceivedNotice>> OpenAsync(QueueMessage message, IReadOnlyList<BinaryData> parts, CancellationToken cancellation)
    {
        Notice[] notices = [.. parts.Select(Read).OfType<Notice>()];
        if (notices.Length == parts.Count && message.DequeueCount <= MostTries)
        {
            var bundle = new NoticeBundle(queue, message, notices);
            return [.. notices.Select(notice => new ReceivedNotice(notice, message.MessageId, message.PopReceipt, message.DequeueCount) { Bundle = bundle })];
        }
        foreach (var part in parts)
            await (Read(part) is null ? poison : queue).SendForGoodAsync(part, cancellation);
        await queue.DropAsync(message.MessageId, message.PopReceipt, cancellation);
        return [];
    }

    /// <summary><c>null</c>: it is no notice, or none that this release can tell.</summary>
    internal static Notice? Read(BinaryData body)
    {
        try
        {
            return body.ToMemory() is { Length: <= MostBytes } text && JsonSerializer.Deserialize<Notice>(text.Span, Wire.Json) is { } notice && IsTellable(notice) ? notice : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsTellable(Notice notice) =>
        notice is { IsKnown: true, NoticeId.Length: <= LongestId, To.Length: <= LongestId, CaseId.Length: <= LongestId, Kind: not null, Data: not null } && NoticeKinds.All.Contains(notice.Kind);
}

/// <summary>A notice in hand.</summary>
/// <param name="Tries">How often it was taken, this time included.</param>
public sealed record ReceivedNotice(Notice Notice, string MessageId, string PopReceipt, long Tries)
{
    /// <summary>With what it came in one message; <c>null</c>: alone.</summary>
    internal NoticeBundle? Bundle { get; init; }
}
