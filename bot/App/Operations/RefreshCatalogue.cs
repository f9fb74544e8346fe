using System.Diagnostics.Metrics;
using OneVisit.Catalogue;
using OneVisit.Storage;

namespace OneVisit.Bot.Operations;

/// <summary>Looks every minute whether the bureau has changed its catalogue. While storage is away, people are served by the one at hand.</summary>
internal sealed class RefreshCatalogue(CatalogueShelf shelf, TimeProvider clock, ILogger<RefreshCatalogue> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private static readonly Gauge<int> InForce = Telemetry.Meter.CreateGauge<int>(
        "onevisit.catalogue.version", "{version}", "Number of the catalogue version in force; 0 while the book of versions has not been read.");

    private static readonly Gauge<int> Troubles = Telemetry.Meter.CreateGauge<int>(
        "onevisit.catalogue.troubles", "{version}", "Catalogue versions that ought to be or become in force and cannot be read.");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Learnt beside the start, so that whoever writes first does not wait for it.
        _ = shelf.BuiltIn.Reception;
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                // Storage away, or something no version may do to us: what was in force stays so.
                log.Log(trouble is StorageUnavailableException ? LogLevel.Warning : LogLevel.Error, trouble, "The catalogue could not be looked after; trying again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken stop)
    {
        var isNew = await shelf.RefreshAsync(stop);
        var state = shelf.State;
        InForce.Record(state.Number ?? 0);
        Troubles.Record(state.Troubles.Length);
        if (isNew)
            log.LogInformation("Catalogue version {Number} ({Version}) is in force", state.Number, state.Version);
        if (isNew && state.Wrong() is { } wrong)
            log.LogError("A catalogue version cannot be used; the last good one stays in force: {Wrong}", wrong);
    }
}
