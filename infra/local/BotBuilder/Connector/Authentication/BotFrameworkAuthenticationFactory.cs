using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Reads the settings the way the real package does: any address given means all addresses are ours; none means the public cloud.</summary>
public static class BotFrameworkAuthenticationFactory
{
    public static BotFrameworkAuthentication Create() =>
        Create(null, false, null, null, null, null, null, null, null, new PasswordServiceClientCredentialFactory(), new AuthenticationConfiguration(), null, null);

    public static BotFrameworkAuthentication Create(string channelService, bool validateAuthority, string toChannelFromBotLoginUrl,
        string toChannelFromBotOAuthScope, string toBotFromChannelTokenIssuer, string oAuthUrl, string toBotFromChannelOpenIdMetadataUrl,
        string toBotFromEmulatorOpenIdMetadataUrl, string callerId, ServiceClientCredentialsFactory credentialFactory,
        AuthenticationConfiguration authConfiguration, IHttpClientFactory httpClientFactory, ILogger logger)
    {
        string[] given = [toChannelFromBotLoginUrl, toChannelFromBotOAuthScope, toBotFromChannelTokenIssuer, oAuthUrl, toBotFromChannelOpenIdMetadataUrl, toBotFromEmulatorOpenIdMetadataUrl, callerId];
        var addresses = given.Any(value => !string.IsNullOrEmpty(value))
            ? new IdentityAddresses(toChannelFromBotLoginUrl, toChannelFromBotOAuthScope, toBotFromChannelTokenIssuer, toBotFromChannelOpenIdMetadataUrl, callerId)
            : BuiltIn(channelService);
        return new ParameterizedBotFrameworkAuthentication(addresses, validateAuthority, credentialFactory, authConfiguration, httpClientFactory);
    }

    private static IdentityAddresses BuiltIn(string channelService) => channelService switch
    {
        null or "" => IdentityAddresses.PublicCloud,
        "https://botframework.azure.us" => throw new NotSupportedException("The local stand-in does not know the government cloud."),
        _ => throw new ArgumentException("The provided ChannelService value is not supported."),
    };
}

/// <summary>Where tokens come from, in both directions.</summary>
internal sealed record IdentityAddresses(string ToChannelLogin, string ToChannelScope, string ToBotIssuer, string ToBotMetadata, string CallerId)
{
    public static readonly IdentityAddresses PublicCloud = new(
        AuthenticationConstants.ToChannelFromBotLoginUrlTemplate,
        AuthenticationConstants.ToChannelFromBotOAuthScope,
        AuthenticationConstants.ToBotFromChannelTokenIssuer,
        AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
        "urn:botframework:azure");
}
