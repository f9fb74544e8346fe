using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using OneVisit.Bot.Sessions;

namespace OneVisit.Local.Host.Demo;

/// <summary>On this machine only: a session for whoever says who they are. The product has nothing of the kind, and no build for Azure reaches this folder.</summary>
internal static class DemoSignIn
{
    public static Task OpenAsync(HttpContext http, string staffId) =>
        http.SignInAsync(StaffSignIn.Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, staffId)], StaffSignIn.Scheme)));
}
