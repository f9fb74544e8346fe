using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OneVisit.Bot.Tests.City;

/// <summary>A channel: takes what the bot says, hands out tokens and files.</summary>
public sealed class FakeChannel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _change = new();
    private readonly List<Spoken> _spoken = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ids;
    private int _renewed;

    private FakeChannel(WebApplication app) => _app = app;

    public const string Secret = "a-secret-of-the-channel";

    /// <summary>By which bot and channel know each other.</summary>
    public ChannelIdentity Identity { get; } = new();

    public Uri Url => new(_app.Urls.First() + "/");

    /// <summary>The channel refuses whatever is said in these conversations.</summary>
    public ConcurrentDictionary<string, int> Broken { get; } = new();

    /// <summary>Conversations whose history is not to be had just now. Of no other is there one.</summary>
    public ConcurrentDictionary<string, bool> SilentHistory { get; } = new();

    /// <summary>The channel takes what is said in these conversations, and answers only then.</summary>
    public ConcurrentDictionary<string, Func<Task>> Held { get; } = new();

    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    public ConcurrentQueue<string> FilesRead { get; } = new();

    /// <summary>Conversations that were begun, and whose they are.</summary>
    public ConcurrentDictionary<string, string> Begun { get; } = new();

    /// <summary>Conversations whose tokens get no next one, and the status that says so.</summary>
    public ConcurrentDictionary<string, int> Ended { get; } = new();

    /// <summary>How often a next token was given.</summary>
    public int Renewed => _renewed;

    public static async Task<FakeChannel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var channel = new FakeChannel(builder.Build());
        channel.Map();
        await channel._app.StartAsync();
        return channel;
    }

    public IReadOnlyList<Spoken> In(string conversation)
    {
        lock (_change) return [.. _spoken.Where(spoken => spoken.Conversation == conversation && spoken.Type == "message")];
    }

    /// <summary>Names of what the page was told that is no message.</summary>
    public IReadOnlyList<string> EventsIn(string conversation)
    {
        lock (_change) return [.. _spoken.Where(spoken => spoken.Conversation == conversation && spoken.Type == "event").Select(spoken => (string?)spoken.Activity["name"] ?? "")];
    }

    /// <summary>Waits until what was said in a conversation is as expected.</summary>
    public async Task<IReadOnlyList<Spoken>> UntilAsync(string conversation, Func<IReadOnlyList<Spoken>, bool> enough, int seconds = 40)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        while (true)
        {
            Task changed;
            lock (_change) changed = _changed.Task;
            var said = In(conversation);
            if (enough(said)) return said;
            await changed.WaitAsync(deadline.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Identity.Dispose();
    }

    private void Map()
    {
        Identity.Map(_app);
        _app.MapPost("/v3/conversations/{conversation}/activities", TakeAsync);
        _app.MapGet("/v3/directline/conversations/{conversation}/activities", (string conversation) =>
            Results.StatusCode(SilentHistory.ContainsKey(conversation) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound));
        _app.MapPost("/v3/conversations/{conversation}/activities/{replyTo}", TakeAsync);
        _app.MapPut("/v3/conversations/{conversation}/activities/{id}", async (string conversation, string id, HttpRequest request) =>
        {
            Add(new Spoken(conversation, id, true, (await JsonNode.ParseAsync(request.Body))!));
            return Results.Json(new { id });
        });
        _app.MapPost("/v3/directline/tokens/generate", async (HttpRequest request) =>
        {
            if (request.Headers.Authorization != "Bearer " + Secret) return Results.Unauthorized();
            var (conversation, user) = (Guid.NewGuid().ToString("N"), (string)(await JsonNode.ParseAsync(request.Body))!["user"]!["id"]!);
            if (user.Length > 64) return Refused(StatusCodes.Status400BadRequest, "BadArgument");
            Begun[conversation] = user;
            return Given(conversation);
        });
        _app.MapPost("/v3/directline/tokens/refresh", (HttpRequest request) =>
        {
            if (request.Headers.Authorization.ToString().Split(' ', '.') is not ["Bearer", ['t', 'o', 'k', 'e', 'n', '-', .. var conversation], _] || !Begun.ContainsKey(conversation)) return Refused(StatusCodes.Status403Forbidden, "BadArgument");
            if (Ended.TryGetValue(conversation, out var status)) return Refused(status, status == StatusCodes.Status403Forbidden ? "TokenExpired" : "MissingProperty");
            Interlocked.Increment(ref _renewed);
            return Given(conversation);
        });
        // As with enhanced authentication: nobody is let back in for the secret.
        _app.MapGet("/v3/directline/conversations/{conversation}", () => Refused(StatusCodes.Status400BadRequest, "MissingProperty"));
        _app.MapGet("/files/{name}", (string name) =>
        {
            FilesRead.Enqueue(name);
            return Files.TryGetValue(name, out var bytes) ? Results.Bytes(bytes) : Results.NotFound();
        });
        _app.MapGet("/away", (string to) => Results.Redirect(to));
    }

    private static IResult Given(string conversation) => Results.Json(new { conversationId = conversation, token = $"token-{conversation}.{Guid.NewGuid():N}", expires_in = 3600 });

    private static IResult Refused(int status, string code) => Results.Json(new { error = new { code, message = "of dl_r-somebody" } }, statusCode: status);

    private async Task<IResult> TakeAsync(string conversation, HttpRequest request)
    {
        var said = (await JsonNode.ParseAsync(request.Body))!;
        if (Broken.TryGetValue(conversation, out var status)) return Results.StatusCode(status);
        if (Held.TryGetValue(conversation, out var until)) await until();
        var id = $"a{Interlocked.Increment(ref _ids)}";
        Add(new Spoken(conversation, id, false, said));
        return Results.Json(new { id });
    }

    private void Add(Spoken spoken)
    {
        lock (_change)
        {
            _spoken.Add(spoken);
            _changed.SetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}

/// <param name="IsUpdate">In the place of something said before.</param>
public sealed record Spoken(string Conversation, string Id, bool IsUpdate, JsonNode Activity)
{
    public string Type => (string?)Activity["type"] ?? "";

    public string Text => (string?)Activity["text"] ?? "";

    public bool IsCard => Activity["attachments"] is JsonArray { Count: > 0 } cards && (string?)cards[0]!["contentType"] == "application/vnd.microsoft.card.adaptive";

    public string Content => Activity.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
