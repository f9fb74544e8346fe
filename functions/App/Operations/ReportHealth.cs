using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Versions;
using OneVisit.Functions.FrontDoor;
using OneVisit.Storage;

namespace OneVisit.Functions.Operations;

/// <summary>Whether the back office can work: <c>ok</c> or <c>down</c>, altogether and for each part it needs.</summary>
public sealed record HealthReport(string Status, string Storage, string Process, CatalogueHealth? Catalogue = null, DirectoryHealth? Directory = null);

/// <summary>Which catalogue is in force today. A fault stops nobody's work: the last good version is in force meanwhile.</summary>
/// <param name="Version">Its id.</param>
/// <param name="Number">Its number; absent while the book has not been read or does not hold it.</param>
/// <param name="BuiltIn">It came with the program.</param>
/// <param name="Fault">What ought to be or become in force, and cannot be read, with the first mistakes; absent: nothing.</param>
public sealed record CatalogueHealth(string Version, int? Number, bool BuiltIn, string? Fault)
{
    internal static CatalogueHealth Of(VersionState state) => new(state.Version, state.Number, state.IsBuiltIn, state.Wrong());
}

/// <summary>Which edition of the directory is in force today. A fault stops nobody's work: the last good edition is in force meanwhile.</summary>
/// <param name="Version">Its id; absent: there is none.</param>
/// <param name="Fault">What ought to be or become in force, and cannot be read; absent: nothing.</param>
public sealed record DirectoryHealth(string? Version, int? Number, string? Fault)
{
    /// <returns><c>null</c>: the city has none, and nothing is wrong with that.</returns>
    internal static DirectoryHealth? Of(VersionState state) => state is { IsBuiltIn: true, Troubles.IsEmpty: true } ? null : new(state.IsBuiltIn ? null : state.Version, state.Number, state.Wrong());
}

/// <summary>200 when everything needed is reachable, else 503.</summary>
public sealed class ReportHealth(OneVisitStorage store, CatalogueShelf shelf, DirectoryShelf directory, ILogger<ReportHealth> logger)
{
    private const string Ok = "ok";
    private const string Down = "down";

    // Longer than a slow moment, shorter than the patience of who asks.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    [Function(nameof(ReportHealth))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Health)] HttpRequest request,
        [DurableClient] DurableTaskClient process,
        CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var storage = TryAsync("storage", () => store.PingAsync(patience.Token));
        var engine = TryAsync("process", () => process.GetInstanceAsync("health", patience.Token));
        var (storageState, engineState) = (await storage, await engine);
        var well = storageState == Ok && engineState == Ok;
        return Answers.Json(
            new HealthReport(well ? Ok : Down, storageState, engineState, CatalogueHealth.Of(shelf.State), DirectoryHealth.Of(directory.State)), well ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<string> TryAsync(string part, Func<Task> reach)
    {
        try
        {
            await reach();
            return Ok;
        }
        catch (Exception trouble)
        {
            logger.LogWarning(trouble, "Health: {Part} is not reachable", part);
            return Down;
        }
    }
}
