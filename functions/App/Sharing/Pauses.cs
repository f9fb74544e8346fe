namespace OneVisit.Functions.Sharing;

/// <summary>How long a platform that did not answer, or did not take something, is left alone with it: a minute, then twice as long each time, at most an hour.</summary>
internal static class Pauses
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="tries">How often it was tried before this time.</param>
    public static TimeSpan After(int tries) => TimeSpan.FromTicks(Math.Min(Longest.Ticks, Shortest.Ticks << Math.Min(tries, 10)));
}
