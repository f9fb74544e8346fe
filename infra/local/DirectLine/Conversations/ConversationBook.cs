using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using OneVisit.Local.DirectLine.History;

namespace OneVisit.Local.DirectLine.Conversations;

/// <summary>Finds conversations, in this process or in the history.</summary>
internal sealed class ConversationBook(HistoryStore store, AttachmentLinks links, DirectLineOptions options)
{
    private readonly ConcurrentDictionary<string, Conversation> open = new();

    /// <summary>A new one that nobody has begun: its id cannot be guessed (128 bits).</summary>
    public Conversation Mint(Member? who)
    {
        var row = new ConversationRow(WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16)), Started: false, who, Watermark: 0);
        store.Save(row);
        store.Forget();
        return open.GetOrAdd(row.Id, new Conversation(row, store, links, options));
    }

    /// <summary>One in which things may be said.</summary>
    public Conversation? FindBegun(string id) => Find(id) is { Started: true } begun ? begun : null;

    public Conversation? Find(string id)
    {
        if (open.TryGetValue(id, out var conversation)) return conversation;
        return store.FindConversation(id) is { } row ? open.GetOrAdd(id, _ => new Conversation(row, store, links, options)) : null;
    }
}
