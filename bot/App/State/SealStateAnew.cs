using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using OneVisit.Bot.Operations;
using OneVisit.Domain.Identity;
using OneVisit.Storage;

namespace OneVisit.Bot.State;

/// <summary>
/// Seals what is remembered of conversations anew when the sealing key has changed: so many at a time, over and over. What is done is passed over by its mark, so that
/// after a restart it goes on where it was.
/// </summary>
internal sealed class SealStateAnew(BotStateBlobs blobs, SealedBotStorage state, Sealer sealer, TimeProvider clock, ILogger<SealStateAnew> log) : BackgroundService
{
    /// <summary>Written in one go.</summary>
    public const int Most = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    private static readonly Gauge<int> Left = Telemetry.Meter.CreateGauge<int>("onevisit.conversations.left", "{conversation}", "Conversations that an older sealing key seals.");

    private string doneUnder = "";
    private DateTimeOffset doneAt;

    /// <summary>One go.</summary>
    /// <returns>How many are still sealed by an older key; <c>null</c>: all was done lately, nothing was looked at.</returns>
    public async Task<int?> GoAsync(CancellationToken stop)
    {
        var (current, now, left, written) = (sealer.Current, clock.GetUtcNow(), 0, 0);
        if (doneUnder == current && now < doneAt + Daily) return null;
        await foreach (var kept in blobs.ListAsync(stop))
        {
            if (kept.SealedBy == current || kept.SealedBy == BotStateBlobs.Unsealed) continue;
            if (written < Most && kept.Key is { } key && await SealAsync(key, stop)) written++;
            else left++;
        }
        Left.Record(left);
        if (left == 0) (doneUnder, doneAt) = (current, now);
        if (left + written > 0) log.LogInformation("{Written} conversations were sealed anew with {Key}, {Left} are left", written, current, left);
        return left;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await GoAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                log.LogWarning(trouble, "Conversations could not be sealed anew; trying again");
            }
        }
    }

    private async Task<bool> SealAsync(string key, CancellationToken stop)
    {
        try
        {
            return await state.SealAnewAsync(key, stop);
        }
        catch (CryptographicException)
        {
            // Its name holds who speaks: it is told by number only.
            log.LogError("A conversation cannot be opened with the sealing keys at hand");
            return false;
        }
    }
}
