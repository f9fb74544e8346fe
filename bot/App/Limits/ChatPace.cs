using System.Threading.RateLimiting;
using Microsoft.Bot.Schema;

namespace OneVisit.Bot.Limits;

/// <summary>Counts the turns of a conversation, and of all that were opened from one address. Who floods a chat hears one sentence a minute, not one each time.</summary>
internal sealed class ChatPace(RequestLimits limits, VisitorAddresses addresses) : IDisposable
{
    private readonly PartitionedRateLimiter<Activity> turns = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<Activity, string>(activity => Buckets.Of(ConversationOf(activity), limits.TurnsOfChat, RequestLimits.Minute)),
        PartitionedRateLimiter.Create<Activity, string>(activity => Buckets.Of(addresses.Of(activity.From?.Id), limits.TurnsOfAddress, RequestLimits.Minute)));

    private readonly PartitionedRateLimiter<Activity> words = PartitionedRateLimiter.Create<Activity, string>(activity => Buckets.Of(ConversationOf(activity), 1, RequestLimits.Minute));

    public Pace Take(Activity activity) => Permits(turns, activity) ? Pace.Hear : Permits(words, activity) ? Pace.AskToWait : Pace.Pass;

    public void Dispose()
    {
        turns.Dispose();
        words.Dispose();
    }

    private static bool Permits(PartitionedRateLimiter<Activity> limiter, Activity activity)
    {
        using var lease = limiter.AttemptAcquire(activity);
        return lease.IsAcquired;
    }

    private static string ConversationOf(Activity activity) => activity.ChannelId + "|" + activity.Conversation?.Id;
}

/// <summary>What is done with an activity that came.</summary>
internal enum Pace
{
    Hear,

    /// <summary>It is not heard, and the person is told.</summary>
    AskToWait,

    /// <summary>It is not heard; they were told just now.</summary>
    Pass,
}
