using System.Net.Http.Headers;
using Microsoft.Rest;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// A bearer token by OAuth 2.0 client credentials (RFC 6749, 4.4) from <c>{login}/oauth2/v2.0/token</c>, kept until five minutes before it expires.
/// </summary>
internal sealed class AppCredentials(string appId, string password, string login, string scope, HttpClient http) : ServiceClientCredentials
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim gate = new(1, 1);
    private (string Value, DateTimeOffset GoodUntil) token;

    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(cancellationToken).ConfigureAwait(false));

    private async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var now = TimeProvider.System.GetUtcNow();
            if (now < token.GoodUntil) return token.Value;
            var (value, lifetime) = await FetchAsync(cancellationToken).ConfigureAwait(false);
            token = (value, now + lifetime - Early);
            return value;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<(string Value, TimeSpan Lifetime)> FetchAsync(CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = appId,
            ["client_secret"] = password,
            ["scope"] = scope.EndsWith("/.default", StringComparison.OrdinalIgnoreCase) ? scope : scope + "/.default",
        });
        using var response = await (http ?? ConnectorClient.Shared).PostAsync(login.TrimEnd('/') + "/oauth2/v2.0/token", form, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var answer = JObject.Parse(await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        return (answer.Value<string>("access_token"), TimeSpan.FromSeconds(answer.Value<int>("expires_in")));
    }
}
