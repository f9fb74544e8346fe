using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using OneVisit.Functions.Operations;
using OneVisit.Storage;

namespace OneVisit.Functions.Sealing;

/// <summary>
/// One go of a pass over what stands under keys: it begins anew when another key counts, goes on from where it stopped, and rests when it is through. That it does not come on is told, by every go that
/// breaks off.
/// </summary>
public sealed class PassTurn(TimeProvider clock, ILogger<PassTurn> logger)
{
    private static readonly Gauge<int> Still = Telemetry.Meter.CreateGauge<int>("onevisit.keys.still", "h", "Hours for which a pass, over data keys or over what people are found by, has not come on.");

    /// <param name="of">Which pass, for who reads figures and lines.</param>
    /// <param name="current">Id of the key that counts.</param>
    /// <param name="nextAt">When one that is through is begun again.</param>
    /// <param name="goOn">Broken off, what it did is done; it is done once more from where the pass last said it was.</param>
    /// <returns>The pass as it stands now, and whether this go brought it to its end.</returns>
    public async Task<(KeyPass Pass, bool IsThrough)> TakeAsync(KeyPassBook book, string of, string current, Func<KeyPass, DateTimeOffset> nextAt, Func<KeyPass, Task<KeyPass>> goOn, CancellationToken cancellation)
    {
        var (now, isFine) = (clock.GetUtcNow(), false);
        var (pass, etag) = await BegunAsync(book, current, cancellation);
        try
        {
            if (pass.IsDone && now < nextAt(pass))
            {
                isFine = true;
                return (pass, false);
            }
            var next = await goOn(pass.IsDone ? pass.Again(now) : pass) with { MovedAt = clock.GetUtcNow() };
            // Another program was faster: it goes on from there.
            var written = await book.WriteAsync(next, etag, cancellation);
            isFine = true;
            return (next, written && next.IsDone);
        }
        finally
        {
            var since = isFine ? null : pass.StillSince(now, nextAt(pass));
            Still.Record((int)Math.Ceiling((now - since)?.TotalHours ?? 0), new KeyValuePair<string, object?>("pass", of));
            if (since is not null)
                logger.LogError("The pass over {What} has not come on since {Since}", of, since);
        }
    }

    // Noted before anything is done: one that breaks off in its first go was begun as well.
    private async Task<(KeyPass Pass, string ETag)> BegunAsync(KeyPassBook book, string current, CancellationToken cancellation)
    {
        for (var tries = 0; tries < 3; tries++)
        {
            var read = await book.ReadAsync(cancellation);
            if (read is { Pass: var known, ETag: var etag } && known.Master == current)
                return (known, etag);
            await book.WriteAsync(KeyPass.Begin(current, clock.GetUtcNow(), read?.Pass), read?.ETag, cancellation);
        }
        throw new InvalidOperationException("Programs do not agree on which key counts; it is tried again.");
    }
}
