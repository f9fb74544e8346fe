using System.Threading.RateLimiting;

namespace OneVisit.Bot.Limits;

/// <summary>A bucket of turns or requests that fills up evenly. By the real clock, whatever day a demo clock shows.</summary>
internal static class Buckets
{
    /// <param name="key"><c>null</c>: not counted.</param>
    public static RateLimitPartition<string> Of(string? key, int most, TimeSpan time) => key is null
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions { TokenLimit = most, TokensPerPeriod = 1, ReplenishmentPeriod = time / most, AutoReplenishment = false });
}
