using System.Text.Json;
using OneVisit.Local.DirectLine.Tests.City;

namespace OneVisit.Local.DirectLine.Tests.Foreign;

/// <summary>What DirectLineJS calls its connection.</summary>
internal enum ConnectionStatus
{
    Uninitialized,
    Connecting,
    Online,
    ExpiredToken,
    FailedToConnect,
    Ended,
}

/// <summary>A page on <c>botframework-directlinejs</c>, in an origin of its own choice.</summary>
internal sealed class ForeignPage(NodeProgram program) : IAsyncDisposable
{
    /// <param name="options">Given to DirectLineJS as they are, but for its domain.</param>
    public static async Task<ForeignPage> OpenAsync(LocalCity city, object options, string? origin = null)
    {
        var root = city.Options.PublicUrl.AbsoluteUri.TrimEnd('/');
        var page = new ForeignPage(await NodeProgram.StartAsync("page.cjs", ("ORIGIN", origin ?? root)));
        var given = JsonSerializer.SerializeToNode(options)!;
        given["domain"] = root + "/v3/directline";
        await page.AskAsync("open", given);
        return page;
    }

    /// <summary>With a token bound to this person.</summary>
    public static async Task<ForeignPage> OpenAsync(LocalCity city, string user = "dl_zhang") =>
        await OpenAsync(city, new { token = (await city.GenerateAsync($$"""{"user":{"id":"{{user}}","name":"张三"} }""")).Text("token") });

    public Task<JsonElement> AskAsync(string name, object? argument = null) => program.AskAsync(name, argument);

    /// <summary>The id the message got; "retry" when DirectLineJS takes the failure for a passing one.</summary>
    public Task<string> SayAsync(string text, string user = "dl_zhang") => PostAsync(new { type = "message", text, from = new { id = user } });

    public async Task<string> PostAsync(object activity) => (await AskAsync("post", activity)).GetString()!;

    public async Task<JsonElement> UntilAsync(Func<JsonElement, bool> wanted) =>
        (await program.UntilAsync(said => said.TryGetProperty("activity", out var activity) && wanted(activity))).GetProperty("activity");

    public Task<JsonElement> UntilAsync(string text) => UntilAsync(activity => activity.TryGetProperty("text", out var said) && said.GetString() == text);

    public Task<JsonElement> NextAsync() => UntilAsync(_ => true);

    public Task<JsonElement> UntilAsync(ConnectionStatus status) => program.UntilAsync(said => said.TryGetProperty("status", out var now) && now.GetInt32() == (int)status);

    /// <summary>What the browser said when it forbade something.</summary>
    public async Task<string> ForbiddenAsync() => (await program.UntilAsync(said => said.TryGetProperty("forbidden", out _))).GetProperty("forbidden").GetString()!;

    /// <summary>What DirectLineJS holds: token, conversationId, watermark.</summary>
    public async Task<string> HeldAsync(string name) => (await AskAsync("state")).GetProperty(name).GetString()!;

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
