using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The id a channel gave to what was sent.</summary>
public class ResourceResponse
{
    public ResourceResponse()
    {
    }

    public ResourceResponse(string id = default) => Id = id;

    [JsonProperty("id")] public string Id { get; set; }
}

/// <summary>Replies handed back in the HTTP answer when the caller asked for <see cref="DeliveryModes.ExpectReplies"/>.</summary>
public class ExpectedReplies
{
    public ExpectedReplies()
    {
    }

    public ExpectedReplies(IList<Activity> activities = default) => Activities = activities;

    [JsonProperty("activities")] public IList<Activity> Activities { get; set; }
}
