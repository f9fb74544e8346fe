using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

/// <summary>The bot's line to a channel: the Bot Connector REST API, v3.</summary>
public interface IConnectorClient : IDisposable
{
    Uri BaseUri { get; set; }
    JsonSerializerSettings SerializationSettings { get; }
    JsonSerializerSettings DeserializationSettings { get; }
    ServiceClientCredentials Credentials { get; }
    IConversations Conversations { get; }
}

/// <summary>Operations on conversations; called through <see cref="ConversationsExtensions"/>, whose signatures are those of the real package.</summary>
public interface IConversations
{
    internal Task<TAnswer> CallAsync<TAnswer>(HttpMethod method, string path, object body, CancellationToken cancellationToken);
}

/// <summary>Paths and verbs of the Bot Connector REST API, v3. A refusal throws <see cref="ErrorResponseException"/>.</summary>
public static class ConversationsExtensions
{
    public static Task<ConversationResourceResponse> CreateConversationAsync(this IConversations operations, ConversationParameters parameters, CancellationToken cancellationToken = default) =>
        operations.CallAsync<ConversationResourceResponse>(HttpMethod.Post, "v3/conversations", parameters, cancellationToken);

    public static Task<ResourceResponse> SendToConversationAsync(this IConversations operations, string conversationId, Activity activity, CancellationToken cancellationToken = default) =>
        operations.CallAsync<ResourceResponse>(HttpMethod.Post, Activities(conversationId), activity, cancellationToken);

    public static Task<ResourceResponse> SendToConversationAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.SendToConversationAsync(activity.Conversation.Id, activity, cancellationToken);

    public static Task<ResourceResponse> ReplyToActivityAsync(this IConversations operations, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        operations.CallAsync<ResourceResponse>(HttpMethod.Post, Activities(conversationId, activityId), activity, cancellationToken);

    public static Task<ResourceResponse> ReplyToActivityAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default)
    {
        if (activity.ReplyToId is null) throw new ArgumentNullException(nameof(activity), "ReplyToId");
        return operations.ReplyToActivityAsync(activity.Conversation.Id, activity.ReplyToId, activity, cancellationToken);
    }

    public static Task<ResourceResponse> UpdateActivityAsync(this IConversations operations, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        operations.CallAsync<ResourceResponse>(HttpMethod.Put, Activities(conversationId, activityId), activity, cancellationToken);

    public static Task<ResourceResponse> UpdateActivityAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.UpdateActivityAsync(activity.Conversation.Id, activity.Id, activity, cancellationToken);

    public static Task DeleteActivityAsync(this IConversations operations, string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        operations.CallAsync<object>(HttpMethod.Delete, Activities(conversationId, activityId), null, cancellationToken);

    private static string Activities(string conversationId) => $"v3/conversations/{Segment(conversationId)}/activities";

    private static string Activities(string conversationId, string activityId) => $"{Activities(conversationId)}/{Segment(activityId)}";

    private static string Segment(string value) => Uri.EscapeDataString(value ?? throw new ArgumentNullException(nameof(value)));
}
