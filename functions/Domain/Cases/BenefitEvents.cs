using OneVisit.Domain.Benefits;

namespace OneVisit.Domain.Cases;

/// <summary>What was granted runs from now on: an amount by the month, or a standing.</summary>
/// <param name="From">First day of the first month paid; for a standing, the day of the decision.</param>
/// <param name="Monthly">Yuan per month for the household; <c>null</c>: a standing.</param>
/// <param name="ReviewMonths">After so many calendar months it is looked at again; <c>null</c>: it is not.</param>
/// <param name="ReviewOn">The day of the first look.</param>
public sealed record BenefitStarted(DateOnly From, [property: SealedInJournal] Money? Monthly = null, int? ReviewMonths = null, DateOnly? ReviewOn = null) : CaseEvent;

/// <summary>It was looked at again and stays as it is.</summary>
/// <param name="Matter">Number of the matter in which that was found.</param>
public sealed record BenefitKept(string Matter, [property: SealedInJournal] BenefitCause Cause, DateOnly? ReviewOn = null) : CaseEvent;

/// <summary>Another amount from a month on.</summary>
/// <param name="Matter">Number of the matter, or of the case by which it was changed.</param>
public sealed record BenefitChanged(string Matter, [property: SealedInJournal] BenefitCause Cause, [property: SealedInJournal] Money Monthly, DateOnly From, DateOnly? ReviewOn = null, [property: SealedInJournal] string? Reason = null) : CaseEvent;

/// <summary>
/// Work brings more than the standard: it is paid for some months yet and then ends (渐退), 民发〔2021〕57号.
/// </summary>
/// <param name="Monthly">Yuan per month meanwhile.</param>
/// <param name="StopsFrom">First day of the first month that is not paid.</param>
public sealed record BenefitTapered(
    string Matter, [property: SealedInJournal] BenefitCause Cause, [property: SealedInJournal] Money Monthly, DateOnly From, DateOnly StopsFrom, [property: SealedInJournal] string Reason) : CaseEvent;

/// <summary>It ends.</summary>
/// <param name="From">First day of the first month that is not paid.</param>
public sealed record BenefitStopped(string Matter, [property: SealedInJournal] BenefitCause Cause, DateOnly From, [property: SealedInJournal] string Reason) : CaseEvent;
