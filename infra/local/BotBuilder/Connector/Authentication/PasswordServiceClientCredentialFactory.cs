using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>An identity proved by a password. Without an app id the bot is open to anyone and proves nothing.</summary>
public class PasswordServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly HttpClient http;
    private readonly ConcurrentDictionary<(string Login, string Scope), AppCredentials> known = new();

    public PasswordServiceClientCredentialFactory()
    {
    }

    public PasswordServiceClientCredentialFactory(string appId, string password, string tenantId, HttpClient httpClient, ILogger logger)
    {
        (AppId, Password, TenantId, http) = (appId, password, tenantId, httpClient);
    }

    public string AppId { get; set; }
    public string Password { get; set; }
    public string TenantId { get; }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == AppId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(string.IsNullOrEmpty(AppId));

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string oauthScope, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(AppId)) return Task.FromResult<ServiceClientCredentials>(NoCredentials.Instance);
        if (appId != AppId) throw new InvalidOperationException($"Invalid appId {appId} does not match expected {AppId}");
        var login = loginEndpoint.Contains("{0}") ? loginEndpoint.Replace("{0}", string.IsNullOrEmpty(TenantId) ? AuthenticationConstants.DefaultChannelAuthTenant : TenantId) : loginEndpoint;
        return Task.FromResult<ServiceClientCredentials>(known.GetOrAdd((login, oauthScope), key => new AppCredentials(AppId, Password, key.Login, key.Scope, http)));
    }

    private sealed class NoCredentials : ServiceClientCredentials
    {
        public static readonly NoCredentials Instance = new();
    }
}
