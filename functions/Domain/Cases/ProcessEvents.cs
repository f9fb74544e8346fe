using System.Collections.Immutable;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>A task landed on an office's desk.</summary>
/// <param name="TaskId">Stage and round, for example <c>survey-r1</c>; unique within the case.</param>
/// <param name="DueOn">Last day of the limit, inclusive.</param>
/// <param name="YellowAt">Start of the working day on which 90% of the limit is used.</param>
/// <param name="RedAt">End of the due day in Beijing, exclusive.</param>
/// <param name="Also">Who else of the same office may do it: the deputy, where the authority matrix says so.</param>
public sealed record TaskOpened(
    string TaskId, string StageId, StageKind Kind, int Round, Role Role, string Office,
    DateOnly DueOn, bool DueIsProvisional, DateTimeOffset YellowAt, DateTimeOffset RedAt, Role? Also = null) : CaseEvent
{
    /// <summary>The one person of the desk whose it is; <c>null</c>: whoever holds the post.</summary>
    public string? Person { get; init; }

    /// <summary>Last day on which it has to begin; <c>null</c>: nobody says when.</summary>
    public DateOnly? StartBy { get; init; }

    /// <summary>Working days of its own, of a task that is no stage of the procedure; <c>null</c>: the procedure says, or nobody kept it.</summary>
    public int? WorkingDays { get; init; }
}

/// <summary>An open task moved to another desk, its clock unchanged: the mandate was granted, revoked or expired, or the authority to decide was.</summary>
/// <param name="Cause">See <see cref="MoveCauses"/>; <c>null</c>: the mandate.</param>
public sealed record TaskReassigned(string TaskId, Role Role, string Office, string? Cause = null, Role? Also = null) : CaseEvent
{
    /// <summary>The one person of the desk whose it is now; <c>null</c>: whoever holds the post.</summary>
    public string? Person { get; init; }
}

/// <summary>Why a task moved, as it is kept.</summary>
public static class MoveCauses
{
    /// <summary>The city suspended the point's authority to decide.</summary>
    public const string AuthoritySuspended = "authority-suspended";

    /// <summary>Everybody who holds the post is related to the household, or nobody is any more (回避).</summary>
    public const string Recused = "recused";

    /// <summary>The point may decide again.</summary>
    public const string AuthorityRestored = "authority-restored";

    /// <summary>The agent whose it was answered that it is outside their area, or that they cannot.</summary>
    public const string AgentDeclined = "agent-declined";

    /// <summary>Whose work it was left, or fell ill, and it was handed over, see <see cref="WorkHandedOver"/>.</summary>
    public const string HandedOver = "handed-over";

    /// <summary>The amount is more than the point may decide on.</summary>
    public const string AmountBeyondAuthority = "amount-beyond-authority";

    /// <summary>The bureau delegated nothing of that item to the point for that day.</summary>
    public const string NoAuthority = "no-authority";

    /// <summary>Nobody who holds the post has passed the training that deciding takes.</summary>
    public const string TrainingMissing = "training-missing";

    /// <summary>Who of the point may decide was changed.</summary>
    public const string AuthorityChanged = "authority-changed";
}

/// <summary>Somebody finished a task; who and when stand in the entry.</summary>
public sealed record TaskDone(string TaskId, TaskAct Act) : CaseEvent;

/// <summary>The public notice (公示) hangs in the village: masked name, household size and amount only.</summary>
/// <param name="From">Day on which it was posted.</param>
/// <param name="Until">Last full day on which it hangs, inclusive; days count from the day after <paramref name="From"/>.</param>
/// <param name="EndsAt">End of <paramref name="Until"/> in Beijing.</param>
/// <param name="Amount"><c>null</c>: the service pays nothing.</param>
/// <param name="Members">People of the household, as it shows them; <c>null</c>: not known.</param>
public sealed record PublicNoticeOpened(string TaskId, int Round, DateOnly From, DateOnly Until, DateTimeOffset EndsAt, [property: SealedInJournal] Money? Amount = null, [property: SealedInJournal] int? Members = null) : CaseEvent
{
    /// <summary>Number that stands on it, so that nobody needs a key to find it again; <c>null</c> in journals of earlier releases. Sealed: who has the number does not get to the case by it.</summary>
    [SealedInJournal]
    public string? Number { get; init; }
}

/// <summary>The notice hung its full time.</summary>
public sealed record PublicNoticeEnded(string TaskId, int Round) : CaseEvent;

/// <summary>90% of a task's limit was used and its desk was told.</summary>
public sealed record Reminded(string TaskId, DateOnly DueOn) : CaseEvent;

/// <summary>A task's limit passed and somebody above its desk was told, a level at a time. Never a silent approval.</summary>
public sealed record Escalated(string TaskId, string Office, DateOnly DueOn) : CaseEvent
{
    /// <summary>Level of the ladder, from 1; <c>null</c> in journals from when all superiors were told at once.</summary>
    public int? Level { get; init; }

    /// <summary>Who was told.</summary>
    public Role? To { get; init; }

    /// <summary>Levels that were passed over because nobody holds the post; <c>null</c>: none.</summary>
    public ImmutableArray<Role>? Vacant { get; init; }

    /// <summary>When the next level is told; <c>null</c>: there is none.</summary>
    public DateTimeOffset? NextAt { get; init; }
}

/// <summary>The decider sent the case back, once only.</summary>
/// <param name="Round">The round that follows.</param>
public sealed record ReturnedForCorrection([property: SealedInJournal] ImmutableArray<string> Items, [property: SealedInJournal] string Reason, int Round) : CaseEvent;
