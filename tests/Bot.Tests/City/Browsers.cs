using System.Net;

namespace OneVisit.Bot.Tests.City;

/// <summary>Browsers with their own cookies, and what they send.</summary>
internal static class Browsers
{
    public static HttpClient New(CookieContainer? cookies = null) => new(new SocketsHttpHandler { CookieContainer = cookies ?? new CookieContainer(), AllowAutoRedirect = false });

    /// <summary>One at which somebody of the staff is signed in.</summary>
    public static async Task<HttpClient> OfStaffAsync(Uri bot, string staffId = "zhai-officer", CookieContainer? cookies = null)
    {
        var browser = New(cookies);
        (await browser.PostAsync(new Uri(bot, "test/sign-in/" + staffId), null)).EnsureSuccessStatusCode();
        return browser;
    }

    /// <summary>As our own page asks.</summary>
    public static Task<HttpResponseMessage> AskAsync(this HttpClient browser, Uri bot, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(bot, path)) { Headers = { { "X-OneVisit-Page", "1" } } };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return browser.SendAsync(request);
    }
}
