namespace OneVisit.Contracts;

/// <summary>What the nightly audit of the journals found, the last night first.</summary>
public sealed record AuditView(IReadOnlyList<AuditNight> Nights);

/// <param name="Hash">Of the anchor: compare it with what was published.</param>
/// <param name="Findings">Journals that are not as they were written; empty: all are.</param>
public sealed record AuditNight(DateOnly Day, int Journals, long Entries, string Hash, IReadOnlyList<AuditFindingView> Findings);

/// <param name="Journal">Its number; empty: the anchors themselves.</param>
/// <param name="Sequence">The first entry that is not as it was written; 0: all of it.</param>
/// <param name="Fault"><c>missing</c>, <c>not-linked</c>, <c>changed</c>, <c>unreadable</c>, <c>not-as-anchored</c>, <c>not-sealed</c>, <c>not-indexed</c> or <c>anchor</c>.</param>
/// <param name="Text">The same in words.</param>
public sealed record AuditFindingView(string Journal, int Sequence, string Fault, string Text);

/// <summary>A stretch of an audit on demand.</summary>
/// <param name="After">Ask again with it; <c>null</c>: all were looked at.</param>
/// <param name="Journals">How many were looked at now.</param>
public sealed record AuditStretch(string? After, int Journals, IReadOnlyList<AuditFindingView> Findings);

/// <summary>One journal, checked now.</summary>
/// <param name="Version">How many entries it has.</param>
/// <param name="Finding"><c>null</c>: it is as it was written.</param>
public sealed record JournalCheck(string Journal, int Version, string Hash, AuditFindingView? Finding);
