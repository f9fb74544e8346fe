using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace OneVisit.Storage;

/// <summary>What our queues do with a message, wherever it stands.</summary>
internal static class QueueMessages
{
    /// <summary>Leaves a message that no age takes away.</summary>
    /// <param name="notBefore">It shows itself after so long; <c>null</c>: at once.</param>
    public static Task SendForGoodAsync(this QueueClient queue, BinaryData body, CancellationToken cancellation, TimeSpan? notBefore = null) =>
        queue.SendMessageAsync(body, visibilityTimeout: notBefore, timeToLive: TimeSpan.FromSeconds(-1), cancellation);

    /// <summary>First the copy, then the deletion: broken off in between, it is there twice rather than lost.</summary>
    public static async Task MoveAsync(this QueueClient queue, QueueMessage message, BinaryData body, QueueClient to, CancellationToken cancellation)
    {
        await to.SendForGoodAsync(body, cancellation);
        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
    }

    /// <summary>Done with a message in hand. Nothing happens when it was deleted before, or somebody else has it by now: whoever reads it a second time knows it.</summary>
    public static async Task DropAsync(this QueueClient queue, string messageId, string popReceipt, CancellationToken cancellation)
    {
        try
        {
            await queue.DeleteMessageAsync(messageId, popReceipt, cancellation);
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 400)
        {
            // At least once.
        }
    }

    /// <summary>Hides a message in hand for so long, counted from now.</summary>
    /// <returns>Its new receipt; <c>null</c>: too late, it was deleted, is back in the queue, or somebody else has it.</returns>
    public static async Task<string?> HideAsync(this QueueClient queue, string messageId, string popReceipt, TimeSpan visibility, CancellationToken cancellation)
    {
        try
        {
            UpdateReceipt hidden = await queue.UpdateMessageAsync(messageId, popReceipt, visibilityTimeout: visibility, cancellationToken: cancellation);
            return hidden.PopReceipt;
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 400)
        {
            return null;
        }
    }
}
