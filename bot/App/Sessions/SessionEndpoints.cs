using Microsoft.AspNetCore.Authentication;
using OneVisit.Bot.Limits;

namespace OneVisit.Bot.Sessions;

/// <summary>What the pages ask to open their chat, and the door of the staff page.</summary>
internal static class SessionEndpoints
{
    public const string ResidentCookie = "onevisit-chat";

    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        var resident = app.MapGroup("/session").AddEndpointFilter<PageRequestFilter>();
        resident.MapPost("", (HttpContext http, ChatSessions sessions, CancellationToken stop) =>
            OpenAsync(() => sessions.OpenAsync(http, ResidentCookie, "/", ChatUserId.NewResident, stop)))
            .RequireRateLimiting(RequestPace.Chats);

        resident.MapPost("/end", async (HttpContext http, ChatSessions sessions, CancellationToken stop) =>
        {
            await sessions.LeaveAsync(http, ResidentCookie, "/", stop);
            return Results.NoContent();
        });

        app.MapGet("/staff/sign-in-options", (BotSettings settings) => settings.StaffSignIn);

        var staff = app.MapGroup("/staff").AddEndpointFilter<PageRequestFilter>().RequireAuthorization(StaffSignIn.Scheme);
        staff.MapPost("/session", (HttpContext http, ChatSessions sessions, ChatUserId ids, CancellationToken stop) => http.User.StaffId() is { } id
            ? OpenAsync(() => sessions.OpenAsync(http, StaffCookie(id), "/staff", () => ids.OfStaff(id, http.User.AccountId()), stop, known => known == ids.OfStaff(id, http.User.AccountId())))
            : Task.FromResult(Results.Forbid(authenticationSchemes: [StaffSignIn.Scheme]))).RequireRateLimiting(RequestPace.Chats);
        staff.MapPost("/sign-out", async (HttpContext http, BotSettings settings) =>
        {
            await http.SignOutAsync(StaffSignIn.Scheme);
            return Results.Json(new { redirectUrl = settings.Entra?.ClientId is null ? null : EntraEndpoints.Leave });
        });
    }

    /// <summary>One a person: who shares a computer finds their own conversation.</summary>
    private static string StaffCookie(string staffId) => "onevisit-desk-" + Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(staffId));

    private static async Task<IResult> OpenAsync(Func<Task<OpenedChat>> open)
    {
        try
        {
            return Results.Json(await open());
        }
        catch (Exception silence) when (silence is HttpRequestException or Storage.StorageUnavailableException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
