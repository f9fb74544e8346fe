using OneVisit.Storage;

namespace OneVisit.Bot.Operations;

/// <summary>GET /health: can the bot remember?</summary>
internal static class HealthEndpoint
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder app) => app.MapGet("/health", async (OneVisitStorage storage, CancellationToken stop) =>
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Limit);
        try
        {
            await storage.PingAsync(limit.Token);
            return Results.Json(new { status = "healthy", storage = true });
        }
        catch (Exception trouble) when (trouble is StorageUnavailableException or OperationCanceledException)
        {
            return Results.Json(new { status = "unhealthy", storage = false }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    });
}
