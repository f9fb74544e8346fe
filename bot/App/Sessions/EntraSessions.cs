using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;

namespace OneVisit.Bot.Sessions;

/// <summary>Sessions of people who signed in with the city's tenant: each request asks the directory whether the account is still theirs and they still have a post.</summary>
internal static class EntraSessions
{
    public static ClaimsPrincipal Of(StaffAccountView who, Guid account) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, who.StaffId), new Claim(StaffSignIn.Account, account.ToString("D"))], StaffSignIn.Scheme));

    public static Task<Answer<StaffAccountView>> AskAsync(HttpContext http, Guid account) =>
        http.RequestServices.GetRequiredService<BackOffice>().GetAsync<StaffAccountView>(Speaker.Door, Paths.StaffAccount(account), http.RequestAborted);

    /// <summary>Whether the account is still theirs, and they still have a post.</summary>
    public static async Task<bool> IsStillAsync(CookieValidatePrincipalContext context) =>
        Guid.TryParse(context.Principal?.FindFirst(StaffSignIn.Account)?.Value, out var account) && await AskAsync(context.HttpContext, account) switch
        {
            Answer<StaffAccountView>.Got { Value: var who } => who.HasPost && who.StaffId == context.Principal.StaffId(),
            Answer<StaffAccountView>.Refused { Problem.Status: StatusCodes.Status404NotFound } => false,
            // While the back office is silent nobody can do anything with a session; it need not be lost.
            _ => true,
        };
}
