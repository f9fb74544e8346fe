using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OneVisit.Contracts;

namespace OneVisit.Functions.FrontDoor;

/// <summary>Reads the signed word of the front door (see <see cref="FrontDoorToken"/>): HS256, our issuer and audience, in its five minutes.</summary>
public sealed class TokenReader(byte[] key, TimeProvider clock)
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(FrontDoorToken.LifetimeMinutes);
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters rules = new()
    {
        ValidIssuer = FrontDoorToken.Issuer,
        ValidAudience = FrontDoorToken.Audience,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        IssuerSigningKey = new SymmetricSecurityKey(key),
        LifetimeValidator = (from, until, _, _) => IsNow(from, until, clock.GetUtcNow()),
    };

    /// <returns>The participant, or <c>null</c> when the token does not count.</returns>
    public async Task<string?> ReadAsync(string token)
    {
        var result = await handler.ValidateTokenAsync(token, rules);
        var subject = result.IsValid && result.Claims.TryGetValue(FrontDoorToken.SubjectClaim, out var claimed) ? claimed as string : null;
        return subject is not null && (subject == Participants.Door || Participant.IsOne(subject)) ? subject : null;
    }

    private static bool IsNow(DateTime? from, DateTime? until, DateTimeOffset now) =>
        (from is null || from - ClocksDiffer <= now.UtcDateTime)
        && until is { } end && now.UtcDateTime <= end + ClocksDiffer && end <= now.UtcDateTime + Longest + ClocksDiffer;
}
