using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneVisit.Functions.Catalogues;
using OneVisit.Storage;

namespace OneVisit.Functions.Operations;

/// <summary>Makes tables, containers and queues and keeps the catalogue that is built in when the back office starts, and keeps trying while storage is not there yet.</summary>
internal sealed class PrepareStorage(OneVisitStorage storage, BuiltInCatalogue builtIn, WorkQueue work, BenefitBook benefits, ILogger<PrepareStorage> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await storage.EnsureCreatedAsync(stoppingToken);
                await work.RekeyAsync(stoppingToken);
                await benefits.RekeyAsync(stoppingToken);
                await builtIn.EnsureKeptAsync(stoppingToken);
                return;
            }
            catch (StorageUnavailableException trouble)
            {
                logger.LogWarning(trouble, "Storage is not reachable yet; trying again");
                await Task.Delay(Pause, stoppingToken);
            }
            catch (Exception trouble) when (trouble is InvalidDataException or InvalidOperationException)
            {
                // Cases opened before go on. Whoever mends the book restarts nothing: the next application tries again.
                logger.LogError(trouble, "The catalogue that is built in could not be kept");
                return;
            }
        }
    }
}
