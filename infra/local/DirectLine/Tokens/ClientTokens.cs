using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OneVisit.Local.DirectLine.History;

namespace OneVisit.Local.DirectLine.Tokens;

/// <summary>
/// Tokens for pages (JWT, HS256; claims conv, user, origin as in the real service, so that Web Chat finds its user id in it), and tickets for streams,
/// which stand in a URL and therefore live a minute and open nothing else.
/// </summary>
internal sealed class ClientTokens(DirectLineOptions options)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan TicketLifetime = TimeSpan.FromMinutes(1);
    private const string Page = "directline";
    private const string Stream = "directline-stream";
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };
    private readonly SigningCredentials signing = new(new SymmetricSecurityKey(Vault.Derive(options, "tokens")), SecurityAlgorithms.HmacSha256);

    public string Issue(string conversation, string? user, IReadOnlyList<string> origins) => Sign(Page, Lifetime, conversation, user, origins);

    public string Ticket(string conversation, IReadOnlyList<string> origins) => Sign(Stream, TicketLifetime, conversation, null, origins);

    public Task<TokenReading> ReadAsync(string token) => ReadAsync(token, Page);

    public Task<TokenReading> ReadTicketAsync(string ticket) => ReadAsync(ticket, Stream);

    private string Sign(string audience, TimeSpan lifetime, string conversation, string? user, IReadOnlyList<string> origins)
    {
        var now = options.Clock.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object> { ["conv"] = conversation };
        if (user is not null) claims["user"] = user;
        if (origins.Count > 0) claims["origin"] = origins.ToArray();
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = options.Root,
            Audience = audience,
            NotBefore = now,
            IssuedAt = now,
            Expires = now + lifetime,
            Claims = claims,
            SigningCredentials = signing,
        });
    }

    private async Task<TokenReading> ReadAsync(string token, string audience)
    {
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = options.Root,
            ValidAudience = audience,
            IssuerSigningKey = signing.Key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateLifetime = false, // Below, by our clock and to the second.
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken jwt || !jwt.TryGetPayloadValue<string>("conv", out var conversation)) return new TokenReading.Bad();
        var expires = new DateTimeOffset(DateTime.SpecifyKind(jwt.ValidTo, DateTimeKind.Utc));
        if (options.Clock.GetUtcNow() >= expires) return new TokenReading.Expired();
        var origins = jwt.TryGetPayloadValue<string[]>("origin", out var listed) ? listed : [];
        return new TokenReading.Good(new ClientToken(conversation, jwt.TryGetPayloadValue<string>("user", out var user) ? user : null, origins, expires));
    }
}
