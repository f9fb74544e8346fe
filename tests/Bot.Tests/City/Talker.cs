using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OneVisit.Bot.Tests.City;

/// <summary>A person on the channel. When an activity has been taken, the bot has said all it says to it.</summary>
/// <param name="bot">Another than the city's.</param>
public sealed class Talker(BotCity city, string userId, string conversation, string? locale, Uri? bot = null)
{
    private static readonly HttpClient Http = new();
    private int _ids;

    public string Conversation => conversation;

    public string UserId => userId;

    public IReadOnlyList<Spoken> Heard => city.Channel.In(conversation);

    public Task<HttpResponseMessage> JoinAsync() => PostAsync(new JsonObject { ["type"] = "event", ["name"] = "webchat/join" });

    public async Task<IReadOnlyList<Spoken>> SayAsync(string text)
    {
        var before = Heard.Count;
        (await PostAsync(new JsonObject { ["type"] = "message", ["text"] = text })).EnsureSuccessStatusCode();
        return [.. Heard.Skip(before)];
    }

    public async Task<IReadOnlyList<Spoken>> PressAsync(JsonObject value)
    {
        var before = Heard.Count;
        (await PostAsync(new JsonObject { ["type"] = "message", ["value"] = value })).EnsureSuccessStatusCode();
        return [.. Heard.Skip(before)];
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject activity)
    {
        activity["id"] ??= $"{conversation}-{Interlocked.Increment(ref _ids)}";
        activity["channelId"] = "directline";
        activity["serviceUrl"] = city.Channel.Url.ToString();
        activity["from"] = new JsonObject { ["id"] = userId };
        activity["recipient"] = new JsonObject { ["id"] = "bot" };
        activity["conversation"] = new JsonObject { ["id"] = conversation };
        if (locale is not null) activity["locale"] = locale;
        return Http.PostAsync(new Uri(bot ?? city.Url, "api/messages"), JsonContent.Create(activity));
    }
}
