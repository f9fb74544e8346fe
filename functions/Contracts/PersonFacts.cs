namespace OneVisit.Contracts;

/// <summary>What is told about one person of a household. <c>null</c> means not known, which is never read as no.</summary>
public sealed record PersonFacts
{
    public DateOnly? BornOn { get; init; }

    /// <summary>Grade of the disability certificate, 1 (gravest) to 4; 0: no certificate.</summary>
    public int? DisabilityGrade { get; init; }

    /// <summary><c>visual</c>, <c>hearing</c>, <c>speech</c>, <c>physical</c>, <c>intellectual</c>, <c>mental</c> or <c>multiple</c>.</summary>
    public string? DisabilityKind { get; init; }

    /// <summary>Cannot look after themself without help.</summary>
    public bool? CannotCareForSelf { get; init; }

    /// <summary>Grade of the ability assessment: 0 able to 3 severe loss.</summary>
    public int? AbilityGrade { get; init; }

    /// <summary>An illness on the local list of grave illnesses.</summary>
    public bool? GraveIllness { get; init; }

    /// <summary>Somebody who must by law support this person, and can.</summary>
    public bool? HasAbleObligor { get; init; }

    public ParentFacts? Father { get; init; }

    public ParentFacts? Mother { get; init; }

    /// <summary>Codes of the services whose benefit this person draws today; empty: none.</summary>
    public IReadOnlyList<string>? Draws { get; init; }

    public LayOffFacts? LayOff { get; init; }

    /// <summary>To the one who applies: <c>self</c>, <c>spouse</c>, <c>child</c> (of any age), <c>parent</c>, <c>other-with-duty</c> (of support, by law) or <c>other</c>.</summary>
    public string? Relation { get; init; }

    /// <summary>Of age, and cannot live on own means.</summary>
    public bool? IsDependent { get; init; }

    /// <summary>At school, or at a university up to a bachelor's degree, full-time.</summary>
    public bool? StudiesUpToBachelor { get; init; }

    /// <summary>Has lived together with the household for long.</summary>
    public bool? LivesInLongTerm { get; init; }

    /// <summary>What keeps this person out of the household; reason <c>none</c>: nothing does.</summary>
    public AwayFacts? Away { get; init; }

    /// <summary>Without work.</summary>
    public bool? IsOutOfWork { get; init; }

    /// <summary>Was supported as an orphan until of age.</summary>
    public bool? WasOrphan { get; init; }

    /// <summary>Studies full time, for whatever degree.</summary>
    public bool? InFullTimeStudy { get; init; }
}

/// <param name="Reason"><c>none</c>, <c>clergy</c>, <c>in-prison</c>, <c>forced-rehabilitation</c> or <c>declared-missing</c>.</param>
/// <param name="Since">First day; of clergy it decides.</param>
public sealed record AwayFacts(string Reason, DateOnly? Since = null);

/// <param name="Fate">
/// <c>able</c>, <c>dead</c>, <c>untraceable</c>, <c>declared-missing</c>, <c>severely-disabled</c>, <c>gravely-ill</c>, <c>in-prison</c>,
/// <c>in-rehabilitation</c> or <c>out-of-touch</c>.
/// </param>
/// <param name="Since">First day in prison, in rehabilitation or out of touch.</param>
/// <param name="SentenceMonths">Months of prison or rehabilitation ordered, from 1.</param>
public sealed record ParentFacts(string Fate, DateOnly? Since = null, int? SentenceMonths = null);

/// <summary>A lay-off of the early 1960s (精简退职).</summary>
/// <param name="LabourLost">Can no longer work.</param>
/// <param name="Supported">Has means or somebody to live on.</param>
public sealed record LayOffFacts(DateOnly? StartedOn, DateOnly? LaidOffOn, bool? LabourLost = null, bool? Supported = null);
