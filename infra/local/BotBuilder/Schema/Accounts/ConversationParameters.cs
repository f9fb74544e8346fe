using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

public class ConversationParameters
{
    public ConversationParameters()
    {
    }

    public ConversationParameters(bool? isGroup = default, ChannelAccount bot = default, IList<ChannelAccount> members = default,
        string topicName = default, Activity activity = default, object channelData = default, string tenantId = default)
    {
        (IsGroup, Bot, Members, TopicName) = (isGroup, bot, members, topicName);
        (Activity, ChannelData, TenantId) = (activity, channelData, tenantId);
    }

    [JsonProperty("isGroup")] public bool? IsGroup { get; set; }
    [JsonProperty("bot")] public ChannelAccount Bot { get; set; }
    [JsonProperty("members")] public IList<ChannelAccount> Members { get; set; }
    [JsonProperty("topicName")] public string TopicName { get; set; }
    [JsonProperty("activity")] public Activity Activity { get; set; }
    [JsonProperty("channelData")] public object ChannelData { get; set; }
    [JsonProperty("tenantId")] public string TenantId { get; set; }
}

public class ConversationResourceResponse
{
    public ConversationResourceResponse()
    {
    }

    public ConversationResourceResponse(string activityId = default, string serviceUrl = default, string id = default) =>
        (ActivityId, ServiceUrl, Id) = (activityId, serviceUrl, id);

    [JsonProperty("activityId")] public string ActivityId { get; set; }
    [JsonProperty("serviceUrl")] public string ServiceUrl { get; set; }
    [JsonProperty("id")] public string Id { get; set; }
}
