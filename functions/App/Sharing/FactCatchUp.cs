using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Sharing;

/// <summary>
/// When a platform is connected, what happened before is owed to it, too: all cases are gone through once before anything is sent, so that each person's facts still go in their
/// order. Bit by bit, each step kept: a process that dies goes on where it was.
/// </summary>
public sealed class FactCatchUp(ISharingPlatform platform, FactOutbox outbox, FactEntries facts, CaseProjections projections, CaseCabinet cases, ILogger<FactCatchUp> logger)
{
    private const int Step = 100;

    // Of one strike of the clock; the next goes on.
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(40);

    private bool? known;

    /// <summary>Goes on with it, if there is something left.</summary>
    /// <returns>Whether facts may be sent: a platform is connected, and nothing from before is missing.</returns>
    public async Task<bool> IsDoneAsync(CancellationToken cancellation)
    {
        if (known == platform.IsConnected)
            return platform.IsConnected;
        if (platform.IsConnected)
            return (known = await GoOnAsync(cancellation) ? true : null) is not null;
        await outbox.ForgetCaughtUpAsync(cancellation);
        known = false;
        return false;
    }

    private async Task<bool> GoOnAsync(CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        for (var at = await outbox.CaughtUpAsync(cancellation) ?? new(null, false); ;)
        {
            if (at.IsDone)
                return true;
            if (Stopwatch.GetElapsedTime(since) > Enough)
                return false;
            var numbers = await projections.NumbersAsync(at.After, Step, cancellation);
            foreach (var number in numbers)
            {
                if (await cases.FindAsync(number, cancellation) is { } file)
                    await facts.EnterAsync(file, after: 0, cancellation);
            }
            at = numbers is [.., var last] ? new(last, IsDone: false) : at with { IsDone = true };
            await outbox.NoteAsync(at, cancellation);
            logger.LogInformation("Facts from before the platform was connected: {Cases} more cases gone through", numbers.Count);
        }
    }
}
