namespace OneVisit.Local.DirectLine.History;

/// <summary>A conversation as kept: whether it has begun, who the person is, and the last watermark given out.</summary>
internal sealed record ConversationRow(string Id, bool Started, Member? Member, long Watermark);

/// <summary>The person of a conversation.</summary>
internal sealed record Member(string Id, string? Name)
{
    /// <summary>Whether an id is promised to be genuine: only the secret, or a token that says so, can name it.</summary>
    public static bool IsPromised(string id) => id.StartsWith("dl_", StringComparison.Ordinal);
}

/// <summary>An activity as kept: its place never changes, its watermark does when it is edited. Body is UTF-8 JSON.</summary>
internal sealed record ActivityRow(string Conversation, long Place, long Watermark, string Id, bool FromBot, DateTimeOffset At, byte[] Body);

/// <summary>A file that a person or the bot sent.</summary>
internal sealed record AttachmentRow(string Id, string Conversation, string Name, string ContentType, byte[] Bytes);
