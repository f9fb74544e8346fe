using System.Collections.Immutable;

namespace OneVisit.Domain.Cases;

/// <summary>Answer to "may this be done?". The caller journals <see cref="Accepted.Events"/> in one append, or tells the person why not.</summary>
public abstract record Decision
{
    /// <param name="Actor">Under whom the events are to be journalled.</param>
    /// <param name="Events">What follows; empty when it was already so and nothing is to be written.</param>
    public sealed record Accepted(Actor Actor, ImmutableArray<CaseEvent> Events) : Decision;

    /// <summary>Refused, with what the person needs to understand it.</summary>
    public sealed record Refused(RefusalReason Reason) : Decision
    {
        /// <summary>Who had acted, when the task was done before.</summary>
        public Actor? By { get; init; }

        /// <summary>When they had acted.</summary>
        public DateTimeOffset? At { get; init; }

        /// <summary>What they had done, one of <see cref="ActNames"/>.</summary>
        public string? Done { get; init; }

        /// <summary>Name of the offending field in camel case, when the form was at fault.</summary>
        public string? Field { get; init; }

        /// <summary>Codes or stage kinds the reason speaks of: materials missing or extra, stages still open.</summary>
        public ImmutableArray<string> About { get; init; } = [];

        /// <summary>Where the case stands, when it is that which is in the way.</summary>
        public Authority.CaseState? State { get; init; }

        /// <summary>Most characters that the field takes, for <see cref="RefusalReason.TextTooLong"/>.</summary>
        public int? Longest { get; init; }

        /// <summary>What the refusal itself leaves in the journal, under <see cref="NotedOf"/>: an attempt that is counted.</summary>
        public ImmutableArray<CaseEvent> Noted { get; init; } = [];

        /// <summary>Who attempted it, when something is <see cref="Noted"/>.</summary>
        public Actor? NotedOf { get; init; }

        /// <summary>What keeps the point from deciding, for <see cref="RefusalReason.AuthoritySuspended"/>.</summary>
        public Supervision.Suspension? Suspended { get; init; }

        /// <summary>Who has the errand now, for <see cref="RefusalReason.ErrandMoved"/>.</summary>
        public Carrier? Moved { get; init; }
        /// <summary>What the caller lacks to decide, for <see cref="RefusalReason.WithoutAuthority"/>; <c>null</c>: nobody looked the authority up.</summary>
        public Supervision.AuthorityLack? Lack { get; init; }

        /// <summary>What the caller has to pass first, for <see cref="RefusalReason.TrainingRequired"/>.</summary>
        public Supervision.TrainingRule? Training { get; init; }

        /// <summary>Whose desk could do it, where the caller may not.</summary>
        public Post? Could { get; init; }

        /// <summary>Who could do it there, by name.</summary>
        public ImmutableArray<string> Others { get; init; } = [];

        /// <summary>A number the reason speaks of: votes there must be.</summary>
        public int? Count { get; init; }

        /// <summary>The last day on which it was possible, for <see cref="RefusalReason.RatingTooLate"/>.</summary>
        public DateOnly? Until { get; init; }

        /// <summary>The amount the public notice showed, for <see cref="RefusalReason.AmountNotNoticed"/>.</summary>
        public Money? Noticed { get; init; }
    }

    private Decision() { }
}

/// <summary>Why something may not be done.</summary>
public enum RefusalReason
{
    /// <summary>The ID card has to be seen in person.</summary>
    CardNotSeen,

    /// <summary>No stage of this case's procedure has that name.</summary>
    UnknownTask,

    /// <summary>The task was done before: the card is old.</summary>
    AlreadyDone,

    /// <summary>The task is not open yet, or the stages before it are not finished.</summary>
    OutOfOrder,

    /// <summary>The case is closed or decided.</summary>
    CaseClosed,

    /// <summary>The caller holds no post of that role today.</summary>
    WrongRole,

    /// <summary>The caller has the role, at another place.</summary>
    WrongPlace,

    /// <summary>Not the caller's case.</summary>
    NotYours,

    /// <summary>An agent may not survey or decide a case they carried.</summary>
    AgentCarriedThisCase,

    /// <summary>No mandate, or it expired or was revoked.</summary>
    MandateNotActive,

    MandateAlreadyActive,

    /// <summary>Somebody was entrusted already: no agent besides (民法典 §169).</summary>
    EntrustedAlready,

    /// <summary>Nobody acts for the applicant.</summary>
    NotRepresented,

    /// <summary>The person does that themself, not who acts for them.</summary>
    OnlyThePerson,

    /// <summary>Parents and guardians act by law: the office notes it when that ends, the person does not take it back.</summary>
    ActsByLaw,

    /// <summary>The same to them: they do not give it up by saying so.</summary>
    BoundByLaw,

    /// <summary>Nobody acts on a letter with a last day, so there is none to be put off.</summary>
    NotByLetter,

    /// <summary>A letter counts from today on and for a year at most.</summary>
    ActingTermOutOfRange,

    /// <summary>The new letter ends no later than the one before.</summary>
    ActingTermNotLater,

    /// <summary>The new signed letter has to be seen.</summary>
    LetterNotSeen,

    /// <summary>Somebody acts for the applicant already: that ends first.</summary>
    ActedForAlready,

    /// <summary>An agent holds a mandate, or one waits for its signature: it is taken back first (民法典 §169).</summary>
    MandateInTheWay,

    /// <summary>The applicant does it themself, whatever was signed (民法典 §161).</summary>
    OnlyInPerson,

    /// <summary>Who is named works, or worked, on the case for an office.</summary>
    WorksOnCase,

    /// <summary>The person names somebody by a letter only.</summary>
    NamedByLetterOnly,

    /// <summary>No such letter is among the papers of the case.</summary>
    LetterUnknown,

    /// <summary>What shows on what they act has to be seen.</summary>
    EvidenceNotSeen,

    /// <summary>The mandate does not name that act.</summary>
    NotInMandate,

    /// <summary>The errand went on to somebody else.</summary>
    ErrandMoved,

    /// <summary>No act is named, or one that nobody can be authorised to.</summary>
    MandateActsUnclear,

    /// <summary>The last day is past, or more than a year away.</summary>
    MandateTermOutOfRange,

    /// <summary>More than the village's errands takes a signature.</summary>
    MandateNotSigned,

    /// <summary>None of what can be chosen.</summary>
    UnknownChoice,

    /// <summary>That act does not belong to this kind of task.</summary>
    UnknownAction,

    /// <summary>Reason missing, shorter than 5 characters or longer than 500.</summary>
    ReasonRequired,

    /// <summary>At least one exact item is required, at most 20 of 200 characters.</summary>
    ItemsRequired,

    /// <summary>Amount missing, not above 0, finer than a cent, or beyond <see cref="Limits.MonthlyAmount"/>.</summary>
    AmountRequired,

    /// <summary>Only the amount that hung in the public notice may be approved; return the case to change it.</summary>
    AmountNotNoticed,

    /// <summary>No public notice ran, so nothing can be approved; return the case.</summary>
    NoticeRequired,

    /// <summary>Nothing about a child hangs in public.</summary>
    NoticeForbidden,

    /// <summary>Somebody objected to the notice and has no answer yet: nobody decides before that.</summary>
    ObjectionOpen,

    /// <summary>A case goes back once only.</summary>
    ReturnedOnce,

    /// <summary>Two different investigators are required, at most 10.</summary>
    TwoInvestigatorsRequired,

    /// <summary>The result of the data check is none of the three it can be.</summary>
    VerificationRequired,

    /// <summary>A material beyond the frozen one-time list.</summary>
    ExtraMaterial,

    /// <summary>Materials of the frozen list are not there yet.</summary>
    MaterialsMissing,

    /// <summary>A request names no material, too many, or something that is no code.</summary>
    MaterialsRequired,

    /// <summary>The verification authorisation, the truth commitment and the power of attorney are never put off.</summary>
    NeverPutOff,

    /// <summary>The household came before; why it had to come again must be said.</summary>
    ComingCauseRequired,

    /// <summary>Somebody of the household must have been there first.</summary>
    AttendanceRequired,

    /// <summary>A number is outside what can be.</summary>
    NumberOutOfRange,

    /// <summary>A text is longer than allowed.</summary>
    TextTooLong,

    TooManyDocuments,

    /// <summary>Rating opens when the case is closed.</summary>
    NotYetClosed,

    AlreadyRated,

    /// <summary>The days in which a closed case may be rated are over.</summary>
    RatingTooLate,

    /// <summary>A tag that does not belong to the grade.</summary>
    UnknownTag,

    /// <summary>There is no rating to speak of.</summary>
    NotRated,

    /// <summary>The city suspended the point's authority to decide.</summary>
    AuthoritySuspended,

    /// <summary>The cause is none of those there are.</summary>
    CauseRequired,

    /// <summary>The day is missing, past, or too far away.</summary>
    DayRequired,

    /// <summary>The procedure has no longer limit for hard cases.</summary>
    NoLongerLimit,

    /// <summary>What is missing is told once only (一次性告知).</summary>
    ToldOnce,

    /// <summary>A case is extended once only.</summary>
    ExtendedOnce,
    /// <summary>No authority of the caller reaches this decision today: no line of the matrix, over, to come, or the amount is beyond it.</summary>
    WithoutAuthority,

    /// <summary>The caller has not passed the training that deciding on this item takes, or it counts no more.</summary>
    TrainingRequired,

    /// <summary>Who reviewed a case does not decide it (审核与决定分离).</summary>
    ReviewedThisCase,

    /// <summary>One has signed; the decision waits for another's signature.</summary>
    AwaitsSecondSignature,

    /// <summary>The two signatures must be two people's.</summary>
    SameSignatory,

    /// <summary>The office issued no such paper in this case.</summary>
    UnknownPaper,

    /// <summary>The caller is related to the household and keeps away (回避).</summary>
    RelatedToHousehold,

    /// <summary>Who is named is related to the household.</summary>
    OtherIsRelated,

    /// <summary>The task is for one person, and the caller is another.</summary>
    NamedForAnother,

    /// <summary>Who surveyed a case does not decide it.</summary>
    InvestigatedThisCase,

    /// <summary>The second investigator must be another member of staff of the office.</summary>
    SecondInvestigatorRequired,

    /// <summary>A day is before the case began, or not today, or too far off.</summary>
    DayOutOfRange,

    /// <summary>A contradiction needs its fields: what was told, what was found, where and of which day; 1 to 10 of them.</summary>
    DifferencesRequired,

    /// <summary>There is nothing to object to, or not any more.</summary>
    NothingToObjectTo,

    /// <summary>The city must visit before anything is decided.</summary>
    CityVisitRequired,

    /// <summary>Who is related to the household must be named.</summary>
    RelativeRequired,

    /// <summary>A member of the household is named with name and ID number.</summary>
    MemberRequired,

    /// <summary>The number is the applicant's own.</summary>
    MemberIsApplicant,

    /// <summary>Nobody is looked up without having authorised it (个人信息保护法 §13).</summary>
    MemberAuthorisationRequired,

    /// <summary>More people than a household has.</summary>
    TooManyMembers,

    /// <summary>A list of at least three different names is required, at most 200.</summary>
    RepresentativesRequired,

    /// <summary>No meeting was called, or the last one failed.</summary>
    MeetingNotConvened,

    /// <summary>The meeting's day has not come.</summary>
    MeetingToCome,

    /// <summary>Somebody named is not on the list of representatives.</summary>
    NotOnTheList,

    /// <summary>Somebody on the list stands in the register of relatives and must not vote.</summary>
    RecusalRequired,

    /// <summary>A part of the meeting's order is missing.</summary>
    MeetingOrderRequired,

    /// <summary>The votes do not add up to those who voted.</summary>
    VotesDoNotAddUp,

    /// <summary>The signed minutes are not in the case.</summary>
    MinutesRequired,

    /// <summary>The appraisal that was ordered comes before the review.</summary>
    AppraisalRequired,

    /// <summary>This service has no appraisal: nothing of it hangs in public.</summary>
    NoAppraisalHere,
}

/// <summary>Bounds that hold whatever is posted.</summary>
public static class Limits
{
    public const int ReasonShortest = 5;
    public const int ReasonLongest = 500;
    public const int TextLongest = 1_000;
    public const int Items = 20;
    public const int Materials = 30;
    public const int ItemLongest = 200;
    public const int Investigators = 10;
    public const int NameLongest = 50;
    public const int Members = 30;
    public const int Documents = 100;
    public const int Differences = 10;
    public const int DifferenceLongest = 100;
    public const int RepresentativesLeast = 3;
    public const int Representatives = 200;
    public const int RelativeLongest = 100;
    public const int Relatives = 20;

    /// <summary>Days ahead for which a visit or a meeting may be booked.</summary>
    public const int BookingDays = 30;

    public const int RegisterNumberLongest = 40;

    /// <summary>Yuan per month for one household that no allowance of this city comes near.</summary>
    public const decimal MonthlyAmount = 100_000m;

    /// <summary>Yuan of monthly income that a survey may report.</summary>
    public const decimal MonthlyIncome = 10_000_000m;
}
