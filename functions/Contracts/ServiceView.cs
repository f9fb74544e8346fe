namespace OneVisit.Contracts;

/// <summary>A service as the public sees it, in the reader's language.</summary>
/// <param name="CommittedWorkingDays">What the city promises, by the procedure in force.</param>
/// <param name="Kind"><c>delegated</c> or <c>agent</c>.</param>
/// <param name="Mode">Of agent-handled services: <c>full</c>, or <c>prep</c> where the person must attend.</param>
/// <param name="Who">Who may apply.</param>
/// <param name="TakesApplications">A case can be opened for it here.</param>
/// <param name="Words">What people say when they mean it.</param>
public sealed record ServiceView(
    string Code, string Name, string Summary, string ProcedureVersion, int CommittedWorkingDays, string SourceStatus,
    IReadOnlyList<MaterialView> Materials, IReadOnlyList<StageView> Stages, IReadOnlyList<string> Laws,
    int Version, string Kind, string? Mode, string Who, bool TakesApplications, IReadOnlyList<LifeEventView> LifeEvents, IReadOnlyList<string> Words,
    ProcedureView Procedure);

/// <param name="Id">For example <c>bereavement</c>.</param>
public sealed record LifeEventView(string Id, string Name);

/// <summary>The procedure in force, beside its version and what it promises: how long it may take and who decides.</summary>
/// <param name="StatutoryWorkingDays">What the law allows, where it counts working days.</param>
/// <param name="StatutoryCalendarDays">What the law allows, where it counts calendar days.</param>
/// <param name="ExtendedWorkingDays">The limit of hard cases.</param>
/// <param name="PublicNoticeDays">Calendar days; <c>null</c>: no public notice.</param>
/// <param name="SamplingPercent">Share of the decided files that the bureau reviews; <c>null</c> where it decides itself.</param>
/// <param name="SourceStatus">How far the stage limits may be shown as law.</param>
public sealed record ProcedureView(
    DateOnly EffectiveFrom, DateOnly? EffectiveTo, int? StatutoryWorkingDays, int? StatutoryCalendarDays,
    int? ExtendedWorkingDays, int? PublicNoticeDays, string? Decider, string? DeciderName, int? SamplingPercent, string SourceStatus);

/// <param name="FromPlatform">The city already holds it and does not ask for it.</param>
/// <param name="HeldBy">The registry that holds it, when <paramref name="FromPlatform"/>.</param>
/// <param name="When">When it is needed at all: <c>always</c>, <c>students</c>, <c>illness</c>, <c>death</c>, <c>agent</c>, <c>not-on-record</c>, <c>children</c> or <c>disabled</c>.</param>
/// <param name="DeferrableWorkingDays">It may follow within so many working days; <c>null</c>: it may not.</param>
/// <param name="CommitmentInLieu">A signed commitment will do instead.</param>
public sealed record MaterialView(
    string Code, string Name, string Form, bool FromPlatform, string? HeldBy, bool NeverWaivable, string When, int? DeferrableWorkingDays, bool CommitmentInLieu);

/// <param name="Level"><c>village</c>, <c>township</c> or <c>city</c>.</param>
/// <param name="Limit">Working days after acceptance by which the stage ends, or days of its own; <c>null</c> when it takes no time.</param>
public sealed record StageView(string Id, string Kind, string Name, string Role, string Level, int? Limit, int Step);
