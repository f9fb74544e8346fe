namespace OneVisit.Contracts;

/// <summary>One of the five grades of the rating with what may be ticked beside it.</summary>
public sealed record RatingGradeView(int Stars, string Name, IReadOnlyList<RatingTagView> Tags);

public sealed record RatingTagView(string Id, string Name);

/// <summary>The city's reviewer leaves a mistaken or malicious rating out of the rates.</summary>
/// <param name="Reason">5 to 500 characters.</param>
public sealed record ExcludeRating(string? Reason);

/// <summary>A complaint (投诉) or an appeal (申诉). Anybody may file one, without saying who they are.</summary>
/// <param name="SubmissionId">Chosen by who files, 16 to 64 characters of <c>[A-Za-z0-9-]</c>: filed twice, it is one. Keep it to oneself.</param>
/// <param name="Kind"><c>complaint</c> or <c>appeal</c>.</param>
/// <param name="Words">What happened, 5 to 1,000 characters.</param>
/// <param name="CaseId">The case it is about, if it is about one.</param>
/// <param name="Contact">Where to reach who files, at most 100 characters; may be left out.</param>
public sealed record FileComplaint(string? SubmissionId, string? Kind, string? Words, string? CaseId = null, string? Contact = null)
{
    /// <summary>Never prints what was written.</summary>
    public override string ToString() => nameof(FileComplaint);
}

/// <param name="PickupCode">With it the answer is fetched, see <see cref="Headers.PickupCode"/>.</param>
/// <param name="Guidance">What else can be done, for an appeal.</param>
public sealed record ComplaintReceipt(string ComplaintId, string PickupCode, DateOnly AnswerBy, bool Provisional, string? Guidance)
{
    /// <summary>Never prints the code.</summary>
    public override string ToString() => nameof(ComplaintReceipt);
}

/// <param name="Status"><c>open</c> or <c>answered</c>.</param>
/// <param name="Finding"><c>upheld</c>, <c>partly-upheld</c> or <c>unfounded</c>, once answered.</param>
public sealed record ComplaintView(
    string ComplaintId, string Kind, string Status, DateOnly FiledOn, DateOnly AnswerBy, string DueState, string? Finding, string? Answer, DateOnly? AnsweredOn, string? Guidance);

/// <summary>Draws cases for review.</summary>
/// <param name="Month">For example <c>2026-11</c>: a month that is over. Left out: this month up to today.</param>
public sealed record DrawCases(string? Month = null);

/// <summary>A draw, with all that is needed to compute it again.</summary>
/// <param name="Reproduced">Computed again just now, it came out the same; <c>null</c>: it was made by another version of the rule.</param>
public sealed record DrawView(
    string DrawId, DateOnly Month, DateOnly Through, DateTimeOffset DrawnAt, string RuleVersion, string Seed, int FirstOfRepresentative, int Extremes,
    IReadOnlyList<CandidateView> Candidates, IReadOnlyList<DrawnView> Drawn, bool? Reproduced);

public sealed record CandidateView(
    string CaseId, string Service, string Point, int BasePercent, int DaysUsed, int DaysCommitted, string Decider, int? NumberOfDecider, bool Relatives, bool Complained);

/// <param name="Reasons"><c>lot</c>, <c>relatives</c>, <c>complaint</c>, <c>fastest</c>, <c>slowest</c>, <c>new-representative</c>.</param>
/// <param name="Review">Number of the review.</param>
public sealed record DrawnView(string CaseId, string Point, IReadOnlyList<string> Reasons, string Review);

/// <summary>The city suspends a point's authority to decide.</summary>
/// <param name="From">First day, not before today; left out: today.</param>
/// <param name="To">Last day, inclusive; left out: until it is lifted.</param>
/// <param name="Items">Codes of the services; left out: all.</param>
/// <param name="ToRole">Who decides meanwhile: <c>bureau-officer</c>, also when left out, or <c>chief-representative</c>.</param>
/// <param name="ToOffice">Their office, of the same city and itself not suspended; left out: the city's.</param>
public sealed record SuspendAuthority(string? Reason, DateOnly? From = null, DateOnly? To = null, IReadOnlyList<string>? Items = null, string? ToRole = null, string? ToOffice = null);

/// <param name="Reason">5 to 500 characters.</param>
public sealed record LiftSuspension(string? Reason);

/// <summary>Whether a point may decide.</summary>
public sealed record AuthorityView(string Point, string PointName, IReadOnlyList<SuspensionView> Suspensions);

/// <param name="InForce">It keeps the point from deciding today.</param>
public sealed record SuspensionView(
    DateOnly From, DateOnly? To, IReadOnlyList<string> Items, string Reason, string ToRole, string ToOffice, string By, DateTimeOffset At, DateTimeOffset? LiftedAt, bool InForce)
{
    /// <summary>Who decides meanwhile, in the reader's language; empty where whoever answers does not say it.</summary>
    public string ToName { get; init; } = "";
}

/// <summary>The authority matrix of a point (授权矩阵): what the bureau delegated to whom.</summary>
/// <param name="Version">Number of entries in its journal.</param>
public sealed record AuthorityMatrixView(string Point, string PointName, IReadOnlyList<AuthorityLineView> Lines, IReadOnlyList<SuspensionView> Suspensions, int Version)
{
    /// <summary>What may be delegated to a point at all.</summary>
    public IReadOnlyList<MatrixItem> Items { get; init; } = [];

    /// <summary>The city's other points, whose chief representative may decide while this one is suspended.</summary>
    public IReadOnlyList<StandIn> StandIns { get; init; } = [];
}

/// <summary>A point that may decide for another.</summary>
/// <param name="Office">For <see cref="SuspendAuthority.ToOffice"/>.</param>
public sealed record StandIn(string Office, string Name);

/// <summary>A service whose decision may be delegated.</summary>
public sealed record MatrixItem(string Code, string Name);

/// <summary>A line of the matrix: who of the point may decide on an item, up to which amount, between which days.</summary>
/// <param name="Holder"><c>chief-representative</c> or <c>deputy-representative</c>.</param>
/// <param name="UpTo">Yuan a month for the household, or paid once, inclusive; <c>null</c>: any amount.</param>
/// <param name="To">Last day, inclusive; <c>null</c>: open.</param>
/// <param name="DecisionName">In whose name it is decided.</param>
/// <param name="State"><c>in-force</c>, <c>to-come</c> or <c>over</c>.</param>
/// <param name="By">Who wrote it, and when: <paramref name="At"/>.</param>
public sealed record AuthorityLineView(
    string Item, string ItemName, string Holder, string HolderName, decimal? UpTo, DateOnly From, DateOnly? To, string Seal, string DecisionName, string State, string? By, DateTimeOffset At);

/// <summary>The city changes lines of a point's authority matrix, from today on.</summary>
/// <param name="Reason">5 to 500 characters.</param>
/// <param name="Grants">New lines; each takes the place of what is there for the same item and holder from its first day on.</param>
/// <param name="Ends">Lines that end early.</param>
public sealed record ChangeAuthority(string? Reason, IReadOnlyList<AuthorityGrantForm>? Grants = null, IReadOnlyList<AuthorityEndForm>? Ends = null);

/// <param name="From">First day; left out: today.</param>
/// <param name="Seal">Left out: the point's own seal.</param>
/// <param name="DecisionName">Left out: the bureau.</param>
public sealed record AuthorityGrantForm(string? Item, string? Holder, decimal? UpTo = null, DateOnly? From = null, DateOnly? To = null, string? Seal = null, string? DecisionName = null);

/// <param name="LastDay">Inclusive, not before yesterday; left out: today.</param>
public sealed record AuthorityEndForm(string? Item, string? Holder, DateOnly? LastDay = null);
