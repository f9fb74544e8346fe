using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using OneVisit.Bot.Pages;

namespace OneVisit.Bot.Board;

/// <summary>The public board (公示): townships, villages, what hangs in one, the form to object, and the answer for who has its code. Nobody signs in.</summary>
internal static class BoardEndpoints
{
    private const string Politely = "objections";
    private const int LargestForm = 32 * 1024;
    private const int FormsEach = 20;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public static void AddBoard(this IServiceCollection services)
    {
        services.AddSingleton<SheetPages>();
        services.AddSingleton<BoardPages>();
        services.AddSingleton<ObjectionTickets>();
        services.AddTransient<BoardDoor>();
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            // By address: many may share one, so it is not tight. Told in words, with the telephone beside it.
            limits.AddPolicy(Politely, http => RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = FormsEach, Window = Window }));
            limits.OnRejected = (rejected, _) => new(rejected.HttpContext.RequestServices.GetRequiredService<SheetPages>()
                .Message(rejected.HttpContext, PageEndpoints.LanguageOf(rejected.HttpContext), "boardTooMany", StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext));
        });
    }

    public static void MapBoard(this IEndpointRouteBuilder app)
    {
        app.MapGet("/notices", (HttpContext http, BoardDoor door, CancellationToken stop) => door.TownshipsAsync(http, stop));
        app.MapGet("/notices/answer", (HttpContext http, BoardDoor door) => door.Ask(http));
        app.MapGet("/notices/{place}", (string place, HttpContext http, BoardDoor door, CancellationToken stop) => door.PlaceAsync(http, place, stop));
        // Who comes back to the address of a form that was sent finds the board.
        app.MapGet("/notices/{village}/objections", (string village, HttpContext http) => Results.Redirect($"/notices/{Uri.EscapeDataString(village)}{http.Request.QueryString}"));
        var forms = app.MapGroup("/notices").AddEndpointFilter<OwnForms>().RequireRateLimiting(Politely).WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        forms.MapPost("/{village}/objections", (string village, HttpContext http, BoardDoor door, CancellationToken stop) => door.ObjectAsync(http, village, stop));
        forms.MapPost("/answer", (HttpContext http, BoardDoor door, CancellationToken stop) => door.AnswerAsync(http, stop));
    }
}
