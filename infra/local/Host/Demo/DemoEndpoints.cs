using Microsoft.AspNetCore.Authentication.Cookies;
using OneVisit.Bot.Sessions;
using OneVisit.Local.Host.Runtime;

namespace OneVisit.Local.Host.Demo;

/// <summary>Pages that exist only on this machine: the front page of the demo, its clock, and signing in as a demo member of staff.</summary>
public static class DemoEndpoints
{
    private const string Folder = "Demo";

    /// <summary>Where the bot's staff page finds this sign-in.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> StaffSignInSettings { get; } =
    [
        new("OneVisit:StaffSignIn:ListUrl", "/demo/staff"),
        new("OneVisit:StaffSignIn:PostUrl", "/demo/sign-in"),
        new("OneVisit:StaffSignIn:MoreUrl", "/demo#people"),
    ];

    public static IServiceCollection AddDemo(this IServiceCollection services, LocalCity city) =>
        services.AddSingleton(city).AddSingleton<ClockDesk>().AddSingleton<DemoPeople>()
            // A jump of the demo clock signs nobody out.
            .PostConfigure<CookieAuthenticationOptions>(StaffSignIn.Scheme, cookie => cookie.TimeProvider = TimeProvider.System);

    public static void MapDemo(this IEndpointRouteBuilder app)
    {
        app.MapGet("/demo", (HttpContext http) => Page(http, "demo.html"));
        app.MapGet("/demo/clock", (HttpContext http) => Page(http, "clock.html"));
        app.MapGet("/demo/demo.css", () => PageFile.Send(Folder, "demo.css"));
        app.MapGet("/demo/demo.js", () => PageFile.Send(Folder, "demo.js"));
        app.MapGet("/demo/people.js", () => PageFile.Send(Folder, "people.js"));
        app.MapGet("/demo/words.js", () => PageFile.Send(Folder, "words.js"));
        app.MapGet("/demo/words.{language}.json", (string language) => DemoWords.Of(language) is { } words ? Results.Json(words) : Results.NotFound());
        app.MapGet("/demo/api", (LocalCity city) => Results.Redirect(new Uri(city.BackOfficeUrl, "api/openapi.json").AbsoluteUri));

        app.MapGet("/demo/clock/state", (ClockDesk clock, CancellationToken ct) => clock.LookAsync(moved: false, ct));
        app.MapPost("/demo/clock", async (ClockMove move, HttpRequest request, ClockDesk clock, CancellationToken ct) =>
            OwnPage.Sent(request) ? Results.Ok(await clock.MoveAsync(move.To, ct)) : Results.StatusCode(StatusCodes.Status403Forbidden));

        app.MapGet("/demo/staff", (DemoPeople people) => people.Own());
        app.MapGet("/demo/people", (string? q, DemoPeople people) => people.Find(q));
        app.MapPost("/demo/sign-in", SignInAsync);
    }

    private static async Task<IResult> SignInAsync(SignIn form, DemoPeople people, HttpContext http)
    {
        if (!OwnPage.Sent(http.Request)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (form.StaffId is not { } staffId || !people.Has(staffId)) return Results.NotFound();
        await DemoSignIn.OpenAsync(http, staffId);
        return Results.NoContent();
    }

    private static IResult Page(HttpContext http, string name)
    {
        http.Response.Headers.ContentSecurityPolicy = RuntimePages.OnlyOurOwn;
        return PageFile.Send(Folder, name);
    }

    private sealed record ClockMove(string To);

    private sealed record SignIn(string? StaffId);
}
