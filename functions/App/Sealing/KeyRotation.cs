using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Operations;
using OneVisit.Functions.Oversight;
using OneVisit.Storage;

namespace OneVisit.Functions.Sealing;

/// <summary>
/// Goes through the data keys of all journals and wraps those anew that an older master key wraps: so many at a time, from where it stopped, over and over. A journal
/// itself is never written. Once a day it looks whether all still is as it should be.
/// </summary>
public sealed class KeyRotation(JournalKeys journals, KeyPassBook book, JournalSealer sealer, KeyRing ring, PassTurn turn, TimeProvider clock, ILogger<KeyRotation> logger)
{
    /// <summary>Looked at and written in one go: about ten and two hundred requests to storage.</summary>
    public const int MostLooked = 4000;
    public const int MostWritten = 200;

    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    /// <summary>So long after a change something may still stand under the old key without anybody being called.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    private static readonly Gauge<int> Stalled = Telemetry.Meter.CreateGauge<int>("onevisit.keys.stalled", "{journal}", "Journals still under an older sealing key two days after it was changed.");

    /// <summary>One go. Broken off, it goes on from where it last said it was; what it did meanwhile is done.</summary>
    public async Task TurnAsync(CancellationToken cancellation, int mostWritten = MostWritten)
    {
        var (pass, isThrough) = await turn.TakeAsync(book, "data keys", ring.Keys.Current, NextAt, begun => GoOnAsync(begun, mostWritten, cancellation), cancellation);
        if (pass.IsDone)
            Tell(pass, clock.GetUtcNow());
        if (isThrough)
            logger.LogInformation("All data keys were gone through: {Left} are not wrapped by {Master}", KeyViews.Left(pass), pass.Master);
    }

    // A pass that began while others might still wrap with the old key proves nothing; one that left something is soon followed by another.
    internal static DateTimeOffset NextAt(KeyPass pass) =>
        pass.StartedAt < pass.Since + KeyPass.Settled ? pass.Since + KeyPass.Settled : pass.StartedAt + (KeyViews.Left(pass) > 0 ? TimeSpan.FromHours(1) : Daily);

    private async Task<KeyPass> GoOnAsync(KeyPass pass, int mostWritten, CancellationToken cancellation)
    {
        var (looked, written) = (0, 0);
        await foreach (var kept in journals.AllAsync(pass.After, cancellation))
        {
            // What nothing is sealed in needs no key.
            if (kept.Key is null && kept.Kind == KeptKey.OfMatters && !MatterNumber.IsMatter(kept.Partition))
                continue;
            var before = MasterOf(kept.Key);
            var after = before;
            if (kept.Key is { IsDestroyed: false } key && !sealer.IsCurrent(key) && await WrapAsync(kept, key, cancellation))
            {
                (after, pass) = (pass.Master, pass.Wrapped(kept.Kind, before));
                written++;
            }
            pass = pass.Saw(kept.Kind, after, kept.Cursor);
            // What was sealed there before the key came is still under the master key of its time. In what is neither case nor matter nothing was sealed before.
            if (kept.Key is { IsDestroyed: false, CameLater: true } && (kept.Kind == KeptKey.OfCases || MatterNumber.IsMatter(kept.Partition)))
                pass = pass.Saw(kept.Kind, KeyTally.Without, kept.Cursor);
            if (++looked == MostLooked || written == mostWritten)
                return pass;
        }
        return pass.Finish(clock.GetUtcNow());
    }

    private async Task<bool> WrapAsync(KeptKey kept, JournalKey key, CancellationToken cancellation)
    {
        try
        {
            return await journals.ReplaceAsync(kept, sealer.WrapAnew(key), cancellation);
        }
        catch (CryptographicException)
        {
            logger.LogError("The data key of {Journal} cannot be opened with the sealing keys at hand: {Master} is missing, or it was changed by hand", key.Journal, key.Master);
            return false;
        }
    }

    private static string MasterOf(JournalKey? key) => key is null ? KeyTally.Without : key.IsDestroyed ? KeyTally.Erased : key.Master;

    private void Tell(KeyPass pass, DateTimeOffset now)
    {
        var stalled = now > pass.Since + Patience ? KeyViews.Left(pass) : 0;
        Stalled.Record(stalled);
        if (stalled > 0)
            logger.LogError("The rotation of the sealing keys stands still: {Left} journals are under an older key since {Since}", stalled, pass.Since);
    }
}
