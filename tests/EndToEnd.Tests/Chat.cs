using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneVisit.EndToEnd.Tests;

/// <summary>
/// Somebody with a browser: signs in as the pages do and speaks Direct Line 3.0 over HTTP as Web Chat does.
/// Knows nothing of the runtime that answers.
/// </summary>
public sealed class Chat : IDisposable
{
    // A message that was being told when the power went is looked at again after half a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _pages;
    private readonly HttpClient _line = new();
    private readonly Uri _publicUrl;
    private readonly string _session;
    private readonly List<JsonObject> _heard = [];
    private string? _watermark;

    private Chat(Uri publicUrl, string session, HttpClient pages) => (_publicUrl, _session, _pages) = (publicUrl, session, pages);

    public string ConversationId { get; private set; } = "";

    public string UserId { get; private set; } = "";

    public string Token { get; private set; } = "";

    /// <summary>Everything heard in this conversation so far, oldest first; a message updated in place stands once, as it is now.</summary>
    public IReadOnlyList<JsonObject> Heard => _heard;

    public static async Task<Chat> AsResidentAsync(Uri publicUrl, CookieContainer? cookies = null)
    {
        var chat = new Chat(publicUrl, "session", Pages(publicUrl, cookies ?? new CookieContainer()));
        await chat.OpenAsync();
        return chat;
    }

    public static async Task<Chat> AsStaffAsync(Uri publicUrl, string staffId)
    {
        var pages = Pages(publicUrl, new CookieContainer());
        if (Elsewhere.City is { } city) return await AsStaffAsync(city, pages, staffId);
        using var signIn = await pages.PostAsJsonAsync("demo/sign-in", new { staffId });
        signIn.EnsureSuccessStatusCode();
        var chat = new Chat(publicUrl, "staff/session", pages);
        await chat.OpenAsync();
        return chat;
    }

    // How staff sign in is the installation's own affair: here the channel is asked for a token for the id that the staff page would have given them.
    private static async Task<Chat> AsStaffAsync(Elsewhere city, HttpClient pages, string staffId)
    {
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromBase64String(city.ChatKey), Encoding.UTF8.GetBytes(staffId)))[..16];
        var chat = new Chat(city.Bot, "staff/session", pages) { UserId = $"dl_s-{staffId}-{signature}" };
        using var asked = new HttpRequestMessage(HttpMethod.Post, new Uri(city.DirectLine, "v3/directline/tokens/generate"));
        asked.Headers.Authorization = new AuthenticationHeaderValue("Bearer", city.DirectLineSecret);
        asked.Content = JsonContent.Create(new { user = new { id = chat.UserId } });
        using var channel = new HttpClient();
        using var answer = await channel.SendAsync(asked);
        await chat.BeginAsync((await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!["token"]!.GetValue<string>());
        return chat;
    }

    /// <summary>Opens the page anew: a fresh token, the same conversation. Returns when the bot has welcomed.</summary>
    public async Task OpenAsync()
    {
        using var answer = await _pages.PostAsJsonAsync(_session, new { });
        answer.EnsureSuccessStatusCode();
        var session = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        UserId = session["userId"]!.GetValue<string>();
        await BeginAsync(session["token"]!.GetValue<string>());
    }

    private async Task BeginAsync(string token)
    {
        Token = token;
        _line.BaseAddress ??= new Uri(Elsewhere.City?.DirectLine ?? _publicUrl, "v3/directline/");
        _line.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var started = await _line.PostAsync("conversations", null);
        started.EnsureSuccessStatusCode();
        ConversationId = (await started.Content.ReadFromJsonAsync<JsonObject>())!["conversationId"]!.GetValue<string>();
        _heard.Clear();
        _watermark = null;
        await UntilAsync(() => BotSince(0).Any());
    }

    /// <summary>Says something and waits for the answer to it.</summary>
    /// <returns>Texts and cards of the bot that came after.</returns>
    public async Task<string> SayAsync(string text)
    {
        var before = await CatchUpAsync();
        await SendAsync(new JsonObject { ["type"] = "message", ["text"] = text, ["locale"] = "zh-CN" });
        await UntilAsync(() => BotSince(before).Any());
        return Since(before);
    }

    /// <summary>Presses a button of a card, or answers its form.</summary>
    public async Task<string> PressAsync(JsonObject card, string act, object? inputs = null)
    {
        var action = Cards.Action(card, act) ?? throw new InvalidOperationException($"The card has no {act}: {card.ToJsonString()}");
        var value = (JsonObject)action["data"]!.DeepClone();
        if (inputs is not null)
            foreach (var (name, input) in JsonSerializer.SerializeToNode(inputs)!.AsObject()) value[name] = input?.DeepClone();
        return await PostValueAsync(value);
    }

    /// <summary>Posts whatever a card might post.</summary>
    public async Task<string> PostValueAsync(JsonObject value)
    {
        var before = await CatchUpAsync();
        await SendAsync(new JsonObject { ["type"] = "message", ["value"] = value, ["locale"] = "zh-CN" });
        await UntilAsync(() => BotSince(before).Any());
        return Since(before);
    }

    /// <summary>Uploads a file as the page's paper clip does.</summary>
    public async Task<string> UploadAsync(string name, string contentType, byte[] bytes)
    {
        var before = await CatchUpAsync();
        using var answer = await TryUploadAsync(name, contentType, bytes);
        answer.EnsureSuccessStatusCode();
        await UntilAsync(() => BotSince(before).Any());
        return Since(before);
    }

    /// <summary>The raw Direct Line answer to an upload.</summary>
    public async Task<HttpResponseMessage> TryUploadAsync(string name, string contentType, byte[] bytes)
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        form.Add(file, "file", name);
        return await _line.PostAsync($"conversations/{ConversationId}/upload?userId={Uri.EscapeDataString(UserId)}", form);
    }

    /// <summary>Waits until the bot has said something that holds <paramref name="words"/>.</summary>
    public async Task<JsonObject> HearAsync(string words)
    {
        await UntilAsync(() => _heard.Any(activity => IsBot(activity) && Text(activity).Contains(words, StringComparison.Ordinal)));
        return _heard.Last(activity => IsBot(activity) && Text(activity).Contains(words, StringComparison.Ordinal));
    }

    /// <summary>Waits for a card about a task that can still be acted on.</summary>
    public async Task<JsonObject> CardAsync(string caseId, string taskId)
    {
        JsonObject? Find() => _heard.LastOrDefault(activity => Cards.IsFor(activity, caseId, taskId));
        await UntilAsync(() => Find() is not null);
        return Find()!;
    }

    /// <summary>Waits until <paramref name="condition"/> holds of what was heard.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        try
        {
            while (true)
            {
                await CatchUpAsync();
                if (condition()) return;
                await tick.WaitForNextTickAsync(patience.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException("Not heard in time. Last heard: " + string.Join("\n", _heard.TakeLast(6).Select(Text)));
        }
    }

    /// <summary>The raw Direct Line answer to an activity.</summary>
    public Task<HttpResponseMessage> PostAsync(HttpContent content) => _line.PostAsync($"conversations/{ConversationId}/activities", content);

    public void Dispose()
    {
        _pages.Dispose();
        _line.Dispose();
    }

    public static string Text(JsonObject activity) => string.Join("\n", (string?[])[
        activity["text"]?.GetValue<string>(),
        .. Cards.Of(activity).SelectMany(Cards.Words),
        .. activity["suggestedActions"]?["actions"]?.AsArray().Select(action => action?["title"]?.GetValue<string>()) ?? []]);

    private async Task SendAsync(JsonObject activity)
    {
        activity["from"] = new JsonObject { ["id"] = UserId };
        using var answer = await PostAsync(JsonContent.Create(activity));
        answer.EnsureSuccessStatusCode();
    }

    private async Task<int> CatchUpAsync()
    {
        var set = (await _line.GetFromJsonAsync<JsonObject>($"conversations/{ConversationId}/activities?watermark={_watermark}"))!;
        foreach (var activity in set["activities"]!.AsArray().OfType<JsonObject>())
        {
            var id = activity["id"]?.GetValue<string>();
            var known = _heard.FindIndex(other => other["id"]?.GetValue<string>() == id);
            if (known >= 0) _heard[known] = activity;
            else _heard.Add(activity);
        }
        _watermark = set["watermark"]?.GetValue<string>() ?? _watermark;
        return _heard.Count;
    }

    private IEnumerable<JsonObject> BotSince(int count) => _heard.Skip(count).Where(IsBot);

    private string Since(int count) => string.Join("\n", BotSince(count).Select(Text));

    private bool IsBot(JsonObject activity) =>
        activity["type"]?.GetValue<string>() == "message" && activity["from"]?["id"]?.GetValue<string>() != UserId;

    private static HttpClient Pages(Uri publicUrl, CookieContainer cookies)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = publicUrl };
        client.DefaultRequestHeaders.Add("Origin", publicUrl.GetLeftPart(UriPartial.Authority));
        client.DefaultRequestHeaders.Add("X-OneVisit-Page", "1");
        return client;
    }
}
