namespace OneVisit.Contracts;

/// <summary>Something changed in a household that draws a benefit: reported by itself, its agent, or the township.</summary>
/// <param name="SubmissionId">Chosen by who reports, 16 to 64 characters of <c>[A-Za-z0-9-]</c>: reported twice, it is one.</param>
/// <param name="Cause"><c>change</c>, <c>employment</c> or <c>death</c>.</param>
/// <param name="Words">What happened, 5 to 500 characters.</param>
/// <param name="On">Its day, not in the future; may be left out.</param>
public sealed record ReportChange(string? SubmissionId, string? Cause, string? Words, DateOnly? On = null)
{
    /// <summary>Never prints what was written.</summary>
    public override string ToString() => nameof(ReportChange);
}

/// <param name="MatterId">Number under which it is looked at.</param>
/// <param name="CheckedBy">Last day of the township's limit.</param>
public sealed record ChangeReceipt(string MatterId, DateOnly CheckedBy, bool Provisional);

/// <summary>What is drawn by a decision.</summary>
/// <param name="Monthly">Yuan per month now, or from the first month on; <c>null</c>: a standing, or over.</param>
/// <param name="ReviewOn">The day on which it is looked at again.</param>
/// <param name="StopsFrom">First day on which nothing is drawn any more.</param>
/// <param name="Why">Reason for the end or the latest change.</param>
/// <param name="Running">Drawn today, or will be.</param>
public sealed record BenefitView(DateOnly From, decimal? Monthly, DateOnly? ReviewOn, DateOnly? StopsFrom, string? Why, bool Running);
