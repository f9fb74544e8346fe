using System.Collections.Concurrent;
using OneVisit.Contracts;

namespace OneVisit.Local.Year.Acting;

/// <summary>A task that somebody was told of and that nobody has told them to be done.</summary>
/// <param name="Since">The day they were told first.</param>
public sealed record ToldTask(string CaseId, string TaskId, DateOnly Due, DateOnly Since);

/// <summary>What everybody was told, and what is on their minds because of it. People act on what they are told, not on what the year knows.</summary>
public sealed class Told
{
    // Messages still arrive while somebody looks at what they know.
    private readonly Lock mind = new();
    private readonly ConcurrentDictionary<string, int> times = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<(string CaseId, string TaskId), ToldTask>> tasks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Notice>> news = new(StringComparer.Ordinal);

    /// <summary>How often each message reached its reader, by its id.</summary>
    public IReadOnlyDictionary<string, int> Times => times;

    /// <summary>A message arrives. A second copy of the same is known by its id and changes nothing.</summary>
    public void Hear(Notice notice, DateOnly today)
    {
        if (times.AddOrUpdate(notice.NoticeId, 1, (_, before) => before + 1) > 1)
            return;
        lock (mind)
            Note(notice, today);
    }

    private void Note(Notice notice, DateOnly today)
    {
        if (!notice.To.StartsWith(Participants.StaffPrefix, StringComparison.Ordinal))
            OfResident(notice.To).Add(notice);
        else if (notice is { Kind: NoticeKinds.TaskOpened, TaskId: { } opened })
            OfStaff(notice.To)[(notice.CaseId, opened)] = new(notice.CaseId, opened, DateOnly.ParseExact(notice.Data["due"], "yyyy-MM-dd"), today);
        else if (notice is { Kind: NoticeKinds.TaskClosed, TaskId: { } closed })
            OfStaff(notice.To).Remove((notice.CaseId, closed));
    }

    /// <summary>What a member of staff has to do as far as they know, the soonest due first.</summary>
    public IReadOnlyList<ToldTask> TasksOf(string participant)
    {
        lock (mind)
        {
            return tasks.TryGetValue(participant, out var mine)
                ? [.. mine.Values.OrderBy(task => task.Due).ThenBy(task => task.CaseId, StringComparer.Ordinal).ThenBy(task => task.TaskId, StringComparer.Ordinal)]
                : [];
        }
    }

    /// <summary>They know of it.</summary>
    public bool Knows(string participant, ToldTask task)
    {
        lock (mind)
            return tasks.TryGetValue(participant, out var mine) && mine.ContainsKey((task.CaseId, task.TaskId));
    }

    /// <summary>They have seen that there is nothing for them to do.</summary>
    public void Forget(string participant, ToldTask task)
    {
        lock (mind)
        {
            if (tasks.TryGetValue(participant, out var mine))
                mine.Remove((task.CaseId, task.TaskId));
        }
    }

    /// <summary>Everything a resident was told, in the order it came.</summary>
    public IReadOnlyList<Notice> NewsOf(string participant)
    {
        lock (mind)
            return news.TryGetValue(participant, out var heard) ? [.. heard] : [];
    }

    private Dictionary<(string, string), ToldTask> OfStaff(string participant)
    {
        if (!tasks.TryGetValue(participant, out var mine))
            tasks[participant] = mine = [];
        return mine;
    }

    private List<Notice> OfResident(string participant)
    {
        if (!news.TryGetValue(participant, out var heard))
            news[participant] = heard = [];
        return heard;
    }
}
