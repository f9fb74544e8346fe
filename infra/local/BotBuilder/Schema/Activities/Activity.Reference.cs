namespace Microsoft.Bot.Schema;

public partial class Activity
{
    // Direct Line and Web Chat do not show a conversationUpdate, so nothing can be a reply to one.
    private string IdOthersMayReplyTo =>
        Is(Type, ActivityTypes.ConversationUpdate) && (Is(ChannelId, "directline") || Is(ChannelId, "webchat")) ? null : Id;

    /// <summary>Where this was said and by whom: enough to answer later.</summary>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = IdOthersMayReplyTo,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    /// <summary>Addresses this activity to the place of <paramref name="reference"/>; outgoing (bot to user) unless told otherwise.</summary>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        (ChannelId, ServiceUrl, Conversation) = (reference.ChannelId, reference.ServiceUrl, reference.Conversation);
        Locale ??= reference.Locale;
        (From, Recipient) = isIncoming ? (reference.User, reference.Bot) : (reference.Bot, reference.User);
        if (reference.ActivityId is null) return this;
        if (isIncoming) Id = reference.ActivityId;
        else ReplyToId = reference.ActivityId;
        return this;
    }

    public bool IsFromStreamingConnection() => ServiceUrl is not null && !ServiceUrl.StartsWith("http", StringComparison.InvariantCultureIgnoreCase);

    private static bool Is(string value, string expected) => string.Equals(value, expected, StringComparison.OrdinalIgnoreCase);
}
