namespace OneVisit.Contracts;

/// <summary>A service as the public sees it, in the reader's language.</summary>
public sealed record ServiceView(
    string Code, string Name, string Summary, string ProcedureVersion, int CommittedWorkingDays, string SourceStatus,
    IReadOnlyList<MaterialView> Materials, IReadOnlyList<StageView> Stages, IReadOnlyList<string> Laws);

/// <param name="FromPlatform">The city already holds it and does not ask for it.</param>
/// <param name="HeldBy">The registry that holds it, when <paramref name="FromPlatform"/>.</param>
public sealed record MaterialView(string Code, string Name, string Form, bool FromPlatform, string? HeldBy, bool NeverWaivable);

/// <param name="Limit">Working days after acceptance by which the stage ends, or days of its own; <c>null</c> when it takes no time.</param>
public sealed record StageView(string Id, string Kind, string Name, string Role, int? Limit, int Step);
