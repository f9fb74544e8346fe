using System.Text.Json;
using OneVisit.Local.DirectLine.Tests.City;

namespace OneVisit.Local.DirectLine.Tests.Foreign;

/// <summary>A bot's line to the channel by <c>ConnectorClient</c> of JavaScript's <c>botframework-connector</c>, proving itself with the bot's password.</summary>
internal sealed class ForeignConnector(NodeProgram program) : IAsyncDisposable
{
    public static async Task<ForeignConnector> OpenAsync(LocalCity city, string? password = null)
    {
        var connector = new ForeignConnector(await NodeProgram.StartAsync("connector.cjs"));
        var options = city.Options;
        var issuer = options.ServiceUrl.TrimEnd('/');
        await connector.AskAsync("open", new { serviceUrl = options.ServiceUrl, appId = options.BotAppId, password = password ?? options.BotAppPassword, login = issuer, scope = issuer });
        return connector;
    }

    /// <summary>An operation on conversations.</summary>
    public Task<ForeignAnswer> CallAsync(string name, params object[] given) => CallAsync("conversations", name, given);

    public async Task<ForeignAnswer> CallAsync(string on, string name, object[] given)
    {
        var answer = await AskAsync("call", new { on, name, given });
        return new ForeignAnswer(answer.GetProperty("status").GetInt32(), answer.TryGetProperty("body", out var body) ? body : default);
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();

    private Task<JsonElement> AskAsync(string name, object argument) => program.AskAsync(name, argument);
}

internal sealed record ForeignAnswer(int Status, JsonElement Body)
{
    public string Id => Body.GetProperty("id").GetString()!;
}
