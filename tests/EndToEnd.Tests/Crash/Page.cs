using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OneVisit.EndToEnd.Tests.Crash;

/// <summary>Somebody's open page: comes back to its conversation however often the line breaks, and reads there as the person does.</summary>
public sealed class Page : IDisposable
{
    private static readonly TimeSpan UntilGreeted = TimeSpan.FromSeconds(3);

    private readonly CrashCity _city;
    private readonly string? _staffId;
    private readonly HttpClient _pages;
    private readonly HttpClient _line;

    private Page(CrashCity city, string? staffId)
    {
        (_city, _staffId) = (city, staffId);
        _pages = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = city.PublicUrl, Timeout = TimeSpan.FromSeconds(20) };
        _pages.DefaultRequestHeaders.Add("X-OneVisit-Page", "1");
        _line = new HttpClient { BaseAddress = new Uri(city.PublicUrl, "v3/directline/"), Timeout = TimeSpan.FromSeconds(20) };
    }

    public string UserId { get; private set; } = "";

    /// <summary>How the back office knows who sits here.</summary>
    public string Participant => _staffId is null ? _city.ResidentOf(UserId) : City.Staff(_staffId);

    /// <param name="staffId"><c>null</c>: a resident.</param>
    /// <returns>The page when the bot has greeted.</returns>
    public static async Task<Page> OpenAsync(CrashCity city, string? staffId, CancellationToken stop)
    {
        var page = new Page(city, staffId);
        if (staffId is not null) await Patiently.TryAsync(() => page.SignInAsync(staffId, stop), stop);
        var conversation = await Patiently.TryAsync(() => page.EnterAsync(stop), stop);
        await page.GreetedAsync(conversation, stop);
        return page;
    }

    /// <summary>The whole conversation as the page shows it when it is opened anew: oldest first, what was changed in its place as it stands now.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReadAsync(CancellationToken stop)
    {
        var conversation = await Patiently.TryAsync(() => EnterAsync(stop), stop);
        return await Patiently.TryAsync(() => HistoryAsync(conversation, stop), stop);
    }

    /// <summary>What the bot said here without having been asked.</summary>
    public async Task<IReadOnlyList<JsonObject>> ToldAsync(CancellationToken stop) =>
        [.. (await ReadAsync(stop)).Where(activity => IsBots(activity) && activity["replyToId"] is null)];

    public void Dispose()
    {
        _pages.Dispose();
        _line.Dispose();
    }

    private async Task<object?> SignInAsync(string staffId, CancellationToken stop)
    {
        using var answer = await _pages.PostAsJsonAsync("demo/sign-in", new { staffId }, stop);
        return answer.IsSuccessStatusCode ? answer.StatusCode : null;
    }

    /// <returns>The conversation's id.</returns>
    private async Task<string?> EnterAsync(CancellationToken stop)
    {
        using var answer = await _pages.PostAsJsonAsync(_staffId is null ? "session" : "staff/session", new { }, stop);
        if (!answer.IsSuccessStatusCode) return null;
        var session = (await answer.Content.ReadFromJsonAsync<JsonObject>(stop))!;
        UserId = session["userId"]!.GetValue<string>();
        _line.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session["token"]!.GetValue<string>());
        using var started = await _line.PostAsync("conversations", null, stop);
        return started.IsSuccessStatusCode ? (await started.Content.ReadFromJsonAsync<JsonObject>(stop))!["conversationId"]!.GetValue<string>() : null;
    }

    // Whose greeting was lost with the power finds an empty page, and says something.
    private async Task GreetedAsync(string conversation, CancellationToken stop)
    {
        while (true)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(UntilGreeted);
            try
            {
                await Patiently.TryAsync(async () => (await HistoryAsync(conversation, patience.Token))?.FirstOrDefault(IsBots), patience.Token);
                return;
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                await Patiently.TryAsync(() => SpeakAsync(conversation, stop), stop);
            }
        }
    }

    private async Task<object?> SpeakAsync(string conversation, CancellationToken stop)
    {
        using var answer = await _line.PostAsJsonAsync($"conversations/{conversation}/activities", new { type = "message", text = "你好", locale = "zh-CN", from = new { id = UserId } }, stop);
        return answer.IsSuccessStatusCode ? answer.StatusCode : null;
    }

    // Page by page, until one is empty.
    private async Task<IReadOnlyList<JsonObject>?> HistoryAsync(string conversation, CancellationToken stop)
    {
        var heard = new Dictionary<string, JsonObject>();
        for (var watermark = "0"; ;)
        {
            using var answer = await _line.GetAsync($"conversations/{conversation}/activities?watermark={watermark}", stop);
            if (!answer.IsSuccessStatusCode) return null;
            var page = (await answer.Content.ReadFromJsonAsync<JsonObject>(stop))!;
            if (page["activities"]!.AsArray().Count == 0) return [.. heard.Values];
            foreach (var activity in page["activities"]!.AsArray().OfType<JsonObject>()) heard[activity["id"]!.GetValue<string>()] = activity;
            watermark = page["watermark"]!.GetValue<string>();
        }
    }

    private bool IsBots(JsonObject activity) => activity["type"]?.GetValue<string>() == "message" && activity["from"]?["id"]?.GetValue<string>() != UserId;
}
