using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneVisit.Bot.Sessions;

/// <summary>Gets tokens from Direct Line 3.0.</summary>
/// <remarks>
/// With enhanced authentication the service lets nobody back into a conversation for the secret (400 <c>MissingProperty</c>): only a token of that user and conversation does, and a
/// token is had for one that lives.
/// </remarks>
internal sealed class DirectLineTokens(HttpClient http, BotSettings settings, ILogger<DirectLineTokens> log)
{
    /// <summary>A new conversation for a user; only that user may speak in it.</summary>
    public async Task<DirectLineToken> GenerateAsync(string userId, CancellationToken stop)
    {
        using var request = settings.DirectLineRequest(HttpMethod.Post, "tokens/generate");
        request.Content = JsonContent.Create(new { user = new { id = userId } });
        using var response = await http.SendAsync(request, stop);
        await TellAsync(response, "a new conversation", stop);
        return await ReadAsync(response, stop);
    }

    /// <summary>The next token for the same user and conversation.</summary>
    /// <returns><c>null</c>: the channel gives none for this one; as a rule because it is dead.</returns>
    public async Task<DirectLineToken?> RefreshAsync(string token, CancellationToken stop)
    {
        using var request = settings.DirectLineRequest(HttpMethod.Post, "tokens/refresh", token);
        using var response = await http.SendAsync(request, stop);
        // What a token gets that ran out, or whose secret was changed, or whose conversation is gone.
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound) return null;
        // Anything else it says of the question is no word about the conversation. Somebody reads of it, and the person goes on in a new one.
        await TellAsync(response, "the next token", stop);
        return response.StatusCode is HttpStatusCode.BadRequest ? null : await ReadAsync(response, stop);
    }

    private static async Task<DirectLineToken> ReadAsync(HttpResponseMessage response, CancellationToken stop) =>
        await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<DirectLineToken>(stop) ?? throw new HttpRequestException("Direct Line gave no token.");

    // Its code is one of the channel's own words; its message may quote what was asked.
    private async Task TellAsync(HttpResponseMessage response, string wanted, CancellationToken stop)
    {
        if (response.IsSuccessStatusCode) return;
        log.LogError("Direct Line refuses {Wanted}: {Status} {Code}", wanted, (int)response.StatusCode, CodeOf(await response.Content.ReadAsStringAsync(stop)));
    }

    private static string CodeOf(string body)
    {
        try
        {
            return JsonNode.Parse(body)?["error"]?["code"]?.ToString() is { Length: <= 40 } code && code.All(char.IsAsciiLetter) ? code : "?";
        }
        catch (Exception unread) when (unread is JsonException or InvalidOperationException)
        {
            return "?";
        }
    }
}

/// <summary>What Direct Line answers, in its own spelling.</summary>
/// <param name="expires_in">Seconds the token lives.</param>
internal sealed record DirectLineToken(string conversationId, string token, int expires_in);
