using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OneVisit.Bot.Tests.City;

/// <summary>A person in Microsoft Teams, spoken for by its channel (Bot Connector protocol).</summary>
/// <param name="account">Their Entra account, as the channel writes it into each activity; <c>null</c>: it writes none.</param>
internal sealed class TeamsTalker(BotCity city, Guid? account, string tenant, string conversation)
{
    private static readonly HttpClient Http = new();
    private int _ids;

    public string Conversation => conversation;

    /// <summary>As the channel calls them.</summary>
    public string UserId { get; } = "29:" + Guid.NewGuid().ToString("N");

    /// <summary>What stands beside the conversation's own tenant; <c>null</c>: the same.</summary>
    public string? ChannelTenant { get; init; }

    /// <summary>Who they are here; <c>null</c>: nobody.</summary>
    public string? Participant { get; init; }

    public string Kind { get; init; } = "personal";

    public string Locale { get; init; } = "zh-CN";

    public IReadOnlyList<Spoken> Heard => city.Channel.In(conversation);

    public Task<IReadOnlyList<Spoken>> InstallAsync() => TellAsync(new JsonObject { ["type"] = "installationUpdate", ["action"] = "add" });

    public Task<IReadOnlyList<Spoken>> SayAsync(string text) => TellAsync(new JsonObject { ["type"] = "message", ["text"] = text });

    public Task<IReadOnlyList<Spoken>> PostAsync(JsonObject value) => TellAsync(new JsonObject { ["type"] = "message", ["value"] = value });

    public Task<IReadOnlyList<Spoken>> SendPhotoAsync(string url) =>
        TellAsync(new JsonObject { ["type"] = "message", ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = url }) });

    /// <summary>Presses a universal action, or has the client look again.</summary>
    /// <param name="id">Of the activity, where it comes a second time.</param>
    public async Task<Invoked> InvokeAsync(string verb, JsonObject data, string? id = null)
    {
        using var answer = await SendAsync(new JsonObject
        {
            ["type"] = "invoke", ["name"] = "adaptiveCard/action", ["id"] = id,
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" },
        });
        var body = answer.Content.Headers.ContentLength is 0 ? null : await JsonNode.ParseAsync(await answer.Content.ReadAsStreamAsync());
        return new((int)answer.StatusCode, (int?)body?["statusCode"] ?? 0, (string?)body?["type"] ?? "", body?["value"]);
    }

    private async Task<IReadOnlyList<Spoken>> TellAsync(JsonObject activity)
    {
        var before = Heard.Count;
        using var answer = await SendAsync(activity);
        answer.EnsureSuccessStatusCode();
        return [.. Heard.Skip(before)];
    }

    /// <summary>Tries to say something, and tells what the door answers.</summary>
    /// <param name="token">What the channel shows; <c>null</c>: nothing.</param>
    public async Task<int> TryAsync(string text, string? token)
    {
        using var answer = await SendAsync(new JsonObject { ["type"] = "message", ["text"] = text }, token ?? "");
        return (int)answer.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(JsonObject activity, string? token = null)
    {
        activity["id"] ??= $"{conversation}-{Interlocked.Increment(ref _ids)}";
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = city.Channel.Url.ToString();
        activity["locale"] = Locale;
        activity["from"] = new JsonObject { ["id"] = UserId, ["name"] = "Somebody", ["aadObjectId"] = account?.ToString("D") };
        activity["recipient"] = new JsonObject { ["id"] = "28:bot" };
        activity["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = Kind, ["tenantId"] = tenant };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = ChannelTenant ?? tenant } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(city.Url, "api/messages")) { Content = JsonContent.Create(activity) };
        if ((token ?? city.Channel.Identity.TokenOf("msteams", city.Channel.Url.ToString())) is { Length: > 0 } shown) request.Headers.Authorization = new("Bearer", shown);
        return await Http.SendAsync(request);
    }
}

/// <summary>What a universal action was answered with.</summary>
/// <param name="Http">Status of the HTTP answer.</param>
/// <param name="Status">Status within it, which the client goes by.</param>
internal sealed record Invoked(int Http, int Status, string Type, JsonNode? Value)
{
    public bool IsCard => Type == "application/vnd.microsoft.card.adaptive";

    public string Content => Value?.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "";
}
