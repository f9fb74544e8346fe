using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace OneVisit.Bot.Sessions;

/// <summary>
/// The staff page's own session. Nobody gets one from us for saying who they are: the sign-in of the city's tenant gives it (<see cref="EntraSignIn"/>). Where another binding stands
/// in for that, it is outside of the product and sets the cookie of <see cref="Scheme"/> itself; where the tenant signs people in, such a session is none.
/// </summary>
public static class StaffSignIn
{
    /// <summary>Of the cookie. Its <see cref="ClaimTypes.NameIdentifier"/> is the id of a member of staff.</summary>
    public const string Scheme = "OneVisit.Staff";

    /// <summary>Object id of the account with which they signed in.</summary>
    internal const string Account = "account";

    /// <summary>Length of a working day at the desk.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(10);

    internal static string? StaffId(this ClaimsPrincipal person) =>
        person.FindFirst(ClaimTypes.NameIdentifier)?.Value is { Length: > 0 and <= 64 } id ? id : null;

    internal static Guid? AccountId(this ClaimsPrincipal person) => Guid.TryParse(person.FindFirst(Account)?.Value, out var account) ? account : null;

    internal static void AddStaffSignIn(this IServiceCollection services, BotSettings settings)
    {
        var authentication = services.AddAuthentication(Scheme).AddCookie(Scheme);
        services.AddOptions<CookieAuthenticationOptions>(Scheme).Configure<SiteCookies>((cookie, site) =>
        {
            cookie.Cookie.Name = site.Name("onevisit-staff");
            cookie.Cookie.Path = "/";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = site.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            // By the real clock, whatever day a demo clock shows.
            cookie.TimeProvider = TimeProvider.System;
            cookie.ExpireTimeSpan = Lifetime;
            // A working day, then the sign-in is asked again: pages ask by themselves and would never let it end.
            cookie.SlidingExpiration = false;
            cookie.Events.OnRedirectToLogin = Refuse(StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = Refuse(StatusCodes.Status403Forbidden);
            cookie.Events.OnSigningIn = StaffSessions.BeginAsync;
            cookie.Events.OnValidatePrincipal = StaffSessions.CheckAsync;
        });
        if (settings.Entra is { ClientId: { } client } entra) authentication.AddEntraSignIn(entra, client, settings.PublicUrl.Scheme == Uri.UriSchemeHttps);
        services.AddAuthorizationBuilder().AddPolicy(Scheme, policy => policy.AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser());
    }

    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> Refuse(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
