namespace OneVisit.Domain.Cases;

/// <summary>The visit begins, or is booked for a day (57号: within three working days of acceptance). The task stays open.</summary>
public sealed record SurveyStarted(string TaskId, DateOnly On) : CaseEvent;

/// <summary>The last day to begin has come, and nobody said that it began; its desk was told.</summary>
public sealed record SurveyStartDue(string TaskId, DateOnly StartBy) : CaseEvent;

/// <summary>The first investigator signed the findings and named the second, who has still to sign (两名调查人签字).</summary>
/// <param name="Second">Participant of the second investigator.</param>
/// <param name="VisitedOn">Day on which both were there.</param>
public sealed record SurveySigned(
    string TaskId, string Second, string SecondName, DateOnly VisitedOn, [property: SealedInJournal] Money? MonthlyIncomeFound = null, [property: SealedInJournal] int? MembersFound = null, [property: SealedInJournal] string? Findings = null) : CaseEvent;

/// <summary>Findings that one of two investigators signed.</summary>
/// <param name="First">Who did the survey.</param>
public sealed record HalfSignedSurvey(SurveySigned Findings, Actor First, DateTimeOffset At);

/// <summary>One of the two signatures under a survey.</summary>
public sealed record Signature(string Participant, string Name, DateTimeOffset At);
