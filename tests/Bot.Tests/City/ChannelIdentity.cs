using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OneVisit.Bot.Tests.City;

/// <summary>The identity service behind the channels: a key for each of them, endorsed for that one alone, and tokens by which bot and channel know each other.</summary>
public sealed class ChannelIdentity : IDisposable
{
    public const string AppId = "0d3f9a52-4b1e-4b0f-9a57-6f1c2d3e4b5a";

    private static readonly string[] Channels = ["msteams", "directline"];

    private readonly Dictionary<string, RSA> _keys = Channels.ToDictionary(channel => channel, _ => RSA.Create(2048));
    private readonly JsonWebTokenHandler _tokens = new() { SetDefaultTimesOnTokenCreation = false };

    private Uri Root { get; set; } = new("http://127.0.0.1/");

    public IEnumerable<KeyValuePair<string, string?>> SettingsForTheBot(Uri channel)
    {
        Root = new Uri(channel, "identity");
        return new Dictionary<string, string?>
        {
            ["MicrosoftAppType"] = "MultiTenant", ["MicrosoftAppId"] = AppId, ["MicrosoftAppPassword"] = "a-password-of-the-bot",
            ["ToChannelFromBotLoginUrl"] = Root.ToString(), ["ToChannelFromBotOAuthScope"] = Root.ToString(), ["ToBotFromChannelTokenIssuer"] = Root.ToString(),
            ["ToBotFromChannelOpenIdMetadataUrl"] = Root + "/metadata",
        };
    }

    /// <summary>What a channel shows when it speaks for somebody.</summary>
    public string TokenOf(string channel, string serviceUrl, string audience = AppId)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return _tokens.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Root.ToString(), Audience = audience, NotBefore = now, Expires = now.AddMinutes(10), Claims = new Dictionary<string, object> { ["serviceurl"] = serviceUrl },
            SigningCredentials = new(new RsaSecurityKey(_keys[channel]) { KeyId = channel }, SecurityAlgorithms.RsaSha256),
        });
    }

    internal void Map(WebApplication app)
    {
        app.MapGet("/identity/metadata", () => Results.Json(new { issuer = Root.ToString(), jwks_uri = Root + "/keys" }));
        app.MapGet("/identity/keys", () => Results.Json(new { keys = Channels.Select(KeyOf) }));
        app.MapPost("/identity/oauth2/v2.0/token", () => Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = "of-the-bot" }));
    }

    public void Dispose()
    {
        foreach (var key in _keys.Values) key.Dispose();
    }

    private object KeyOf(string channel)
    {
        var key = _keys[channel].ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", kid = channel, n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent), endorsements = new[] { channel } };
    }
}

/// <summary>The real check of who comes in; only whoever does not come from Teams and shows nothing is let in all the same, for the tests that are about something else.</summary>
internal sealed class OpenBesideTeams(BotFrameworkAuthentication real) : BotFrameworkAuthentication
{
    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        if (activity.ChannelId == "msteams" || !string.IsNullOrEmpty(authHeader)) return await real.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
        var known = new ClaimsIdentity([new Claim(AuthenticationConstants.AudienceClaim, ChannelIdentity.AppId)]);
        return new() { ClaimsIdentity = known, Audience = real.GetOriginatingAudience(), ConnectorFactory = real.CreateConnectorFactory(known) };
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => real.CreateConnectorFactory(claimsIdentity);
}
