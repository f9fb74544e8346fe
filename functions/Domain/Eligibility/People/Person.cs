using System.Collections.Immutable;

namespace OneVisit.Domain.Eligibility.People;

/// <summary>What is known about one person of a household. <c>null</c> is not known, never no. A value that cannot be throws <see cref="ArgumentOutOfRangeException"/>.</summary>
public sealed record Person
{
    /// <summary>A year before which nobody now alive was born.</summary>
    public const int EarliestBirthYear = 1890;

    public DateOnly? BornOn
    {
        get;
        init => field = value is null or { Year: >= EarliestBirthYear } ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary><see cref="Disability.None"/>: none certified.</summary>
    public Disability? Disability { get; init; }

    /// <summary>Can this person not look after themself without help (生活不能自理)?</summary>
    public bool? CannotCareForSelf { get; init; }

    /// <summary>Grade of the ability assessment (老年人能力评估): 0 able, 1 mild, 2 moderate, 3 severe loss.</summary>
    public int? AbilityGrade { get; init => field = value is null or (>= 0 and <= 3) ? value : throw new ArgumentOutOfRangeException(nameof(value)); }

    /// <summary>An illness on the local list of grave illnesses.</summary>
    public bool? GraveIllness { get; init; }

    /// <summary>Somebody with a legal duty to support this person who is able to.</summary>
    public bool? HasAbleObligor { get; init; }

    public ParentState? Father { get; init; }

    public ParentState? Mother { get; init; }

    /// <summary>Codes of the services whose benefit this person draws today; empty: none.</summary>
    public ImmutableHashSet<string>? Draws { get; init; }

    /// <summary>Lay-off of the early 1960s (精简退职).</summary>
    public LayOff? LayOff { get; init; }

    /// <summary>Was supported as an orphan until of age.</summary>
    public bool? WasOrphan { get; init; }

    /// <summary>Studies full time.</summary>
    public bool? InFullTimeStudy { get; init; }
}

/// <summary>Work begun and ended, as the archive tells it. <see cref="Never"/>: this person was not laid off then.</summary>
/// <param name="LabourLost">Can no longer work.</param>
/// <param name="Supported">Has means or somebody to live on.</param>
public sealed record LayOff(DateOnly? StartedOn, DateOnly? LaidOffOn, bool? LabourLost = null, bool? Supported = null)
{
    public static LayOff Never { get; } = new(DateOnly.MaxValue, DateOnly.MaxValue, false, true);
}
