namespace OneVisit.Contracts;

/// <summary>How long everything is kept, and what was erased in a month.</summary>
public sealed record RetentionView(IReadOnlyList<RetentionRuleView> Rules, DateOnly Month, IReadOnlyList<ErasedView> Erased, ErasingView? Round)
{
    /// <summary>What was erased in the twelve months up to and with the one asked for, by rule; rules by which nothing was are left out.</summary>
    public IReadOnlyList<ErasedOfRule> Lately { get; init; } = [];
}

/// <param name="Rule">Its id.</param>
/// <param name="Last">The last day on which something was.</param>
public sealed record ErasedOfRule(string Rule, int Count, DateOnly Last);

/// <param name="Keep">In words; for good where nothing is erased.</param>
/// <param name="SourceStatus"><c>demo</c>: an assumption.</param>
public sealed record RetentionRuleView(string Id, string Class, string Name, string Keep, string Then, string Law, string SourceStatus, DateOnly From, DateOnly? To);

/// <param name="Id">Number of the case or the matter.</param>
public sealed record ErasedView(string Id, string Rule, DateOnly On);

/// <summary>The erasing of the last night.</summary>
/// <param name="Left">How many more it could have erased.</param>
public sealed record ErasingView(DateOnly Day, int Left, bool IsDone);

/// <summary>What came back with tables filled from a copy, and was erased again.</summary>
/// <param name="Left">Held, or more than one call takes: ask again.</param>
public sealed record ErasedAgainView(int Erased, int Left);

/// <summary>Hold a case, or everything about a person: nothing of it is erased.</summary>
/// <param name="Number">Of a case, a complaint, an objection; one of the two.</param>
/// <param name="IdNumber">Of a person; it is kept as a keyed hash only.</param>
/// <param name="OrderedBy">From whom the order came.</param>
public sealed record PlaceHold(string? Number, string? IdNumber, string? OrderedBy, string? Reason);

public sealed record LiftHold(string? Reason);

/// <param name="Person">The ID number, masked; <c>null</c>: a number is held.</param>
public sealed record HoldView(
    string HoldId, string? Number, string? Person, string OrderedBy, string Reason, string PlacedBy, DateTimeOffset PlacedAt, bool Stands, string? LiftedBy, DateTimeOffset? LiftedAt, string? LiftReason);

/// <summary>The file went to the archive.</summary>
/// <param name="Number">Of its receipt.</param>
public sealed record NoteArchive(string? Number);

/// <summary>The resident asks that what is kept about them be erased (个人信息保护法 第四十七条).</summary>
/// <param name="SubmissionId">Of an application that was begun and not sent; <c>null</c>: there is none.</param>
public sealed record AskErasure(string? SubmissionId = null);

/// <param name="Drafts">Papers of the unsent application that are gone.</param>
/// <param name="Kept">Their cases, and why each is kept.</param>
/// <param name="Erased">Their cases whose time was over: gone now. <c>null</c>: by a back office that leaves them to the night.</param>
/// <param name="Beside">What is kept beside the cases, each with its time; <c>null</c>: not told.</param>
public sealed record ErasureAnswer(int Drafts, IReadOnlyList<KeptCaseView> Kept, IReadOnlyList<ErasedCaseView>? Erased = null, IReadOnlyList<KeptBesideView>? Beside = null);

/// <summary>A case that is erased.</summary>
public sealed record ErasedCaseView(string CaseId, string ServiceName);

/// <param name="Keep">How long, in words.</param>
/// <param name="Law">What it rests on, in words.</param>
public sealed record KeptBesideView(string Name, string Keep, string Law);

/// <param name="Until">The day on which it goes; <c>null</c>: no day is known.</param>
/// <param name="Why">In words, with the law.</param>
public sealed record KeptCaseView(string CaseId, string ServiceName, DateOnly? Until, string Why);

/// <summary>Put together everything about a person, on their written request.</summary>
/// <param name="IdNumber">Of the person.</param>
/// <param name="Reason">Who asked, when and how.</param>
/// <param name="Name">As it stands in the request: where cases know the person by another name, nothing is put together.</param>
public sealed record ExportPerson(string? IdNumber, string? Reason, string? Name)
{
    /// <summary>Never prints of whom.</summary>
    public override string ToString() => nameof(ExportPerson);
}

/// <summary>Take a public notice down at once.</summary>
/// <param name="Cause"><c>wrong-person</c>: what hung is not right; the opinion is written anew. <c>endangered</c>: nothing of this case hangs again.</param>
public sealed record TakeNoticeDown(string? Cause, string? Reason);
