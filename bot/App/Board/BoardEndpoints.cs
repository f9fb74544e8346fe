using Microsoft.AspNetCore.Mvc;
using OneVisit.Bot.Limits;
using OneVisit.Bot.Pages;

namespace OneVisit.Bot.Board;

/// <summary>The public board (公示): townships, villages, what hangs in one, the form to object, and the answer for who has its code. Nobody signs in.</summary>
internal static class BoardEndpoints
{
    private const int LargestForm = 32 * 1024;

    public static void AddBoard(this IServiceCollection services)
    {
        services.AddSingleton<SheetPages>();
        services.AddSingleton<BoardPages>();
        services.AddSingleton<ObjectionTickets>();
        services.AddTransient<BoardDoor>();
    }

    public static void MapBoard(this IEndpointRouteBuilder app)
    {
        app.MapGet("/notices", (HttpContext http, BoardDoor door, CancellationToken stop) => door.TownshipsAsync(http, stop));
        app.MapGet("/notices/answer", (HttpContext http, BoardDoor door) => door.Ask(http));
        app.MapGet("/notices/{place}", (string place, HttpContext http, BoardDoor door, CancellationToken stop) => door.PlaceAsync(http, place, stop));
        // Who comes back to the address of a form that was sent finds the board.
        app.MapGet("/notices/{village}/objections", (string village, HttpContext http) => Results.Redirect($"/notices/{Uri.EscapeDataString(village)}{http.Request.QueryString}"));
        var forms = app.MapGroup("/notices").AddEndpointFilter<OwnForms>().RequireRateLimiting(RequestPace.Forms).WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        forms.MapPost("/{village}/objections", (string village, HttpContext http, BoardDoor door, CancellationToken stop) => door.ObjectAsync(http, village, stop));
        forms.MapPost("/answer", (HttpContext http, BoardDoor door, CancellationToken stop) => door.AnswerAsync(http, stop));
    }
}
