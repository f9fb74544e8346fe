using Microsoft.DurableTask.Client;
using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Engine;

/// <summary>
/// An inbox sorted for one step: what the orchestrator shall see, in order of arrival, and what is thereby used up. While an instance is
/// suspended only Resume and Terminate reach it; the rest stays for later.
/// </summary>
internal sealed record Inbox(IReadOnlyList<HistoryEvent> News, IReadOnlyList<long> Consumed, bool Suspended, HistoryEvent? Terminate)
{
    public static Inbox Sort(InstanceRow instance, IReadOnlyList<Message> messages)
    {
        List<Message> seen = [], held = [];
        List<long> consumed = [];
        var suspended = instance.Status == OrchestrationRuntimeStatus.Suspended;
        foreach (var message in messages)
        {
            if (message.Execution is not null && message.Execution != instance.Execution)
            {
                consumed.Add(message.Sequence);
                continue;
            }

            switch (message.Event.Kind)
            {
                case EventKind.Terminate:
                    return new([], [], suspended, message.Event);
                case EventKind.Suspend or EventKind.Resume:
                    suspended = message.Event.Kind == EventKind.Suspend;
                    consumed.Add(message.Sequence);
                    if (!suspended) seen.AddRange(held);
                    if (!suspended) held.Clear();
                    break;
                default:
                    (suspended ? held : seen).Add(message);
                    break;
            }
        }

        consumed.AddRange(seen.Select(message => message.Sequence));
        return new([.. seen.Select(message => message.Event)], consumed, suspended, null);
    }
}
