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

    /// <summary>To the one who applies.</summary>
    public Relation? Relation { get; init; }

    /// <summary>Of age, and cannot live on own means (不能独立生活).</summary>
    public bool? IsDependent { get; init; }

    /// <summary>At school or at a university up to a bachelor's degree, full-time (全日制本科及以下).</summary>
    public bool? StudiesUpToBachelor { get; init; }

    /// <summary>Has shared the household's roof and table for long (长期共同居住).</summary>
    public bool? LivesInLongTerm { get; init; }

    /// <summary>What keeps this person out of the household; <see cref="Away.Not"/>: nothing.</summary>
    public Away? Away { get; init; }

    /// <summary>Without work (无业).</summary>
    public bool? IsOutOfWork { get; init; }

    /// <summary>Was supported as an orphan until of age.</summary>
    public bool? WasOrphan { get; init; }

    /// <summary>Studies full time, for whatever degree.</summary>
    public bool? InFullTimeStudy { get; init; }
}

/// <summary>Work begun and ended, as the archive tells it. <see cref="Never"/>: this person was not laid off then.</summary>
/// <param name="LabourLost">Can no longer work.</param>
/// <param name="Supported">Has means or somebody to live on.</param>
public sealed record LayOff(DateOnly? StartedOn, DateOnly? LaidOffOn, bool? LabourLost = null, bool? Supported = null)
{
    public static LayOff Never { get; } = new(DateOnly.MaxValue, DateOnly.MaxValue, false, true);
}
