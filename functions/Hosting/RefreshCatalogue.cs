using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Versions;
using OneVisit.Storage;

namespace OneVisit.Hosting;

/// <summary>Looks every minute whether the bureau has changed its catalogue or its directory, and says once what is in force and what is wrong.</summary>
internal sealed class RefreshCatalogue(CatalogueShelf shelf, DirectoryShelf directory, Meter meter, TimeProvider clock, ILogger<RefreshCatalogue> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Gauge<int> inForce = meter.CreateGauge<int>(
        "onevisit.catalogue.version", "{version}", "Number of the catalogue version in force; 0 while the book of versions has not been read.");

    private readonly Gauge<int> troubles = meter.CreateGauge<int>(
        "onevisit.catalogue.troubles", "{version}", "Catalogue versions that ought to be or become in force and cannot be read.");

    private readonly Gauge<int> directoryInForce = meter.CreateGauge<int>(
        "onevisit.directory.version", "{version}", "Number of the edition of the directory in force; 0 while there is none or the book has not been read.");

    private readonly Gauge<int> directoryTroubles = meter.CreateGauge<int>(
        "onevisit.directory.troubles", "{version}", "Editions of the directory that ought to be or become in force and cannot be read.");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Learnt beside the start, so that whoever writes first does not wait for it.
        _ = shelf.BuiltIn.Reception;
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            await LookAsync("catalogue", shelf.RefreshAsync, () => shelf.State, inForce, troubles, stoppingToken);
            await LookAsync("directory", directory.RefreshAsync, () => directory.State, directoryInForce, directoryTroubles, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(
        string what, Func<CancellationToken, Task<bool>> refresh, Func<VersionState> look, Gauge<int> number, Gauge<int> wrongOnes, CancellationToken stop)
    {
        try
        {
            var isNew = await refresh(stop);
            var state = look();
            number.Record(state.Number ?? 0);
            wrongOnes.Record(state.Troubles.Length);
            if (isNew)
                logger.LogInformation("Version {Number} ({Version}) of the {What} is in force", state.Number, state.Version, what);
            if (isNew && state.Wrong() is { } wrong)
                logger.LogError("A version of the {What} cannot be used; the last good one stays in force: {Wrong}", what, wrong);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            // Storage away, or something no version may do to us: what was in force stays so.
            logger.Log(trouble is StorageUnavailableException ? LogLevel.Warning : LogLevel.Error, trouble, "The {What} could not be looked after; trying again", what);
        }
    }
}
