using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneVisit.Storage.MasterKeys;

namespace OneVisit.Hosting;

/// <summary>Looks every minute whether there is a new sealing key. While the keys cannot be read, those at hand go on.</summary>
internal sealed class RefreshKeys(KeyRefresh keys, TimeProvider clock, ILogger<RefreshKeys> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(KeyRefresh.Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await keys.RefreshAsync(stoppingToken) is { } current)
                    logger.LogInformation("Sealing key {Key} seals from now on", current);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                logger.LogWarning(trouble, "The sealing keys could not be looked after; those at hand go on");
            }
        }
    }
}
