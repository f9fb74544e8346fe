using System.Globalization;
using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Where to find someone again: keep it, and speak first later.</summary>
public class ConversationReference
{
    public ConversationReference()
    {
    }

    public ConversationReference(string activityId = default, ChannelAccount user = default, ChannelAccount bot = default,
        ConversationAccount conversation = default, string channelId = default, string serviceUrl = default)
        : this(default, activityId, user, bot, conversation, channelId, serviceUrl)
    {
    }

    public ConversationReference(CultureInfo locale, string activityId = default, ChannelAccount user = default, ChannelAccount bot = default,
        ConversationAccount conversation = default, string channelId = default, string serviceUrl = default)
    {
        (ActivityId, User, Bot, Conversation) = (activityId, user, bot, conversation);
        (ChannelId, Locale, ServiceUrl) = (channelId, locale?.ToString(), serviceUrl);
    }

    [JsonProperty("activityId")] public string ActivityId { get; set; }
    [JsonProperty("user")] public ChannelAccount User { get; set; }
    [JsonProperty("bot")] public ChannelAccount Bot { get; set; }
    [JsonProperty("conversation")] public ConversationAccount Conversation { get; set; }
    [JsonProperty("channelId")] public string ChannelId { get; set; }
    [JsonProperty("locale")] public string Locale { get; set; }
    [JsonProperty("serviceUrl")] public string ServiceUrl { get; set; }

    /// <summary>The event that opens a turn nobody asked for.</summary>
    public Activity GetContinuationActivity() => new(ActivityTypes.Event)
    {
        Name = ActivityEventNames.ContinueConversation,
        Id = Guid.NewGuid().ToString(),
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
        Conversation = Conversation,
        Recipient = Bot,
        From = User,
        RelatesTo = this,
    };
}
