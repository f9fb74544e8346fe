using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using OneVisit.Storage;

namespace OneVisit.Bot.Sessions;

/// <summary>Sessions of staff as the bot knows them: each has a name of its own, and one that was signed out is none, wherever a copy of its cookie lies.</summary>
internal sealed class StaffSessions(EndedSessions ended)
{
    private const string Session = "session";

    /// <summary>Somebody is signing in: their session is named.</summary>
    public static Task BeginAsync(CookieSigningInContext context)
    {
        (context.Principal!.Identity as ClaimsIdentity)!.AddClaim(new Claim(Session, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))));
        return Task.CompletedTask;
    }

    /// <summary>Who asks is asked whether their session still is one; one without a name is of before sessions had any.</summary>
    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        // Scripts and pictures are nobody's.
        if (http.GetEndpoint() is null) return;
        if (await http.RequestServices.GetRequiredService<StaffSessions>().IsOpenAsync(context.Principal, http.RequestAborted) && (!IsOfTenant(http) || await EntraSessions.IsStillAsync(context))) return;
        context.RejectPrincipal();
        await http.SignOutAsync(StaffSignIn.Scheme);
    }

    public async Task EndAsync(ClaimsPrincipal person, CancellationToken stop)
    {
        if (NameOf(person) is { } session) await ended.EndAsync(session, stop);
    }

    public async Task<bool> IsOpenAsync(ClaimsPrincipal? person, CancellationToken stop) => NameOf(person) is { } session && !await ended.HasAsync(session, stop);

    private static string? NameOf(ClaimsPrincipal? person) => person?.FindFirst(Session)?.Value;

    private static bool IsOfTenant(HttpContext http) => http.RequestServices.GetRequiredService<BotSettings>().Entra is { ClientId: not null };
}
