using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>The bot's identity from settings. A single tenant needs id, tenant and password; a managed identity does not exist on this machine.</summary>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly PasswordServiceClientCredentialFactory inner;

    public ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient httpClient = null, ILogger logger = null)
    {
        var (appType, appId) = (configuration["MicrosoftAppType"], configuration["MicrosoftAppId"]);
        var (password, tenant) = (configuration["MicrosoftAppPassword"], configuration["MicrosoftAppTenantId"]);
        if (string.Equals(appType, "UserAssignedMsi", StringComparison.OrdinalIgnoreCase)) throw new NotSupportedException("The local stand-in has no managed identities; use MicrosoftAppType MultiTenant or SingleTenant.");
        var single = string.Equals(appType, "SingleTenant", StringComparison.OrdinalIgnoreCase);
        if (single)
        {
            Require(appId, "MicrosoftAppId");
            Require(tenant, "MicrosoftAppTenantId");
            Require(password, "MicrosoftAppPassword");
        }

        inner = new PasswordServiceClientCredentialFactory(appId, password, single ? tenant : string.Empty, httpClient, logger);
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => inner.IsValidAppIdAsync(appId, cancellationToken);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => inner.IsAuthenticationDisabledAsync(cancellationToken);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        inner.CreateCredentialsAsync(appId, audience, loginEndpoint, validateAuthority, cancellationToken);

    private static void Require(string value, string setting)
    {
        if (string.IsNullOrWhiteSpace(value)) throw new ArgumentException($"{setting} is required for SingleTenant in configuration.");
    }
}
