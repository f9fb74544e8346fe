using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OneVisit.Local.Azurite;
using OneVisit.Local.DirectLine.Tests.Foreign;
using Channel = OneVisit.Local.DirectLine.Tests.City.LocalCity;

namespace OneVisit.Browser.Tests;

/// <summary>Nothing but Microsoft's Web Chat on a page, with the channel and its echo bot behind a line that can be cut.</summary>
internal sealed class EchoPage : IAsyncDisposable
{
    private const string Html = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Echo</title>
        <style>html, body, #chat { height: 100%; margin: 0 }</style>
        <div id="chat"></div>
        <script src="/webchat.js"></script>
        <script>
          const directLine = WebChat.createDirectLine({ token: '{token}', domain: location.origin + '/v3/directline' });
          const store = WebChat.createStore();
          // What a page does with buttons that make an invoke is its own affair; Web Chat has no way of its own.
          const invoke = value => store.dispatch({ type: 'DIRECT_LINE/POST_ACTIVITY', meta: { method: 'keyboard' }, payload: { activity: { type: 'invoke', name: 'fine', value } } });
          const cardActionMiddleware = () => next => given => given.cardAction.type === 'invoke' ? invoke(given.cardAction.value) : next(given);
          WebChat.renderWebChat({ directLine, store, locale: 'en-US', cardActionMiddleware, styleOptions: { hideUploadButton: false, sendAttachmentOn: 'attach' } }, document.getElementById('chat'));
        </script>
        """;

    private readonly Relay _relay;
    private readonly Channel _channel;

    private EchoPage(Relay relay, Channel channel, Page page) => (_relay, _channel, Page) = (relay, channel, page);

    public Page Page { get; }

    public static async Task<EchoPage> OpenAsync()
    {
        await NpmPackages.EnsureInstalledAsync(Console.WriteLine);
        var relay = new Relay();
        var channel = await Channel.StartAsync(configure: options => options.PublicUrl = relay.Address, map: app => Map(app, relay));
        relay.PassTo(channel.Http.BaseAddress!);
        return new EchoPage(relay, channel, new Page(relay.Address, 390));
    }

    /// <summary>Breaks every connection of the page, the web socket among them.</summary>
    public void Cut() => _relay.Cut();

    /// <summary>The bot speaks up without having been spoken to.</summary>
    public Task NotifyAsync(string text) => _channel.Adapter.ContinueConversationAsync(
        _channel.Options.BotAppId, _channel.Bot.LastReference, (turn, stop) => turn.SendActivityAsync(text, cancellationToken: stop), default);

    public async ValueTask DisposeAsync()
    {
        Page.Dispose();
        await _relay.DisposeAsync();
        await _channel.DisposeAsync();
    }

    private static void Map(WebApplication app, Relay relay)
    {
        app.MapGet("/webchat.js", () => Results.File(Path.Combine(NpmPackages.WebChatFolder, "webchat.js"), "text/javascript"));
        app.MapGet("/", async () =>
        {
            using var http = new HttpClient { BaseAddress = relay.Address };
            http.DefaultRequestHeaders.Authorization = new("Bearer", Channel.Secret);
            using var answer = await http.PostAsync("v3/directline/tokens/generate", new StringContent("""{"user":{"id":"dl_zhang"}}"""));
            var token = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("token").GetString();
            return Results.Content(Html.Replace("{token}", token), "text/html");
        });
    }
}
