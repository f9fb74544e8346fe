using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.BackOffices;

/// <summary>Signs who speaks, for the back office (see <see cref="FrontDoorToken"/>).</summary>
internal sealed class FrontDoorTokens(BotSettings settings, TimeProvider clock)
{
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SigningCredentials signature = new(new SymmetricSecurityKey(settings.FrontDoorKey), SecurityAlgorithms.HmacSha256);

    public string For(string participant, Language language)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = FrontDoorToken.Issuer,
            Audience = FrontDoorToken.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(FrontDoorToken.LifetimeMinutes),
            Claims = new Dictionary<string, object> { [FrontDoorToken.SubjectClaim] = participant, [FrontDoorToken.LanguageClaim] = language.Code() },
            SigningCredentials = signature,
        });
    }
}
