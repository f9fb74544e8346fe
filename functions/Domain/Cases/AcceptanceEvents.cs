using System.Collections.Immutable;

namespace OneVisit.Domain.Cases;

/// <summary>The office told the applicant everything that is missing, at once and once (一次性告知, 行政许可法 §32). What it left out it may not ask for later.</summary>
/// <param name="Materials">Codes of the frozen list.</param>
/// <param name="Reason">What exactly is lacking.</param>
/// <param name="DueOn">Last day on which they are waited for.</param>
public sealed record MissingTold(string TaskId, [property: SealedInJournal] ImmutableArray<string> Materials, [property: SealedInJournal] string Reason, DateOnly DueOn) : CaseEvent;

/// <summary>Somebody wanted to turn an application away without a reason and was refused: a red card. Counted; the applicant was told nothing.</summary>
public sealed record UnreasonedRefusalStopped(string TaskId) : CaseEvent;

/// <summary>What the applicant was told to be missing.</summary>
public sealed record Telling(ImmutableArray<string> Materials, Actor By, DateTimeOffset At);
