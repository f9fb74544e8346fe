using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>A piece of work on an office's desk.</summary>
public sealed record CaseTask(
    string TaskId, string StageId, StageKind Kind, int Round, Role Role, string Office,
    DateTimeOffset OpenedAt, DueDate Due, DateTimeOffset YellowAt, DateTimeOffset RedAt)
{
    /// <summary>The one person of the desk whose it is; <c>null</c>: whoever holds the post.</summary>
    public string? Person { get; init; }

    public DateTimeOffset? RemindedAt { get; init; }

    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary><c>null</c> while the task is open.</summary>
    public Completion? Done { get; init; }

    public bool IsOpen => Done is null;

    /// <summary>When its desk is to be reminded; <c>null</c> when it is done or was told before.</summary>
    internal DateTimeOffset? RemindAt => IsOpen && RemindedAt is null && EscalatedAt is null ? YellowAt : null;

    /// <summary>When its superiors are to be told; <c>null</c> when it is done or they were told before.</summary>
    internal DateTimeOffset? EscalateAt => IsOpen && EscalatedAt is null ? RedAt : null;

    /// <summary>The clock's colour; for a finished task, its colour when it was done.</summary>
    public DueState StateAt(DateTimeOffset now) => DueStates.Of(YellowAt, RedAt, Done?.At ?? now);

    /// <summary>Name of a stage's task in a round, for example <c>review-r2</c>.</summary>
    public static string IdOf(string stageId, int round) => $"{stageId}-r{round}";

    /// <summary>Name of the external event that wakes the process when a task is done: unique to case, stage and round.</summary>
    public static string EventName(string caseId, string taskId) => $"{caseId}:{taskId}";
}

/// <summary>What was done with a task, by whom and when.</summary>
public sealed record Completion(TaskAct Act, Actor By, DateTimeOffset At);

/// <summary>Green, yellow from 90% of the limit, red past it.</summary>
public enum DueState { Green, Yellow, Red }

/// <summary>Clocks as colours.</summary>
public static class DueStates
{
    /// <summary>Both instants inclusive: at <paramref name="red"/> it is red.</summary>
    public static DueState Of(DateTimeOffset yellow, DateTimeOffset red, DateTimeOffset now) =>
        now >= red ? DueState.Red : now >= yellow ? DueState.Yellow : DueState.Green;

    /// <summary><c>green</c>, <c>yellow</c> or <c>red</c>.</summary>
    public static string Code(this DueState state) => state switch { DueState.Red => "red", DueState.Yellow => "yellow", _ => "green" };
}
