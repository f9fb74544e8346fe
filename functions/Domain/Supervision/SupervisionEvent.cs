using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Supervision;

/// <summary>
/// Something that happened in the supervision of cases: in a review, a remedy, a complaint, a draw, or to a point's authority. Each has a journal of
/// its own, append-only and hash-chained like a case's. The <c>type</c> names are stored for decades: add new ones, never rename or reuse one.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MatterOpened), "matter-opened")]
[JsonDerivedType(typeof(StepOpened), "step-opened")]
[JsonDerivedType(typeof(StepDone), "step-done")]
[JsonDerivedType(typeof(StepReminded), "step-reminded")]
[JsonDerivedType(typeof(StepEscalated), "step-escalated")]
[JsonDerivedType(typeof(MatterClosed), "matter-closed")]
[JsonDerivedType(typeof(SampleDrawn), "sample-drawn")]
[JsonDerivedType(typeof(AuthoritySuspended), "authority-suspended")]
[JsonDerivedType(typeof(AuthorityLifted), "authority-lifted")]
[JsonDerivedType(typeof(AuthorityChanged), "authority-changed")]
[JsonDerivedType(typeof(HoldPlaced), "hold-placed")]
[JsonDerivedType(typeof(HoldLifted), "hold-lifted")]
[JsonDerivedType(typeof(MatterErased), JournalChain.ErasedType)]
public abstract record SupervisionEvent
{
    [JsonIgnore]
    public string Type => SupervisionJson.TypeOf(this);
}

/// <summary>A review, a remedy or a complaint began.</summary>
public sealed record MatterOpened(string MatterId, MatterSubject Subject) : SupervisionEvent;

/// <summary>A piece of work landed on an office's desk.</summary>
/// <param name="TaskId">Step and round, for example <c>correct-file-r1</c>; unique within the matter.</param>
/// <param name="NotBy">Participants who may not do it, because it is about what they did.</param>
/// <param name="DueOn">Last day of the limit, inclusive; the other three as in <see cref="TaskOpened"/>.</param>
public sealed record StepOpened(
    string TaskId, StepKind Kind, Role Role, string Office, ImmutableArray<string> NotBy,
    DateOnly DueOn, bool DueIsProvisional, DateTimeOffset YellowAt, DateTimeOffset RedAt) : SupervisionEvent;

/// <summary>Somebody did it; who and when stand in the entry.</summary>
public sealed record StepDone(string TaskId, MatterAct Act) : SupervisionEvent;

/// <summary>90% of its limit was used and its desk was told.</summary>
public sealed record StepReminded(string TaskId, DateOnly DueOn) : SupervisionEvent;

/// <summary>Its limit passed and its superiors were told.</summary>
public sealed record StepEscalated(string TaskId, string Office, DateOnly DueOn) : SupervisionEvent;

/// <summary>Nothing is left to do.</summary>
public sealed record MatterClosed : SupervisionEvent;

/// <summary>Cases were drawn for review (抽查). All that is needed to draw them again stands here.</summary>
/// <param name="Month">First day of the month whose cases were drawn from.</param>
/// <param name="Through">Last day, inclusive, that was looked at.</param>
public sealed record SampleDrawn(
    DateOnly Month, DateOnly Through, string RuleVersion, string Seed, int FirstOfRepresentative, int Extremes,
    ImmutableArray<Candidate> Candidates, ImmutableArray<Drawn> Drawn) : SupervisionEvent;

/// <summary>The city took a point's authority to decide away for a time.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; <c>null</c>: until it is lifted.</param>
/// <param name="Items">Codes of the services; empty: all.</param>
/// <param name="ToRole">Who decides meanwhile.</param>
public sealed record AuthoritySuspended(
    DateOnly From, ImmutableArray<string> Items, string Reason, Role ToRole, string ToOffice, DateOnly? To = null) : SupervisionEvent;

/// <summary>The point decides again.</summary>
public sealed record AuthorityLifted(string Reason) : SupervisionEvent;
