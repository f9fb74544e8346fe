using Microsoft.DurableTask;
using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Engine;

/// <summary>What an execution has asked for, in the order of its calls: not yet in the history, or in it and not yet answered.</summary>
internal sealed class OrderBook
{
    private readonly SortedDictionary<int, Order> placed = [];
    private readonly Dictionary<int, IOpenTask> open = [];
    private readonly HashSet<int> cancelledTimers = [];
    private int next;

    /// <summary>Orders that the history does not hold yet.</summary>
    public IReadOnlyList<Order> New => [.. placed.Values];

    public IReadOnlySet<int> CancelledTimers => cancelledTimers;

    public bool AnyOpen => open.Count > 0;

    public int Next() => next++;

    public void Place(Order order, IOpenTask? open)
    {
        placed.Add(order.Event.Task, order);
        if (open is not null) this.open.Add(order.Event.Task, open);
    }

    public void CancelTimer(int number)
    {
        cancelledTimers.Add(number);
        open.Remove(number);
    }

    /// <summary>The history says that this was ordered at this point.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">The orchestrator ordered something else, or nothing.</exception>
    public void Confirm(HistoryEvent before)
    {
        if (!placed.Remove(before.Task, out var order)) throw new NonDeterministicOrchestrationException(before, null);
        if (order.Event.Kind != before.Kind || !string.Equals(order.Event.Name, before.Name, StringComparison.OrdinalIgnoreCase))
            throw new NonDeterministicOrchestrationException(before, order.Event);
    }

    public void Complete(int number, string? data)
    {
        if (open.Remove(number, out var task)) task.Complete(data);
    }

    public void Fail(int number, TaskFailureDetails failure)
    {
        if (open.Remove(number, out var task)) task.Fail(failure);
    }
}
