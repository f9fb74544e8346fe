using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Accepts the channel's signed tokens (Bot Connector authentication, steps 1-7) and nothing else: tokens of other bots (skills) and of the emulator,
/// which the real package can be told to accept, are refused here.
/// </summary>
internal sealed class ParameterizedBotFrameworkAuthentication(
    IdentityAddresses addresses, bool validateAuthority, ServiceClientCredentialsFactory credentials, AuthenticationConfiguration configuration, IHttpClientFactory httpClients)
    : BotFrameworkAuthentication
{
    private readonly ChannelToken channelToken = new(addresses, credentials, configuration);

    public override string GetOriginatingAudience() => addresses.ToChannelScope;

    public override Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) =>
        WelcomeAsync(authHeader, channelId: "unknown", serviceUrl: null, cancellationToken);

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        var open = await credentials.IsAuthenticationDisabledAsync(cancellationToken).ConfigureAwait(false);
        var identity = string.IsNullOrWhiteSpace(authHeader)
            ? open ? new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType) : throw new UnauthorizedAccessException("No Authorization header")
            : await WelcomeAsync(authHeader, activity.ChannelId, activity.ServiceUrl, cancellationToken).ConfigureAwait(false);
        return new AuthenticateRequestResult
        {
            ClaimsIdentity = identity,
            Audience = addresses.ToChannelScope,
            CallerId = open ? null : addresses.CallerId,
            ConnectorFactory = CreateConnectorFactory(identity),
        };
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => new Factory(this, AppId(claimsIdentity));

    private async Task<ClaimsIdentity> WelcomeAsync(string authHeader, string channelId, string serviceUrl, CancellationToken cancellationToken)
    {
        var identity = await channelToken.ValidateAsync(authHeader, channelId, serviceUrl, cancellationToken).ConfigureAwait(false);
        if (configuration.ClaimsValidator is { } validator) await validator.ValidateClaimsAsync([.. identity.Claims]).ConfigureAwait(false);
        return identity;
    }

    // A channel names the bot as audience; a turn the bot opens itself names it as app.
    private static string AppId(ClaimsIdentity identity) =>
        identity.FindFirst(AuthenticationConstants.AudienceClaim)?.Value ?? identity.FindFirst(AuthenticationConstants.AppIdClaim)?.Value ?? string.Empty;

    private sealed class Factory(ParameterizedBotFrameworkAuthentication outer, string appId) : ConnectorFactory
    {
        public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
        {
            var proof = await outer.ProofAsync(appId, audience, cancellationToken).ConfigureAwait(false);
            return new ConnectorClient(new Uri(serviceUrl), proof, outer.Http());
        }
    }

    private Task<Rest.ServiceClientCredentials> ProofAsync(string appId, string audience, CancellationToken cancellationToken) =>
        credentials.CreateCredentialsAsync(appId, audience ?? addresses.ToChannelScope, addresses.ToChannelLogin, validateAuthority, cancellationToken);

    private HttpClient Http() => httpClients?.CreateClient(string.Empty) ?? ConnectorClient.Shared;
}
