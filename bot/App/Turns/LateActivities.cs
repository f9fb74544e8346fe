using Microsoft.Bot.Schema;
using OneVisit.Bot.State;

namespace OneVisit.Bot.Turns;

/// <summary>What people said while the store was down, in order, until it is back.</summary>
internal sealed class LateActivities
{
    private readonly Dictionary<string, Queue<Activity>> people = new(StringComparer.Ordinal);

    public bool IsWaiting(Activity activity)
    {
        lock (people) return people.ContainsKey(KeyOf(activity));
    }

    public void Add(Activity activity)
    {
        lock (people)
        {
            if (!people.TryGetValue(KeyOf(activity), out var queue)) people[KeyOf(activity)] = queue = new Queue<Activity>();
            queue.Enqueue(activity);
        }
    }

    /// <summary>The oldest of each person.</summary>
    public IReadOnlyList<Activity> Oldest()
    {
        lock (people) return [.. people.Values.Select(queue => queue.Peek())];
    }

    /// <summary>It is answered; the next of its person follows.</summary>
    public void Done(Activity activity)
    {
        lock (people)
        {
            var queue = people[KeyOf(activity)];
            queue.Dequeue();
            if (queue.Count == 0) people.Remove(KeyOf(activity));
        }
    }

    private static string KeyOf(Activity activity) => TalkState.KeyOf(activity);
}
