using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Statistics;

/// <summary>
/// What the statistics know of one case: no name, no number of a person, no words. A newer version takes the place of an older one, so that what
/// happens late corrects the past. Days are working days in which the clock ran. What only counts of decided cases is told when it is decided.
/// </summary>
/// <param name="Version">Of the journal it was folded from.</param>
/// <param name="Point">Code of the township, nine digits.</param>
/// <param name="Village">Code of the village, twelve digits.</param>
public sealed record CaseFact(string CaseId, int Version, string Item, string Point, string Village, DateOnly SubmittedOn)
{
    public DateOnly? AcceptedOn { get; init; }

    /// <summary><c>null</c> while it is open.</summary>
    public DateOnly? DecidedOn { get; init; }

    public FactOutcome Outcome { get; init; }

    /// <summary>From acceptance to decision; <c>null</c>: not decided, or never accepted.</summary>
    public int? Days { get; init; }

    /// <summary>What was promised; <c>null</c>: never accepted.</summary>
    public int? Limit { get; init; }

    /// <summary>Last day of the promise, inclusive; <c>null</c>: never accepted.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Of the clock at the decision; <c>null</c>: not decided, or it had no clock.</summary>
    public DueState? Colour { get; init; }

    /// <summary>The stage for which it is not green; see <see cref="Blame"/>.</summary>
    public StageKind? Blamed { get; init; }

    /// <summary>Stages that are done, added up over all rounds; each once.</summary>
    public ImmutableArray<StageSpent> Stages { get; init; } = [];

    /// <summary>Sent back by who decides.</summary>
    public bool Returned { get; init; }

    /// <summary>Begun anew after an objection that was right.</summary>
    public bool Reopened { get; init; }

    /// <summary>Papers were asked for after the application.</summary>
    public bool Asked { get; init; }

    /// <summary>Requests beyond the list that were refused.</summary>
    public int ExtraRefused { get; init; }

    /// <summary>How often somebody of the household was there.</summary>
    public int Visits { get; init; }

    /// <summary>Why they had to come again, once for each time; see <see cref="ComingCauses"/>.</summary>
    public ImmutableArray<string> VisitCauses { get; init; } = [];

    /// <summary>Of the latest review, 0 to 100.</summary>
    public decimal? ReviewScore { get; init; }

    public Grade? ReviewGrade { get; init; }

    /// <summary>1 to 5.</summary>
    public int? Stars { get; init; }

    /// <summary>The rating was left out of the rates.</summary>
    public bool RatingExcluded { get; init; }

    /// <summary>All was done, so the household could rate it.</summary>
    public bool Closed { get; init; }

    public bool Relatives { get; init; }

    /// <summary>Somebody complained, or objected to the notice.</summary>
    public bool Complained { get; init; }

    /// <summary>Participant who decided.</summary>
    public string? Decider { get; init; }

    /// <summary>Day of the last thing that changed what stands here; while it is not decided, of its application.</summary>
    public DateOnly ChangedOn { get; init; }

    /// <summary>The month it counts in: of its decision; while it is open, of its application. First day.</summary>
    public DateOnly Month => Months.FirstOf(DecidedOn ?? SubmittedOn);

    /// <summary>Decided, and nothing went wrong on the way: not sent back, not begun anew, no paper asked for again.</summary>
    public bool FirstTimeRight => Outcome is FactOutcome.Approved or FactOutcome.Refused && !Returned && !Reopened && !Asked;

    /// <summary>Nothing that stands here differs but the version.</summary>
    public bool TellsTheSameAs(CaseFact other) => this with { Version = other.Version, Stages = other.Stages, VisitCauses = other.VisitCauses } == other
        && Stages.SequenceEqual(other.Stages) && VisitCauses.SequenceEqual(other.VisitCauses);
}

/// <summary>Working days that a stage took.</summary>
public readonly record struct StageSpent(StageKind Stage, int Days);

/// <summary>How a case stands, for statistics: whether it was closed does not matter.</summary>
public enum FactOutcome { Open, Approved, Refused, NotAccepted }

/// <summary>Outcomes as they travel.</summary>
public static class FactOutcomes
{
    public static string Code(this FactOutcome outcome) => outcome switch
    {
        FactOutcome.Approved => "approved",
        FactOutcome.Refused => "refused",
        FactOutcome.NotAccepted => "not-accepted",
        _ => "open",
    };
}
