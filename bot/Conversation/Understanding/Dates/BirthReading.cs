using System.Collections.Immutable;

namespace OneVisit.Conversation.Understanding.Dates;

/// <summary>What somebody told of the day of a birth. Whether that is close enough is for the rule that wants to know.</summary>
internal abstract record BirthReading
{
    /// <summary>Born on one of these days.</summary>
    public sealed record Born(DaySpan Days) : BirthReading;

    /// <summary>Born within one of these spans, earliest first; which one has to be asked.</summary>
    public sealed record OneOf(ImmutableArray<DaySpan> Spans) : BirthReading;

    private BirthReading() { }
}
