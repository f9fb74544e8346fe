using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Inspection;

/// <summary>One thing that happened to an orchestration, under the platform's own name for it (<c>DurableTask.Core.History.EventType</c>).</summary>
/// <param name="At">The step in which the orchestrator learnt of it, or asked for it.</param>
/// <param name="Task">Numbers what was scheduled; a result carries the number of what it answers. -1 where nothing is numbered.</param>
/// <param name="Name">Of the activity, sub-orchestrator, event or orchestrator.</param>
/// <param name="Data">JSON: a result, an input, the payload of an event.</param>
/// <param name="Other">The instance that an event was sent to, or that was started as a sub-orchestration.</param>
/// <param name="FireAt">When a timer is due.</param>
/// <param name="Ended">How the execution ended, where this is its end.</param>
public sealed record HistoryStep(string EventType, DateTimeOffset At, int Task = -1, string? Name = null, string? Data = null)
{
    public string? Other { get; init; }

    public DateTimeOffset? FireAt { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    public OrchestrationRuntimeStatus? Ended { get; init; }

    /// <summary>An activity or sub-orchestration was asked for.</summary>
    public bool IsOrder => EventType is "TaskScheduled" or "SubOrchestrationInstanceCreated";

    /// <summary>An activity or sub-orchestration gave what it was asked for, or failed.</summary>
    public bool IsResult => EventType is "TaskCompleted" or "TaskFailed" or "SubOrchestrationInstanceCompleted" or "SubOrchestrationInstanceFailed";
}
