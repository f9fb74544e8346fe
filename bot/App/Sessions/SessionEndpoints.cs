using OneVisit.Bot.Limits;

namespace OneVisit.Bot.Sessions;

/// <summary>What the pages ask to open their chat, and the door of the staff page.</summary>
internal static class SessionEndpoints
{
    public const string ResidentCookie = "onevisit-chat";

    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        var resident = app.MapGroup("/session").AddEndpointFilter<PageRequestFilter>();
        resident.MapPost("", (HttpContext http, ChatSessions sessions, CancellationToken stop) => AnswerAsync(async () => await sessions.OpenForResidentAsync(http, stop)))
            .RequireRateLimiting(RequestPace.Chats);
        resident.MapPost("/keep", (HttpContext http, ChatSessions sessions, CancellationToken stop) => AnswerAsync(async () => new KeptChat(await sessions.KeepForResidentAsync(http, stop))));

        resident.MapPost("/end", async (HttpContext http, ChatSessions sessions, CancellationToken stop) =>
        {
            await sessions.LeaveAsync(http, stop);
            return Results.NoContent();
        });

        app.MapGet("/staff/sign-in-options", (BotSettings settings) => settings.StaffSignIn);

        var staff = app.MapGroup("/staff").AddEndpointFilter<PageRequestFilter>().RequireAuthorization(StaffSignIn.Scheme);
        staff.MapPost("/session", (HttpContext http, ChatSessions sessions, CancellationToken stop) => ForStaffAsync(http, async id => await sessions.OpenForStaffAsync(http, id, stop)))
            .RequireRateLimiting(RequestPace.Chats);
        staff.MapPost("/session/keep", (HttpContext http, ChatSessions sessions, CancellationToken stop) => ForStaffAsync(http, async id => new KeptChat(await sessions.KeepForStaffAsync(http, id, stop))));
        staff.MapPost("/sign-out", (HttpContext http, StaffLeaving leaving) => AnswerAsync(async () => await leaving.LeaveAsync(http)));
    }

    private static Task<IResult> ForStaffAsync(HttpContext http, Func<string, Task<object?>> ask) =>
        http.User.StaffId() is { } id ? AnswerAsync(() => ask(id)) : Task.FromResult(Results.Forbid(authenticationSchemes: [StaffSignIn.Scheme]));

    // Who is found to be signed out meanwhile is asked to sign in.
    private static async Task<IResult> AnswerAsync(Func<Task<object?>> ask)
    {
        try
        {
            return await ask() is { } answer ? Results.Json(answer) : Results.StatusCode(StatusCodes.Status401Unauthorized);
        }
        catch (Exception silence) when (silence is HttpRequestException or Storage.StorageUnavailableException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}

/// <param name="ConversationId">In which the person is told what comes; <c>null</c>: a page opened now would begin a new one.</param>
internal sealed record KeptChat(string? ConversationId);
