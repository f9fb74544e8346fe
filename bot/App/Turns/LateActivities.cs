using Microsoft.Bot.Schema;

namespace OneVisit.Bot.Turns;

/// <summary>What people said while the store was down, in order, until it is back.</summary>
internal sealed class LateActivities
{
    private readonly Dictionary<string, Queue<Activity>> conversations = new(StringComparer.Ordinal);

    public bool IsWaiting(Activity activity)
    {
        lock (conversations) return conversations.ContainsKey(KeyOf(activity));
    }

    public void Add(Activity activity)
    {
        lock (conversations)
        {
            if (!conversations.TryGetValue(KeyOf(activity), out var queue)) conversations[KeyOf(activity)] = queue = new Queue<Activity>();
            queue.Enqueue(activity);
        }
    }

    /// <summary>The oldest of each conversation.</summary>
    public IReadOnlyList<Activity> Oldest()
    {
        lock (conversations) return [.. conversations.Values.Select(queue => queue.Peek())];
    }

    /// <summary>It is answered; the next of its conversation follows.</summary>
    public void Done(Activity activity)
    {
        lock (conversations)
        {
            var queue = conversations[KeyOf(activity)];
            queue.Dequeue();
            if (queue.Count == 0) conversations.Remove(KeyOf(activity));
        }
    }

    private static string KeyOf(Activity activity) => activity.ChannelId + "|" + activity.Conversation?.Id;
}
