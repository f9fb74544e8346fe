using System.Text.RegularExpressions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OneVisit.Contracts;

namespace OneVisit.Functions.FrontDoor;

/// <summary>Reads the signed word of the front door (see <see cref="FrontDoorToken"/>): HS256, our issuer and audience, in its five minutes.</summary>
public sealed partial class TokenReader(BackOfficeSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(FrontDoorToken.LifetimeMinutes);
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters rules = new()
    {
        ValidIssuer = FrontDoorToken.Issuer,
        ValidAudience = FrontDoorToken.Audience,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        IssuerSigningKey = new SymmetricSecurityKey(settings.FrontDoorKey),
        LifetimeValidator = (from, until, _, _) => IsNow(from, until, clock.GetUtcNow()),
    };

    /// <returns>The participant, or <c>null</c> when there is no token that counts.</returns>
    public async Task<string?> ReadAsync(string? authorization)
    {
        const string scheme = "Bearer ";
        if (authorization?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) != true)
            return null;
        var result = await handler.ValidateTokenAsync(authorization[scheme.Length..].Trim(), rules);
        var subject = result.IsValid && result.Claims.TryGetValue(FrontDoorToken.SubjectClaim, out var claimed) ? claimed as string : null;
        return subject is not null && Participant().IsMatch(subject) ? subject : null;
    }

    private static bool IsNow(DateTime? from, DateTime? until, DateTimeOffset now) =>
        (from is null || from - ClocksDiffer <= now.UtcDateTime)
        && until is { } end && now.UtcDateTime <= end + ClocksDiffer && end <= now.UtcDateTime + Longest + ClocksDiffer;

    [GeneratedRegex("^((resident|staff):[A-Za-z0-9_-]{1,64}|door:front)\\z")]
    private static partial Regex Participant();
}
