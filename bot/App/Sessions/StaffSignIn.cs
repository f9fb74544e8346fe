using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace OneVisit.Bot.Sessions;

/// <summary>
/// The staff page's own session. Who may have one is decided by a sign-in binding of the installation, which calls
/// <see cref="SignInStaffAsync"/>; the bot itself asks nobody for a password.
/// </summary>
public static class StaffSignIn
{
    public const string Scheme = "OneVisit.Staff";

    /// <summary>Length of a working day at the desk.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(10);

    public static Task SignInStaffAsync(this HttpContext http, string staffId) =>
        http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, staffId)], Scheme)));

    internal static string? StaffId(this ClaimsPrincipal person) =>
        person.FindFirst(ClaimTypes.NameIdentifier)?.Value is { Length: > 0 and <= 64 } id ? id : null;

    internal static void AddStaffSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(Scheme).AddCookie(Scheme);
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
            cookie.SlidingExpiration = true;
            cookie.Events.OnRedirectToLogin = Refuse(StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = Refuse(StatusCodes.Status403Forbidden);
        });
        services.AddAuthorizationBuilder().AddPolicy(Scheme, policy => policy.AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser());
    }

    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> Refuse(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
