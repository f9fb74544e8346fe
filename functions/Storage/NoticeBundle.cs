using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using OneVisit.Contracts;

namespace OneVisit.Storage;

/// <summary>
/// Several notices in one message, in the hands of one reader: it is deleted when the last of them is settled, that is told or on the queue by itself.
/// Broken off before, all come again, and those that were told are known by their ids.
/// </summary>
internal sealed class NoticeBundle(QueueClient queue, QueueMessage message, IEnumerable<Notice> notices)
{
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly HashSet<string> open = [.. notices.Select(notice => notice.NoticeId)];
    private string receipt = message.PopReceipt;

    public static BinaryData BodyOf(Notice notice) => new(JsonSerializer.SerializeToUtf8Bytes(notice, Wire.Json));

    /// <summary>As few messages as they fit into, in their order.</summary>
    public static IEnumerable<BinaryData> BodiesOf(IEnumerable<Notice> notices)
    {
        var (together, bytes) = (new List<Notice>(), 0);
        foreach (var notice in notices)
        {
            // A comma, and the brackets once.
            var more = BodyOf(notice).ToMemory().Length + 2;
            if (bytes + more > NoticeQueue.MostBytes && together.Count > 0)
            {
                yield return Close(together);
                (together, bytes) = ([], 0);
            }
            together.Add(notice);
            bytes += more;
        }
        if (together.Count > 0)
            yield return Close(together);

        static BinaryData Close(List<Notice> some) => some is [var alone] ? BodyOf(alone) : new(JsonSerializer.SerializeToUtf8Bytes(some, Wire.Json));
    }

    /// <summary>The notices of a message that holds several, as they were written; empty: it holds one, or what cannot be read.</summary>
    public static IReadOnlyList<BinaryData> PartsOf(BinaryData body)
    {
        if (body.ToMemory() is not { Length: <= NoticeQueue.MostBytes } text)
            return [];
        try
        {
            using var read = JsonDocument.Parse(text);
            return read.RootElement is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 1
                ? [.. list.EnumerateArray().Select(part => BinaryData.FromString(part.GetRawText()))]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    public async Task SettleAsync(Notice notice, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            open.Remove(notice.NoticeId);
            if (open.Count == 0)
                await queue.DropAsync(message.MessageId, receipt, cancellation);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>It takes longer: hidden for as long again, counted from now.</summary>
    /// <returns><c>false</c>: too late, somebody else has it.</returns>
    public async Task<bool> KeepAsync(TimeSpan visibility, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            if (await queue.HideAsync(message.MessageId, receipt, visibility, cancellation) is not { } kept)
                return false;
            receipt = kept;
            return true;
        }
        finally
        {
            one.Release();
        }
    }
}
