using System.Net.Http.Headers;

namespace OneVisit.Bot.Sessions;

/// <summary>What this program asks of Direct Line 3.0 itself: with the secret, which never leaves this process, or with a token.</summary>
internal static class DirectLineRequests
{
    public static HttpRequestMessage DirectLineRequest(this BotSettings settings, HttpMethod method, string path, string? token = null) =>
        new(method, new Uri(settings.DirectLine, "v3/directline/" + path)) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token ?? settings.DirectLineSecret) } };
}
