using System.Net.Http.Headers;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.BackOffices;

/// <summary>Signs who speaks, for the back office (see <see cref="FrontDoorToken"/>).</summary>
internal sealed class FrontDoorTokens(byte[] key, TimeProvider clock) : IFrontDoorWord
{
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SigningCredentials signature = new(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256);

    public ValueTask GiveAsync(HttpRequestMessage request, Speaker speaker, CancellationToken stop)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", For(speaker.Participant, speaker.Language));
        return ValueTask.CompletedTask;
    }

    private string For(string participant, Language language)
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
