using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.State;

namespace OneVisit.Bot.Tests.City;

/// <summary>A person on the channel. When an activity has been taken, the bot has said all it says to it.</summary>
/// <param name="bot">Another than the city's.</param>
public sealed class Talker(BotCity city, string userId, string conversation, string? locale, Uri? bot = null)
{
    private static readonly HttpClient Http = new();
    private int _ids;

    /// <summary>A page of theirs has just been opened in this conversation, whatever others were before: what comes is told here.</summary>
    public bool OpensPage { get; init; }

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

    public async Task<HttpResponseMessage> PostAsync(JsonObject activity)
    {
        var sequence = Interlocked.Increment(ref _ids);
        if (sequence == 1 && OpensPage) await OpenAsync();
        activity["id"] ??= $"{conversation}-{sequence}";
        activity["channelId"] = "directline";
        activity["serviceUrl"] = city.Channel.Url.ToString();
        activity["from"] = new JsonObject { ["id"] = userId };
        activity["recipient"] = new JsonObject { ["id"] = "bot" };
        activity["conversation"] = new JsonObject { ["id"] = conversation };
        if (locale is not null) activity["locale"] = locale;
        return await Http.PostAsync(new Uri(bot ?? city.Url, "api/messages"), JsonContent.Create(activity));
    }

    private async Task OpenAsync()
    {
        var talks = city.Services.GetRequiredService<TalkBook>();
        var kept = await talks.FindAsync("directline", userId, CancellationToken.None);
        if (kept.Talk.Line is { } line) await talks.WriteAsync(kept, kept.Talk with { Line = line with { ConversationId = conversation, Until = TimeProvider.System.GetUtcNow().AddHours(1) } }, CancellationToken.None);
    }
}
