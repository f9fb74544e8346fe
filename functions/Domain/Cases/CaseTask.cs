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
    /// <summary>Who else of the same office may do it.</summary>
    public Role? Also { get; init; }

    /// <summary>A decision that one has signed and that counts only when another signs too; <c>null</c>: nobody has.</summary>
    public Completion? FirstSignature { get; init; }

    /// <summary>The latest time that somebody did not sign what another had; <c>null</c>: never, or it was signed anew since.</summary>
    public DeclinedSignature? Declined { get; init; }

    /// <summary>Working days of its own, of a task beside the stages.</summary>
    internal int? WorkingDays { get; init; }

    public DateTimeOffset? RemindedAt { get; init; }

    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>The highest level that was told of its being late; 0: none.</summary>
    public int EscalationLevel { get; init; }

    /// <summary>When the next level is told; <c>null</c>: there is none, or none was told yet.</summary>
    internal DateTimeOffset? NextLevelAt { get; init; }

    /// <summary>Since when its clock stands still; <c>null</c>: it runs. Kept when the task was done meanwhile.</summary>
    public DateTimeOffset? PausedSince { get; init; }

    /// <summary>Last day on which it has to begin; <c>null</c>: nobody says when.</summary>
    public DateOnly? StartBy { get; init; }

    /// <summary>Day on which it began or is booked to begin; <c>null</c>: nobody said.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>When its desk was told that it has to begin today.</summary>
    public DateTimeOffset? StartToldAt { get; init; }

    /// <summary><c>null</c> while the task is open.</summary>
    public Completion? Done { get; init; }

    public bool IsOpen => Done is null;

    /// <summary>Run for the household, not work on its case: papers fetched, the result brought.</summary>
    public bool IsErrand => Kind is StageKind.Collect or StageKind.Deliver;

    /// <summary>When its desk is to be reminded; <c>null</c> when it is done, paused, or was told before.</summary>
    internal DateTimeOffset? RemindAt => IsOpen && PausedSince is null && RemindedAt is null && EscalatedAt is null ? YellowAt : null;

    /// <summary>When the next of its superiors is to be told; <c>null</c> when it is done, paused, or all were told.</summary>
    internal DateTimeOffset? EscalateAt => !IsOpen || PausedSince is not null ? null : EscalatedAt is null ? RedAt : NextLevelAt;

    /// <summary>The clock's colour; for a finished task, its colour when it was done, for a paused one, when it was paused.</summary>
    public DueState StateAt(DateTimeOffset now) => DueStates.Of(YellowAt, RedAt, PausedSince ?? Done?.At ?? now);

    /// <summary>The clock set anew. Who was told of a limit that is ahead again will be told again.</summary>
    internal CaseTask SetTo(DueDate due, DateTimeOffset yellow, DateTimeOffset red, DateTimeOffset now) => this with
    {
        Due = due,
        YellowAt = yellow,
        RedAt = red,
        RemindedAt = yellow > now ? null : RemindedAt,
        EscalatedAt = red > now ? null : EscalatedAt,
        EscalationLevel = red > now ? 0 : EscalationLevel,
        NextLevelAt = red > now ? null : NextLevelAt,
    };

    /// <summary>On another desk. Superiors of another level know nothing of it yet.</summary>
    internal CaseTask MovedTo(Role role, string office)
    {
        var moved = this with { Role = role, Office = office };
        return EscalationLadder.IsOfCity(office) == EscalationLadder.IsOfCity(Office)
            ? moved
            : moved with { EscalatedAt = null, EscalationLevel = 0, NextLevelAt = null };
    }

    /// <summary>When its desk is to be told that the last day to begin has come; <c>null</c>: it began, or they were told.</summary>
    internal DateTimeOffset? StartAt => IsOpen && StartBy is { } day && StartsOn is null && StartToldAt is null ? BeijingTime.StartOf(day) : null;

    /// <summary>Name of a stage's task in a round, for example <c>review-r2</c>.</summary>
    public static string IdOf(string stageId, int round) => $"{stageId}-r{round}";

    /// <summary>Name of the external event that wakes the process when a task is done: unique to case, stage and round.</summary>
    public static string EventName(string caseId, string taskId) => $"{caseId}:{taskId}";
}

/// <summary>What was done with a task, by whom and when.</summary>
public sealed record Completion(TaskAct Act, Actor By, DateTimeOffset At);

/// <summary>Somebody did not sign what another had signed.</summary>
public sealed record DeclinedSignature(string Reason, Actor By, DateTimeOffset At);

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
