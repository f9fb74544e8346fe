namespace Microsoft.Bot.Builder;

/// <summary>State of one conversation, whoever speaks.</summary>
public class ConversationState(IStorage storage) : BotState(storage, nameof(ConversationState))
{
    protected override string GetStorageKey(ITurnContext turnContext) => $"{StateKey.Channel(turnContext)}/conversations/{StateKey.Conversation(turnContext)}";
}

/// <summary>State of one person, in whatever conversation.</summary>
public class UserState(IStorage storage) : BotState(storage, nameof(UserState))
{
    protected override string GetStorageKey(ITurnContext turnContext) => $"{StateKey.Channel(turnContext)}/users/{StateKey.User(turnContext)}";
}

/// <summary>State of one person in one conversation.</summary>
public class PrivateConversationState(IStorage storage) : BotState(storage, nameof(PrivateConversationState))
{
    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{StateKey.Channel(turnContext)}/conversations/{StateKey.Conversation(turnContext)}/users/{StateKey.User(turnContext)}";
}

internal static class StateKey
{
    public static string Channel(ITurnContext turnContext) => turnContext.Activity.ChannelId ?? throw Missing("channelId");

    public static string Conversation(ITurnContext turnContext) => turnContext.Activity.Conversation?.Id ?? throw Missing("Conversation.Id");

    public static string User(ITurnContext turnContext) => turnContext.Activity.From?.Id ?? throw Missing("From.Id");

    private static InvalidOperationException Missing(string what) => new($"invalid activity-missing {what}");
}
