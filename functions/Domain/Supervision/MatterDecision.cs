using System.Collections.Immutable;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Supervision;

/// <summary>Answer to "may this be done in this matter?".</summary>
public abstract record MatterDecision
{
    /// <param name="Events">What follows; empty when it was already so.</param>
    public sealed record Accepted(Actor Actor, ImmutableArray<SupervisionEvent> Events) : MatterDecision;

    /// <summary>Refused, with what the person needs to understand it.</summary>
    public sealed record Refused(MatterRefusal Reason) : MatterDecision
    {
        /// <summary>Who had acted, when it was done before.</summary>
        public MatterCompletion? Before { get; init; }

        /// <summary>Name of the offending field in camel case.</summary>
        public string? Field { get; init; }

        /// <summary>Criteria not answered, or most of something that is allowed.</summary>
        public ImmutableArray<string> About { get; init; } = [];

        /// <summary>Who could act.</summary>
        public Post? Could { get; init; }

        /// <summary>Most that is allowed of a number.</summary>
        public int? Most { get; init; }
    }

    private MatterDecision() { }
}

/// <summary>Why something may not be done.</summary>
public enum MatterRefusal
{
    UnknownTask,

    /// <summary>It was done before: the card is old.</summary>
    AlreadyDone,

    /// <summary>The caller does not hold the post of that desk today.</summary>
    NotTheirDesk,

    /// <summary>It is about what the caller did: somebody else has to.</summary>
    AboutThemselves,

    UnknownAction,

    /// <summary>Words missing, shorter than 5 characters or longer than 500.</summary>
    WordsRequired,

    /// <summary>Criteria without an answer.</summary>
    AnswersRequired,

    /// <summary>A file with faults of legality, or an unqualified one, needs guidance: 1 to 20 items.</summary>
    GuidanceRequired,

    /// <summary>The days given are outside what may be given.</summary>
    DaysOutOfRange,

    /// <summary>Simple or complex must be said.</summary>
    ComplexityRequired,

    /// <summary>Whether who rated is content must be said.</summary>
    SatisfactionRequired,

    /// <summary>What the complaint turned out to be must be said.</summary>
    FindingRequired,

    TwoInvestigatorsRequired,

    /// <summary>Only the city's reviewer suspends, lifts, draws and excludes.</summary>
    ReviewerOnly,

    /// <summary>No such point, item or post.</summary>
    UnknownReference,

    /// <summary>The last day is before the first, or the first is past.</summary>
    WrongPeriod,

    /// <summary>Nobody holds the post to which the decisions would go.</summary>
    NobodyThere,

    /// <summary>The same is suspended already.</summary>
    AlreadySuspended,

    /// <summary>Who is to decide meanwhile may not decide themselves.</summary>
    SuspendedToo,

    /// <summary>The point decides for another, which is suspended: that one is to be settled first.</summary>
    StandsIn,

    /// <summary>Nothing is suspended.</summary>
    NotSuspended,

    /// <summary>Nothing is drawn by this case, or not any more.</summary>
    NoBenefit,

    /// <summary>Amount missing, below 0, finer than a cent, or beyond what can be.</summary>
    AmountRequired,

    /// <summary>The months given are outside what may be given.</summary>
    MonthsOutOfRange,

    /// <summary>A death needs its day, not in the future.</summary>
    DayRequired,
    /// <summary>Only the city's reviewer and the bureau's officers change the authority matrix.</summary>
    CityOnly,

    /// <summary>No line of the matrix was named, or too many.</summary>
    LinesRequired,

    /// <summary>Two new lines are for the same item and holder on the same day.</summary>
    LinesMeet,

    /// <summary>There is no such line that could end then.</summary>
    NoSuchLine,

    /// <summary>An amount is below 0, or beyond what any allowance comes near.</summary>
    AmountOutOfRange,

    /// <summary>A text is missing or too long.</summary>
    TextRequired,
}
