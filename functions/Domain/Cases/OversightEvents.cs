using System.Collections.Immutable;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

/// <summary>A reviewer left the rating out of the rates, with a reason. Nobody is punished for it.</summary>
public sealed record RatingExcluded([property: SealedInJournal] string Reason) : CaseEvent;

/// <summary>A bad rating was followed up to its end.</summary>
/// <param name="Matter">Number of the remedy.</param>
/// <param name="Satisfied">What the household said when it was asked again.</param>
public sealed record RatingRemedied(string Matter, bool Satisfied) : CaseEvent;

/// <summary>The city must visit this household.</summary>
/// <param name="Cause">See <see cref="VisitCauses"/>.</param>
/// <param name="Matter">Number of the complaint that causes it; <c>null</c>: none does.</param>
public sealed record VisitOrdered(string Cause, string? Matter = null) : CaseEvent;

/// <summary>The city reviewed the case file (案卷评查).</summary>
/// <param name="Matter">Number of the review.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="Faults">Criteria that were not met.</param>
/// <param name="Criteria">Version of the criteria it was reviewed by.</param>
public sealed record FileReviewed(string Matter, decimal Score, Grade Grade, ImmutableArray<string> Faults, string Criteria) : CaseEvent;

/// <summary>Why a visit must take place, as it is kept.</summary>
public static class VisitCauses
{
    /// <summary>Somebody complained about the case.</summary>
    public const string Complaint = "complaint";

    /// <summary>The case stands in the register of relatives (近亲属备案).</summary>
    public const string Relatives = "relatives";
}
