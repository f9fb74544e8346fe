using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneVisit.Storage;

namespace OneVisit.Functions.Directories;

/// <summary>Writes editions to the table of staff beside everything else: at once when one is put in force, and every minute what a process that ended left undone.</summary>
public sealed class ApplyDirectory(DirectoryApplying applying, TimeProvider clock, ILogger<ApplyDirectory> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim called = new(0);

    /// <summary>Something was put in force.</summary>
    public void Call() => called.Release();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (applying.IsDue)
                    await applying.ApplyAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                logger.Log(trouble is StorageUnavailableException ? LogLevel.Warning : LogLevel.Error, trouble, "The directory could not be written to the list of staff; trying again");
            }
            await WaitAsync(stoppingToken);
        }
    }

    private async Task WaitAsync(CancellationToken stop)
    {
        using var minute = new CancellationTokenSource(Pause, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(minute.Token, stop);
        try
        {
            await called.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // A minute is over.
        }
    }
}
