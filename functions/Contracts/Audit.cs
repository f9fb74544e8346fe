namespace OneVisit.Contracts;

/// <summary>What the nightly audit of the journals found, the last night first.</summary>
public sealed record AuditView(IReadOnlyList<AuditNight> Nights)
{
    /// <summary>What was looked into and accepted, the latest first.</summary>
    public IReadOnlyList<AcceptedFindingView> Accepted { get; init; } = [];
}

/// <param name="Hash">Of the anchor: compare it with what was published.</param>
/// <param name="Findings">Journals that are not as they were written; empty: all are.</param>
public sealed record AuditNight(DateOnly Day, int Journals, long Entries, string Hash, IReadOnlyList<AuditFindingView> Findings);

/// <param name="Journal">Its number; empty: the anchors themselves.</param>
/// <param name="Sequence">The first entry that is not as it was written; 0: all of it.</param>
/// <param name="Fault"><c>missing</c>, <c>not-linked</c>, <c>changed</c>, <c>unreadable</c>, <c>not-as-anchored</c>, <c>not-sealed</c>, <c>not-indexed</c> or <c>anchor</c>.</param>
/// <param name="Text">The same in words.</param>
public sealed record AuditFindingView(string Journal, int Sequence, string Fault, string Text)
{
    /// <summary>Somebody looked into it, and it stands as it stood then: no alarm.</summary>
    public bool IsAccepted { get; init; }
}

/// <summary>A finding that somebody looked into, and that stays as it is.</summary>
/// <param name="Text">What it was, in words.</param>
/// <param name="By">Name of who accepted it.</param>
public sealed record AcceptedFindingView(string Journal, int Sequence, string Fault, string Text, string Reason, string By, DateTimeOffset At);

/// <summary>A finding is accepted.</summary>
/// <param name="Stands">As <see cref="JournalCheck.Stands"/> told it: what was looked at.</param>
/// <param name="Reason">What was found out, without names or numbers of people: it is kept for good, 5 to 500 letters.</param>
public sealed record AcceptAuditFinding(string? Stands, string? Reason);

/// <summary>A stretch of an audit on demand.</summary>
/// <param name="After">Ask again with it; <c>null</c>: all were looked at.</param>
/// <param name="Journals">How many were looked at now.</param>
public sealed record AuditStretch(string? After, int Journals, IReadOnlyList<AuditFindingView> Findings);

/// <summary>One journal, checked now; under <see cref="Anchors"/> the anchors themselves, whose version is their number.</summary>
/// <param name="Version">How many entries it has.</param>
/// <param name="Finding"><c>null</c>: it is as it was written.</param>
public sealed record JournalCheck(string Journal, int Version, string Hash, AuditFindingView? Finding)
{
    /// <summary>Under which the anchors are looked at, as if they were a journal. No journal has a name like it.</summary>
    public const string Anchors = "ANCHORS";

    /// <summary>How it stands, for who accepts the finding; <c>null</c>: there is nothing to accept.</summary>
    public string? Stands { get; init; }
}
