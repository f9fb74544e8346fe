using Microsoft.DurableTask;
using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Engine;

/// <summary>How an execution ends; a step without an ending leaves the orchestrator waiting.</summary>
internal abstract record Ending
{
    public sealed record Completed(string? Output) : Ending;

    public sealed record Failed(TaskFailureDetails Failure) : Ending;

    public sealed record Terminated(string? Output, bool Recursive) : Ending;

    /// <summary>Starts over; <paramref name="Kept"/> are the events nobody had waited for.</summary>
    public sealed record ContinuedAsNew(string? Input, string Version, IReadOnlyList<HistoryEvent> Kept) : Ending;

    private Ending()
    {
    }
}

/// <summary>Something an orchestrator asks for; becomes <paramref name="Event"/> in its history.</summary>
/// <param name="Input">Input of the activity or sub-orchestration, payload of the event.</param>
/// <param name="Version">Of a sub-orchestration.</param>
internal sealed record Order(HistoryEvent Event, string? Input, string Version = "");

/// <summary>What one step of an orchestrator came to.</summary>
/// <param name="CancelledTimers">Every timer this execution has cancelled so far: none of them needs to fire.</param>
internal sealed record StepOutcome(
    IReadOnlyList<Order> Orders, IReadOnlySet<int> CancelledTimers, string? CustomStatus, Ending? Ending);

/// <summary>A step to be written down: one transaction.</summary>
/// <param name="History">What was new in this step, before the orders; empty if the orchestrator did not run.</param>
internal sealed record Step(
    InstanceRow Instance, bool Suspended, int HistoryLength, IReadOnlyList<HistoryEvent> History,
    IReadOnlyList<long> Consumed, StepOutcome Outcome, DateTimeOffset At);
