using System.Collections.Immutable;
using OneVisit.Domain.Calendars;

namespace OneVisit.Domain.Supervision;

/// <summary>What decisions about a matter need to know beside the matter.</summary>
/// <param name="Criteria">For a review; else <c>null</c>.</param>
/// <param name="Facts">For a review: what the journal of its case knows.</param>
public sealed record MatterWorld(SupervisionLimits Limits, WorkingDayCalendar Calendar, ReviewCriteria? Criteria, ImmutableArray<FileFact> Facts)
{
    /// <summary>What the matter is about.</summary>
    internal MatterSubject? Subject { get; init; }

    internal DateOnly Today { get; init; }

    /// <summary>What the journal knows about a criterion; <c>null</c>: the reviewer has to look.</summary>
    public Answer? Known(Criterion criterion) => criterion.Fact is null ? null : Facts.FirstOrDefault(fact => fact.Name == criterion.Fact)?.Result;
}
