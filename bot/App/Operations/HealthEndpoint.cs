using OneVisit.Catalogue;
using OneVisit.Domain.Versions;
using OneVisit.Storage;

namespace OneVisit.Bot.Operations;

/// <summary>GET /health: can the bot remember?</summary>
internal static class HealthEndpoint
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder app) => app.MapGet("/health", async (OneVisitStorage storage, CatalogueShelf shelf, CancellationToken stop) =>
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Limit);
        try
        {
            await storage.PingAsync(limit.Token);
            return Results.Json(new { status = "healthy", storage = true, catalogue = CatalogueOf(shelf.State) });
        }
        catch (Exception trouble) when (trouble is StorageUnavailableException or OperationCanceledException)
        {
            return Results.Json(new { status = "unhealthy", storage = false, catalogue = CatalogueOf(shelf.State) }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }).DisableRateLimiting();

    // A fault stops nobody: the last good version is in force meanwhile.
    private static object CatalogueOf(VersionState state) => new { version = state.Version, number = state.Number, builtIn = state.IsBuiltIn, fault = state.Wrong() };
}
