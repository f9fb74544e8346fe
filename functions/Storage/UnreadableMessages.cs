using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace OneVisit.Storage;

/// <summary>
/// Text on a queue that is not even base64, put there by hand or by another program. Unheeded, it would make every batch it comes in
/// unreadable: it is put aside at once.
/// </summary>
internal static class UnreadableMessages
{
    // What fills a message once it is base64. Nobody reads it again but a person, so the end of a longer one may go.
    private const int Most = 48 * 1024;

    public static async Task PutAsideAsync(QueueMessageDecodingFailedEventArgs found, Func<string, QueueClient> queueNamed)
    {
        // Who only looks leaves it where it is.
        if (found.ReceivedMessage is not { } message) return;
        var text = message.Body.ToMemory();
        var aside = queueNamed(found.Queue.Name + Names.PoisonEnding);
        await found.Queue.MoveAsync(message, new BinaryData(text[..Math.Min(text.Length, Most)]), aside, found.CancellationToken);
    }
}
