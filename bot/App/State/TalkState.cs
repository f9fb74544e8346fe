using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using OneVisit.Bot.Sessions;

namespace OneVisit.Bot.State;

/// <summary>
/// Where a talk is kept: with the person, whatever conversation the channel gives them next. In Teams, where a conversation lasts and an account may become somebody else's, with
/// the conversation.
/// </summary>
internal sealed class TalkState(IStorage storage) : BotState(storage, nameof(TalkState))
{
    public static string KeyOf(Activity activity) =>
        IsPersons(activity) ? KeyOfPerson(activity.ChannelId, activity.From.Id) : KeyOfConversation(activity.ChannelId, activity.Conversation?.Id);

    public static string KeyOfPerson(string channelId, string userId) => $"{channelId}/users/{userId}";

    public static string KeyOfConversation(string channelId, string? conversationId) => $"{channelId}/conversations/{conversationId}";

    public static bool IsPersons(Activity activity) => !TeamsAccounts.IsTeams(activity) && activity.From?.Id is { Length: > 0 };

    protected override string GetStorageKey(ITurnContext turnContext) => KeyOf(turnContext.Activity);
}
