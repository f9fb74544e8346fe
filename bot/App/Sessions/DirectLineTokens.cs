using System.Net;

namespace OneVisit.Bot.Sessions;

/// <summary>Gets tokens from Direct Line 3.0.</summary>
internal sealed class DirectLineTokens(HttpClient http, BotSettings settings)
{
    /// <summary>A new conversation for a user; only that user may speak in it.</summary>
    public async Task<DirectLineToken> GenerateAsync(string userId, CancellationToken stop)
    {
        using var request = settings.DirectLineRequest(HttpMethod.Post, "tokens/generate");
        request.Content = JsonContent.Create(new { user = new { id = userId } });
        return await AnswerAsync(request, stop) ?? throw new HttpRequestException("tokens/generate", null, HttpStatusCode.NotFound);
    }

    /// <summary>A fresh token for a conversation that there is; <c>null</c> when the channel has forgotten it.</summary>
    public async Task<DirectLineToken?> ReconnectAsync(string conversationId, CancellationToken stop)
    {
        using var request = settings.DirectLineRequest(HttpMethod.Get, "conversations/" + Uri.EscapeDataString(conversationId));
        return await AnswerAsync(request, stop);
    }

    private async Task<DirectLineToken?> AnswerAsync(HttpRequestMessage request, CancellationToken stop)
    {
        using var response = await http.SendAsync(request, stop);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest) return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<DirectLineToken>(stop);
    }
}

/// <summary>What Direct Line answers, in its own spelling.</summary>
/// <param name="expires_in">Seconds the token lives.</param>
internal sealed record DirectLineToken(string conversationId, string token, int expires_in);
