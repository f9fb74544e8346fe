using System.Collections.Immutable;
using OneVisit.Domain.Calendars;

namespace OneVisit.Domain.Cases;

/// <summary>When a case was accepted and by when it is promised.</summary>
/// <param name="ReceivedOn">The day on which the office had the papers, where an officer accepted; <c>null</c>: it was accepted as it came.</param>
/// <param name="IsDeemed">Nobody said anything within the limit, so it counts as accepted from the day of receipt (行政许可法 §32).</param>
public sealed record Promise(DateOnly AcceptedOn, DueDate Due, DateTimeOffset YellowAt, DateTimeOffset RedAt, DateOnly? ReceivedOn = null, bool IsDeemed = false);

/// <summary>A paper in the case.</summary>
/// <param name="SignedContent">Of a form signed on a screen, see <see cref="DocumentAdded"/>.</param>
public sealed record CaseDocument(string DocumentId, string Material, string ContentType, long Bytes, DateTimeOffset AddedAt, string? SignedContent = null);

/// <summary>A public notice (公示).</summary>
/// <param name="Until">Last full day, inclusive.</param>
/// <param name="Members">People of the household as it shows them; <c>null</c>: it was journalled before that was told, or nobody knows.</param>
/// <param name="TakenDownAt">When it was taken down before its time.</param>
public sealed record PublicNotice(
    string TaskId, int Round, DateOnly From, DateOnly Until, DateTimeOffset EndsAt, Money? Amount, DateTimeOffset? EndedAt = null, int? Members = null, DateTimeOffset? TakenDownAt = null)
{
    /// <summary>Why it was; see <see cref="TakeDownCauses"/>.</summary>
    public string? TakenDownFor { get; init; }

    /// <summary>Neither ended nor taken down, as far as the journal tells. It never hangs beyond <see cref="EndsAt"/>.</summary>
    public bool IsHanging => EndedAt is null && TakenDownAt is null;
}

/// <summary>Why a case went back.</summary>
/// <param name="Round">The round that followed.</param>
public sealed record Correction(ImmutableArray<string> Items, string Reason, int Round, Actor By, DateTimeOffset At);

/// <summary>The decision taken.</summary>
public sealed record CaseDecision(CaseOutcome Outcome, Actor By, DateTimeOffset At)
{
    /// <summary>Who signed besides, where the procedure asks for two; <c>null</c>: one was enough.</summary>
    public Actor? Second { get; init; }

    /// <summary>By which delegated power; <c>null</c>: in the bureau's own right, or journalled before it was noted.</summary>
    public DecisionPower? Power { get; init; }
}

/// <summary>A request for papers.</summary>
/// <param name="LegalReason"><c>null</c>: all were on the list.</param>
public sealed record MaterialRequest(
    string TaskId, ImmutableArray<string> Materials, string Reason, string? LegalReason, string? Authority, Actor By, DateTimeOffset At,
    DateOnly? DueOn = null);

/// <summary>A request beyond the list that was refused.</summary>
public sealed record RefusedRequest(string TaskId, ImmutableArray<string> Materials, Actor By, DateTimeOffset At);

/// <summary>Somebody of the household was there in person.</summary>
/// <param name="Cause">Why they had to come again, see <see cref="ComingCauses"/>; <c>null</c>: the first time, or not asked yet in journals of before.</param>
public sealed record Visit(string TaskId, Actor NotedBy, DateTimeOffset At, string? Cause = null);

/// <summary>The household's rating (好差评). It opens or closes nothing for who gave it.</summary>
public sealed record Rating(int Stars, DateTimeOffset At)
{
    /// <summary>Grades up to this one, inclusive, are bad and are followed up.</summary>
    public const int WorstGrades = 2;

    public string? Comment { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Left out of the rates, mistaken or malicious; never held against anybody.</summary>
    public RatingExclusion? Excluded { get; init; }

    public DateTimeOffset? RemediedAt { get; init; }

    /// <summary>Whether the household was content when it was asked again; <c>null</c> while it was not.</summary>
    public bool? Satisfied { get; init; }

    public bool IsBad => Stars <= WorstGrades;
}

/// <summary>Why a rating does not count in the rates.</summary>
public sealed record RatingExclusion(string Reason, Actor By, DateTimeOffset At);

/// <summary>A visit of the city that must take place.</summary>
/// <param name="Cause">See <see cref="VisitCauses"/>.</param>
/// <param name="Matter">Number of the complaint; <c>null</c>: none.</param>
public sealed record VisitOrder(string Cause, string? Matter, DateTimeOffset At);

/// <summary>What came of a review of the case file.</summary>
public sealed record FileReviewResult(string Matter, decimal Score, Supervision.Grade Grade, ImmutableArray<string> Faults, Actor By, DateTimeOffset At);

/// <summary>Where a case stands, for people.</summary>
public enum CaseStatus { Open, Approved, Refused, Closed }

/// <summary>Statuses as they travel.</summary>
public static class CaseStatuses
{
    public static string Code(this CaseStatus status) => status switch
    {
        CaseStatus.Approved => "approved",
        CaseStatus.Refused => "refused",
        CaseStatus.Closed => "closed",
        _ => "open",
    };
}
