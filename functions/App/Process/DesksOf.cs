using System.Collections.Immutable;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Functions.Process;

/// <summary>A task's place in an office's queue.</summary>
internal sealed record Desk(Role Role, string Office, DateOnly DueOn, string TaskId);

/// <summary>Which desks a case left after a given journal entry: what must be taken off the queues.</summary>
internal sealed class DesksOf(ImmutableArray<Entry> entries, int after)
{
    public IEnumerable<Desk> Left()
    {
        var desks = new Dictionary<string, Desk>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            switch (entry.Event)
            {
                case TaskOpened opened:
                    desks[opened.TaskId] = new(opened.Role, opened.Office, opened.DueOn, opened.TaskId);
                    break;
                case TaskReassigned moved:
                    if (entry.Sequence > after)
                        yield return desks[moved.TaskId];
                    desks[moved.TaskId] = desks[moved.TaskId] with { Role = moved.Role, Office = moved.Office };
                    break;
                case LimitsRecomputed recomputed:
                    foreach (var change in recomputed.Limits.Where(change => change.TaskId is not null && change.DueOn != change.Before))
                    {
                        if (entry.Sequence > after)
                            yield return desks[change.TaskId!];
                        desks[change.TaskId!] = desks[change.TaskId!] with { DueOn = change.DueOn };
                    }
                    break;
                case TaskDone done when entry.Sequence > after:
                    yield return desks[done.TaskId];
                    break;
            }
        }
    }
}
