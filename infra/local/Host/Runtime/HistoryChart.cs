using OneVisit.Local.DurableTask.Inspection;

namespace OneVisit.Local.Host.Runtime;

/// <summary>What an orchestration did, as bars over time.</summary>
/// <param name="Kind"><c>activity</c>, <c>sub</c>, <c>timer</c>, <c>event</c>, <c>sent</c> or <c>waiting</c>.</param>
/// <param name="To"><c>null</c>: it still goes on.</param>
/// <param name="State"><c>done</c>, <c>failed</c>, <c>open</c> or <c>cancelled</c>.</param>
/// <param name="Detail">Result, failure or payload, masked.</param>
public sealed record Bar(string Kind, string? Name, DateTimeOffset From, DateTimeOffset? To, string State, DateTimeOffset? Due = null, string? Detail = null);

/// <summary>Makes the bars of one history.</summary>
/// <param name="timers">Numbers of the timers that are set.</param>
/// <param name="finished">When it ended; <c>null</c> while it goes on.</param>
internal sealed class HistoryChart(IReadOnlyList<HistoryStep> history, IReadOnlySet<int> timers, DateTimeOffset? finished)
{
    // By the number of what they answer.
    private readonly ILookup<int, HistoryStep> _results = history.Where(step => step.IsResult || step.EventType == "TimerFired").ToLookup(step => step.Task);

    public IReadOnlyList<Bar> Bars()
    {
        List<Bar> bars = [.. history.Select(Of).OfType<Bar>()];
        if (finished is null && history.Count > 0 && !bars.Exists(bar => bar.State == "open"))
            bars.Add(new("waiting", null, history[^1].At, null, "open"));
        return bars;
    }

    private Bar? Of(HistoryStep step) => step.EventType switch
    {
        "TaskScheduled" => Work("activity", step, ResultOf(step)),
        "SubOrchestrationInstanceCreated" => Work("sub", step, ResultOf(step)),
        "TimerCreated" => Timer(step, ResultOf(step)),
        "EventRaised" => new("event", step.Name, step.At, step.At, "done", Detail: Masking.Json(step.Data)),
        "EventSent" => new("sent", step.Name, step.At, step.At, "done"),
        _ => null,
    };

    private HistoryStep? ResultOf(HistoryStep order) => _results[order.Task].FirstOrDefault();

    private Bar Work(string kind, HistoryStep order, HistoryStep? result) => result switch
    {
        null => new(kind, order.Name, order.At, finished, finished is null ? "open" : "cancelled"),
        { Failure: { } failure } => new(kind, order.Name, order.At, result.At, "failed", Detail: Masking.Text(failure.ToString())),
        _ => new(kind, order.Name, order.At, result.At, "done", Detail: Masking.Json(result.Data)),
    };

    // A cancelled timer leaves no trace of when; it ends with the next thing that happened, or with the end.
    private Bar Timer(HistoryStep order, HistoryStep? fired) => (fired, timers.Contains(order.Task)) switch
    {
        ({ } rang, _) => new("timer", null, order.At, rang.At, "done", order.FireAt),
        (null, true) => new("timer", null, order.At, null, "open", order.FireAt),
        _ => new("timer", null, order.At, history.FirstOrDefault(step => step.At > order.At)?.At ?? finished ?? order.At, "cancelled", order.FireAt),
    };
}
