using System.Text.Json;
using OneVisit.Local.DirectLine.Tests.City;

namespace OneVisit.Local.DirectLine.Tests.Foreign;

/// <summary>A bot's line to the channel by <c>ConnectorClient</c> of JavaScript's <c>botframework-connector</c>, proving itself with the bot's password.</summary>
internal sealed class ForeignConnector(NodeProgram program) : IAsyncDisposable
{
    public static async Task<ForeignConnector> OpenAsync(LocalCity city, string? password = null)
    {
        var program = await NodeProgram.StartAsync("connector.cjs");
        var options = city.Options;
        var issuer = options.ServiceUrl.TrimEnd('/');
        await program.AskAsync("open", new { serviceUrl = options.ServiceUrl, appId = options.BotAppId, password = password ?? options.BotAppPassword, login = issuer, scope = issuer });
        return new ForeignConnector(program);
    }

    /// <summary>An operation on conversations.</summary>
    public Task<ForeignAnswer> CallAsync(string name, params object[] given) => CallAsync("conversations", name, given);

    public async Task<ForeignAnswer> CallAsync(string on, string name, object[] given) => new(await program.AskAsync("call", new { on, name, given }));

    public ValueTask DisposeAsync() => program.DisposeAsync();
}

internal sealed record ForeignAnswer(JsonElement Body)
{
    public string Id => Body.GetProperty("id").GetString()!;
}
