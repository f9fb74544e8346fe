namespace OneVisit.Contracts;

/// <summary>A clock that stands still: reminders and limits wait.</summary>
/// <param name="Since">First day without a break.</param>
/// <param name="Pauses">Why, each with its last day; the first ends first.</param>
public sealed record PausedView(DateOnly Since, IReadOnlyList<PauseView> Pauses);

/// <param name="Cause"><c>waiting-for-resident</c>, <c>hearing</c>, <c>expert-review</c> or <c>foundling-notice</c>.</param>
/// <param name="Until">Last day, inclusive; after it the clock goes on by itself.</param>
public sealed record PauseView(string Cause, DateOnly Until, string? Reason);

/// <summary>The longer limit of a hard case.</summary>
/// <param name="Cause"><c>objection</c>, <c>separated-register</c> or <c>hard-survey</c>.</param>
public sealed record ExtensionView(string Cause, string Reason, string By, DateTimeOffset At);
