using System.Net;
using System.Text.Json;

namespace OneVisit.Local.DirectLine.Tests.City;

/// <summary>An HTTP answer, read.</summary>
internal sealed record Reply(HttpStatusCode Status, JsonElement Json)
{
    public string ErrorCode => Json.GetProperty("error").GetProperty("code").GetString()!;

    public IReadOnlyList<JsonElement> Activities => [.. Json.GetProperty("activities").EnumerateArray()];

    public IReadOnlyList<string?> Texts => [.. Activities.Select(activity => activity.TryGetProperty("text", out var text) ? text.GetString() : null)];

    public string Text(string property) => Json.GetProperty(property).GetString()!;

    public static async Task<Reply> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync();
            return new Reply(response.StatusCode, body.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(body));
        }
    }
}

/// <summary>What Web Chat does, without the pictures.</summary>
internal sealed record Page(LocalCity City, string Conversation, string Token, string StreamUrl)
{
    private string Path => "v3/directline/conversations/" + Conversation;

    public static async Task<Page> StartAsync(LocalCity city, string token)
    {
        var started = await city.SendAsync(HttpMethod.Post, "v3/directline/conversations", token);
        return new Page(city, started.Text("conversationId"), started.Text("token"), started.Text("streamUrl"));
    }

    public Task<Reply> SayAsync(string text, string user = "dl_zhang") =>
        PostAsync(JsonSerializer.Serialize(new { type = "message", text, from = new { id = user } }));

    public Task<Reply> PostAsync(string activity) => City.SendAsync(HttpMethod.Post, Path + "/activities", Token, activity);

    public Task<Reply> HistoryAsync(string watermark = "") => City.SendAsync(HttpMethod.Get, $"{Path}/activities?watermark={watermark}", Token);

    public async Task<Reply> UploadAsync(HttpContent content, string user = "dl_zhang")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}/upload?userId={user}") { Content = content };
        request.Headers.Authorization = new("Bearer", Token);
        return await Reply.OfAsync(await City.Http.SendAsync(request));
    }

    public Task<Reply> ReconnectAsync(string watermark = "") => City.SendAsync(HttpMethod.Get, $"{Path}?watermark={watermark}", Token);

    public Task<PageStream> ListenAsync() => PageStream.OpenAsync(StreamUrl);

    /// <summary>Waits until the history holds this text; the bot may still be speaking.</summary>
    public async Task<Reply> HistoryWithAsync(string text)
    {
        await using var stream = await PageStream.OpenAsync((await ReconnectAsync("0")).Text("streamUrl"));
        await stream.UntilAsync(activity => activity.TryGetProperty("text", out var said) && said.GetString() == text);
        return await HistoryAsync();
    }
}
