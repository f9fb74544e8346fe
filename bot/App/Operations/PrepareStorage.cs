using OneVisit.Storage;

namespace OneVisit.Bot.Operations;

/// <summary>Makes the tables, containers and queues that are not there yet; waits for a store that is still starting.</summary>
internal sealed class PrepareStorage(OneVisitStorage storage, ILogger<PrepareStorage> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await storage.EnsureCreatedAsync(stoppingToken);
                return;
            }
            catch (StorageUnavailableException)
            {
                log.LogWarning("The store does not answer yet.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
