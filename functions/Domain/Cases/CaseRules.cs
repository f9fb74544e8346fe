using System.Collections.Immutable;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

/// <summary>The dated numbers by which surveys, data checks, appraisals and visits go. Limits are working days, counted from the day after.</summary>
public sealed record CaseRules
{
    /// <summary>What holds where nobody looked anything up; the city's catalogue gives its own.</summary>
    public static CaseRules Usual { get; } = new();

    /// <summary>For the household to object to what the data check found.</summary>
    public int ObjectionDays { get; init; } = 3;

    /// <summary>For the second data check after an objection.</summary>
    public int RecheckDays { get; init; } = 5;

    /// <summary>For the second investigator to sign.</summary>
    public int CosignDays { get; init; } = 2;

    /// <summary>For the agent to read the result out and hand the letter over.</summary>
    public int ReadOutDays { get; init; } = 3;

    /// <summary>For the city's visit to a household in the register of relatives.</summary>
    public int RelativesVisitDays { get; init; } = 5;

    /// <summary>For an appraisal that was ordered; one that stands in the procedure has its own limit.</summary>
    public int AppraisalDays { get; init; } = 5;

    /// <summary>So much of those on the list must be present (三分之二).</summary>
    public Share Quorum { get; init; } = new(2, 3);

    /// <summary>So much of those who vote must agree.</summary>
    public Share Majority { get; init; } = new(2, 3);

    /// <summary>Trainings that are asked for before somebody of a point decides; those of the city today, whatever the case goes by.</summary>
    public ImmutableArray<TrainingRule> Trainings { get; init; } = [];

    /// <summary>Meetings that may be called before an appraisal ends without a result.</summary>
    public int Meetings { get; init; } = 3;
}

/// <summary>An exact share: 2 of 3 is two thirds, never 0.67.</summary>
public readonly record struct Share(int Of, int In)
{
    /// <summary>Inclusive: exactly two thirds are two thirds. Nothing is a share of nobody.</summary>
    public bool IsReachedBy(int count, int whole) => whole > 0 && (long)count * In >= (long)Of * whole;
}
