using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneVisit.Storage;

namespace OneVisit.Functions.Operations;

/// <summary>Makes tables, containers and queues when the back office starts, and keeps trying while storage is not there yet.</summary>
internal sealed class PrepareStorage(OneVisitStorage storage, ILogger<PrepareStorage> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await storage.EnsureCreatedAsync(stoppingToken);
                return;
            }
            catch (StorageUnavailableException trouble)
            {
                logger.LogWarning(trouble, "Storage is not reachable yet; trying again");
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }
}
