using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OneVisit.Local.DirectLine.Identity;

/// <summary>
/// Tokens between this channel and the bot, by the machine's clock: the channel's to the bot (audience: the app id; claim serviceurl), and the bot's to
/// the channel (audience: the connector; claim appid). Neither passes for the other.
/// </summary>
internal sealed class ServiceTokens(DirectLineOptions options, ChannelKey key)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };
    private readonly Lock gate = new();
    private (string Value, DateTimeOffset RenewAt) toBot;

    private string Issuer => options.Root + "/connector";

    /// <summary>What we show the bot; the same for half of its life.</summary>
    public string ToBot()
    {
        lock (gate)
        {
            var now = TimeProvider.System.GetUtcNow();
            if (now >= toBot.RenewAt) toBot = (Sign(options.BotAppId, "serviceurl", options.ServiceUrl), now + Lifetime / 2);
            return toBot.Value;
        }
    }

    /// <summary>What the bot shows us, in exchange for its password.</summary>
    public string ForBot() => Sign(Issuer, "appid", options.BotAppId);

    public async Task<bool> IsFromBotAsync(string token)
    {
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Issuer,
            IssuerSigningKey = key.Signing.Key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ClockSkew = TimeSpan.FromMinutes(5),
        });
        return result.IsValid && result.ClaimsIdentity.FindFirst("appid")?.Value == options.BotAppId;
    }

    private string Sign(string audience, string claim, string value)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            NotBefore = now,
            IssuedAt = now,
            Expires = now + Lifetime,
            Claims = new Dictionary<string, object> { [claim] = value },
            SigningCredentials = key.Signing,
        });
    }
}
