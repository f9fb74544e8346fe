using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.Pages;

/// <summary>What the staff page reads from the back office, for the person signed in.</summary>
internal static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/staff").RequireAuthorization(StaffSignIn.Scheme);
        staff.MapGet("/tasks", (HttpContext http, BackOffice office, CancellationToken stop) => ReadAsync<TaskView[]>(http, office, Routes.Work, stop));
        staff.MapGet("/me", (HttpContext http, BackOffice office, CancellationToken stop) => ReadAsync<Me>(http, office, Routes.Me, stop));
    }

    private static async Task<IResult> ReadAsync<T>(HttpContext http, BackOffice office, string route, CancellationToken stop)
    {
        if (http.User.StaffId() is not { } id) return Results.Unauthorized();
        var speaker = new Speaker(Participants.StaffPrefix + id, PageEndpoints.LanguageOf(http) == PageWords.English ? Language.English : Language.Chinese);
        http.Response.Headers.CacheControl = "no-store";
        return await office.GetAsync<T>(speaker, route, stop) switch
        {
            Answer<T>.Got { Value: var value } => Results.Json(value, Wire.Json),
            Answer<T>.Refused { Problem.Status: StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden } => Results.StatusCode(StatusCodes.Status403Forbidden),
            Answer<T>.Refused => Results.StatusCode(StatusCodes.Status502BadGateway),
            _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
        };
    }
}
