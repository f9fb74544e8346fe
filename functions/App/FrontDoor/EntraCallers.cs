using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using OneVisit.Contracts;

namespace OneVisit.Functions.FrontDoor;

/// <summary>
/// In Azure: tokens of the city's tenant, signed with the keys that it publishes. The front door's own identity speaks for whom it names beside its token; a member of staff
/// who calls us themselves speaks for themselves, and has the rights that they have on the pages.
/// </summary>
public sealed class EntraCallers(EntraOptions entra, CallerDirectory directory, TimeProvider clock, ILogger<EntraCallers> logger) : ICallerReader
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly ConfigurationManager<OpenIdConnectConfiguration> published = new(
        entra.Tenant.Metadata, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = entra.Tenant.Authority.Scheme == Uri.UriSchemeHttps });

    public async Task<Caller?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (Bearer.Of(request) is not { } token)
            return null;
        var rules = await RulesAsync(cancellation);
        var result = await handler.ValidateTokenAsync(token, rules);
        if (!result.IsValid)
            logger.LogWarning("A token was refused: {Reason}", result.Exception?.GetType().Name);
        if (!result.IsValid || !Guid.TryParse(result.ClaimsIdentity.FindFirst(EntraWord.TenantClaim)?.Value, out var tenant) || tenant != entra.Tenant.Id)
            return null;
        var named = request.Headers[Headers.Participant].ToString();
        if (IsFrontDoor(result.ClaimsIdentity))
            return named.Length == 0 ? new Caller.Door() : Participant.IsOne(named) ? await directory.FindAsync(request, named, cancellation) : null;
        // Whoever names another than themselves means no good.
        return named.Length == 0 && AccountOf(result.ClaimsIdentity) is { } account ? await directory.FindByAccountAsync(account, cancellation) : null;
    }

    // Only an app's own token: what a person lets a program do is in scopes, and never opens this door.
    private bool IsFrontDoor(ClaimsIdentity claims) =>
        claims.FindFirst(EntraWord.ScopesClaim) is null
        && claims.HasClaim(EntraWord.RolesClaim, EntraWord.FrontDoorRole)
        && string.Equals(claims.FindFirst(EntraWord.ClientClaim)?.Value, entra.FrontDoorId, StringComparison.OrdinalIgnoreCase);

    private static Guid? AccountOf(ClaimsIdentity claims) =>
        claims.FindFirst(EntraWord.ScopesClaim)?.Value.Split(' ').Contains(EntraWord.StaffScope) == true && Guid.TryParse(claims.FindFirst(EntraWord.AccountClaim)?.Value, out var account) ? account : null;

    private async Task<TokenValidationParameters> RulesAsync(CancellationToken cancellation)
    {
        try
        {
            await published.GetConfigurationAsync(cancellation);
        }
        catch (InvalidOperationException unreachable)
        {
            throw new IdentityUnavailableException(unreachable);
        }
        return new()
        {
            ValidIssuer = entra.Tenant.Issuer,
            ValidAudiences = [entra.BackOfficeId, "api://" + entra.BackOfficeId],
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ConfigurationManager = published,
            LifetimeValidator = (from, until, _, _) => IsNow(from, until, clock.GetUtcNow().UtcDateTime),
        };
    }

    private static bool IsNow(DateTime? from, DateTime? until, DateTime now) => (from is null || from - ClocksDiffer <= now) && until is { } end && now <= end + ClocksDiffer;
}

/// <summary>Whose tokens count.</summary>
/// <param name="BackOfficeId">Application id of our own registration, for which they are meant.</param>
/// <param name="FrontDoorId">Application id of the bot's identity.</param>
public sealed record EntraOptions(EntraTenant Tenant, string BackOfficeId, string FrontDoorId);
