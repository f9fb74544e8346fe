using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Checks the token a channel sends: issuer, signature against the published keys, lifetime (five minutes of skew), the channel's endorsement on the key,
/// audience = our app id, service URL = the activity's. (Bot Framework authentication, "Connector to Bot".)
/// </summary>
internal sealed class ChannelToken(IdentityAddresses addresses, ServiceClientCredentialsFactory credentials, AuthenticationConfiguration configuration)
{
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    // Of this adapter, not of the process as in the real package: on one machine a channel may come back on the same port with another key.
    private readonly Lazy<ConfigurationManager<OpenIdConnectConfiguration>> published =
        new(() => new(addresses.ToBotMetadata, new OpenIdConnectConfigurationRetriever(), Retriever(addresses.ToBotMetadata)));

    /// <exception cref="UnauthorizedAccessException">The token is not one this bot accepts.</exception>
    public async Task<ClaimsIdentity> ValidateAsync(string authHeader, string channelId, string serviceUrl, CancellationToken cancellationToken)
    {
        var parts = authHeader?.Split(' ') ?? [];
        if (parts is not ["Bearer", { Length: > 0 } jwt]) throw new UnauthorizedAccessException("No valid identity");
        var metadata = await published.Value.GetConfigurationAsync(cancellationToken).ConfigureAwait(false);
        var result = await Handler.ValidateTokenAsync(jwt, Rules(metadata)).ConfigureAwait(false);
        if (!result.IsValid) throw new UnauthorizedAccessException("Invalid token: " + result.Exception.GetType().Name);
        CheckEndorsement(metadata, ((JsonWebToken)result.SecurityToken).Kid, channelId);
        await CheckAudienceAsync(result.ClaimsIdentity, cancellationToken).ConfigureAwait(false);
        CheckServiceUrl(result.ClaimsIdentity, serviceUrl);
        return result.ClaimsIdentity;
    }

    private TokenValidationParameters Rules(OpenIdConnectConfiguration metadata) => new()
    {
        ValidateIssuer = true,
        ValidIssuer = addresses.ToBotIssuer,
        ValidateAudience = false, // Below, because the credentials factory decides which audience is ours.
        ValidateLifetime = true,
        ClockSkew = TimeSpan.FromMinutes(5),
        RequireSignedTokens = true,
        ValidateIssuerSigningKey = true,
        IssuerSigningKeys = metadata.SigningKeys,
        ValidAlgorithms = AuthenticationConstants.AllowedSigningAlgorithms,
    };

    private async Task CheckAudienceAsync(ClaimsIdentity identity, CancellationToken cancellationToken)
    {
        var audience = identity.FindFirst(AuthenticationConstants.AudienceClaim)?.Value;
        if (string.IsNullOrWhiteSpace(audience)) throw new UnauthorizedAccessException("Missing aud claim");
        if (!await credentials.IsValidAppIdAsync(audience, cancellationToken).ConfigureAwait(false)) throw new UnauthorizedAccessException("Invalid AppId passed on token");
    }

    private static void CheckServiceUrl(ClaimsIdentity identity, string serviceUrl)
    {
        if (serviceUrl is null) return;
        var claimed = identity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value;
        if (string.IsNullOrWhiteSpace(claimed)) throw new UnauthorizedAccessException("Missing serviceurl claim");
        if (!string.Equals(claimed, serviceUrl, StringComparison.OrdinalIgnoreCase)) throw new UnauthorizedAccessException("serviceurl claim mismatch");
    }

    private void CheckEndorsement(OpenIdConnectConfiguration metadata, string keyId, string channelId)
    {
        var key = metadata.JsonWebKeySet?.Keys.FirstOrDefault(key => key.KeyId == keyId);
        if (key is null || !key.AdditionalData.TryGetValue("endorsements", out var value)) throw new UnauthorizedAccessException("Could not validate endorsement key.");
        var endorsed = JsonSerializer.Deserialize<HashSet<string>>(value.ToString()!);
        string[] needed = string.IsNullOrEmpty(channelId) ? configuration.RequiredEndorsements : [channelId, .. configuration.RequiredEndorsements];
        if (!needed.All(endorsed!.Contains)) throw new UnauthorizedAccessException("Could not validate endorsement for key");
    }

    // The real package insists on https. On this machine there is no one between the two ends, so loopback may be plain.
    private static HttpDocumentRetriever Retriever(string url) => new(ConnectorClient.Shared) { RequireHttps = !new Uri(url).IsLoopback };
}
