using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OneVisit.Local.DirectLine.Conversations;
using OneVisit.Local.DirectLine.Identity;

namespace OneVisit.Local.DirectLine.Connector;

/// <summary>Hands activities to the bot, one turn of a conversation at a time.</summary>
internal sealed partial class BotLine(DirectLineOptions options, ServiceTokens tokens, AttachmentLinks links, ILogger<BotLine> log) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    /// <summary>
    /// Null when the bot took it, else the status by which it did not (503 when it was not reached, 504 when it took too long). The sender going away does not stop it: what was said is said.
    /// </summary>
    public async Task<int?> DeliverAsync(Conversation conversation, Speech speech)
    {
        int? refused = null;
        await speech.DeliverAsync(async activity => refused = await PostAsync(conversation, activity) ?? refused);
        return refused;
    }

    public void Dispose() => http.Dispose();

    private async Task<int?> PostAsync(Conversation conversation, JsonObject activity)
    {
        using var patience = new CancellationTokenSource(options.BotTimeout);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.BotUrl);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.ToBot());
        request.Content = new ByteArrayContent(Wire.Write(ActivityForm.ForBot(links.Open(activity, conversation.Id), options)));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        try
        {
            using var response = await http.SendAsync(request, patience.Token);
            if (response.IsSuccessStatusCode) return null;
            BotRefused(conversation.Id, (int)response.StatusCode);
            return (int)response.StatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            BotDidNotAnswer(conversation.Id, failure.GetType().Name);
            return failure is OperationCanceledException ? StatusCodes.Status504GatewayTimeout : StatusCodes.Status503ServiceUnavailable;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bot answered {Status} in conversation {Conversation}.")]
    private partial void BotRefused(string conversation, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bot did not answer in conversation {Conversation}: {Failure}.")]
    private partial void BotDidNotAnswer(string conversation, string failure);
}
