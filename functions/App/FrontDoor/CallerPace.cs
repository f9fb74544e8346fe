using System.Threading.RateLimiting;

namespace OneVisit.Functions.FrontDoor;

/// <summary>
/// How much one participant may ask. The back office hears the bot only, which counts by person and address; this stops what comes past it, a program that runs
/// wild in somebody's name too.
/// </summary>
/// <param name="most">Requests at once, and in a minute; by the real clock, whatever day a demo clock shows.</param>
public sealed class CallerPace(int most) : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> callers = PartitionedRateLimiter.Create<string, string>(participant => RateLimitPartition.GetTokenBucketLimiter(
        participant, _ => new TokenBucketRateLimiterOptions { TokenLimit = most, TokensPerPeriod = 1, ReplenishmentPeriod = Minute / most, AutoReplenishment = false }));

    /// <returns>How long they have to wait; <c>null</c>: they may ask.</returns>
    public TimeSpan? WaitOf(string participant)
    {
        using var lease = callers.AttemptAcquire(participant);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Minute;
    }

    public void Dispose() => callers.Dispose();
}
