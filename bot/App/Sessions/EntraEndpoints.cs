using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using OneVisit.Bot.Pages;
using OneVisit.Domain;

namespace OneVisit.Bot.Sessions;

/// <summary>The way to the tenant's sign-in and back, and what is said to whom it does not let in.</summary>
internal static class EntraEndpoints
{
    /// <summary>Signs out at the tenant as well.</summary>
    public const string Leave = "/staff/leave";

    public const string Unknown = "unknown";
    public const string NoPost = "no-post";
    public const string Busy = "busy";
    public const string Failed = "failed";

    private const string SignIn = "/staff/sign-in";
    private const string Refused = "/staff/not-signed-in";

    public static string RefusedFor(string why) => $"{Refused}?why={why}";

    public static void MapEntra(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<BotSettings>().Entra?.ClientId is null) return;
        app.MapGet(SignIn, (string? account) => Results.Challenge(
            new OpenIdConnectChallengeProperties { RedirectUri = "/staff", Prompt = account == "other" ? "select_account" : null }, [EntraSignIn.Scheme]));
        // Nobody is signed out by a link on another site.
        app.MapGet(Leave, (HttpContext http) => PageRequestFilter.ComesFromElsewhere(http.Request) ? Results.Redirect("/staff") : Results.SignOut(new AuthenticationProperties { RedirectUri = "/staff" }, [EntraSignIn.Scheme]));
        app.MapGet(Refused, (string? why, HttpContext http, SheetPages sheets, PageWords words) => Explain(why, http, sheets, words));
    }

    private static IResult Explain(string? why, HttpContext http, SheetPages sheets, PageWords words)
    {
        var language = PageEndpoints.LanguageOf(http);
        var (key, status) = why switch
        {
            Unknown => ("signInUnknown", StatusCodes.Status403Forbidden),
            NoPost => ("signInNoPost", StatusCodes.Status403Forbidden),
            Busy => ("signInBusy", StatusCodes.Status503ServiceUnavailable),
            _ => ("signInBroken", StatusCodes.Status403Forbidden),
        };
        var (link, again) = key is "signInUnknown" or "signInNoPost" ? (SignIn + "?account=other", "signInOther") : (SignIn, "signInAgain");
        return sheets.Show(http, language, words[language, key + "Title"], Html.Of(
            $"<section class=\"state\"><h2>{words[language, key + "Title"]}</h2><p>{sheets.Say(language, key + "Text", sheets.Phone)}</p><p><a href=\"{link}\">{words[language, again]}</a></p></section>"), status);
    }
}
