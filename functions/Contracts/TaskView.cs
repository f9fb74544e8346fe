namespace OneVisit.Contracts;

/// <summary>One piece of work on somebody's desk, with all a card needs.</summary>
/// <param name="TaskId">Stage and round, for example <c>survey-r1</c>; unique within the case.</param>
/// <param name="Kind">Stage kind, for example <c>survey</c>; <c>survey-cosign</c> for the second signature, <c>recheck</c> for the data check after an objection, <c>read-out</c> for the result read out at the door.</param>
/// <param name="Applicant">Full name for those whose task needs it, masked for others.</param>
/// <param name="Phone">Only for who has to call; else <c>null</c>.</param>
/// <param name="DueState"><c>green</c>, <c>yellow</c> (90% of the limit) or <c>red</c> (past it).</param>
/// <param name="Unusual">What is unusual about this case, as stable names, for example <c>mandated</c>, <c>returned</c>, <c>verdict-unknown</c>, <c>another-open-case</c>.</param>
/// <param name="Actions">What may be done, as stable names, the same that <see cref="TaskOutcome.Action"/> takes; empty when the task is closed or not the reader's.</param>
/// <param name="ReturnedFor">Exact items and reason when this round follows a return.</param>
/// <param name="Grants"><c>monthly</c>: an amount per month is proposed and approved; <c>recomputed</c>: the same, and 0 stops it; <c>once</c>: a sum paid once; <c>nothing</c>: no amount, and none may be stated.</param>
/// <param name="Requestable">Papers that <c>request-material</c> may name: first the list's, then those beyond it, which need a <see cref="TaskOutcome.LegalReason"/>.</param>
/// <param name="LegalReasons">The closed set of reasons for which the law allows a paper beyond the list.</param>
/// <param name="About">In a matter of supervision, whose number is then <paramref name="CaseId"/>: the case it is about.</param>
/// <param name="Facts">In a matter of supervision: what was said and done in it so far, a line each.</param>
/// <param name="Criteria">In a review: by what the file is reviewed, with what the journal knows already.</param>
/// <param name="Villages">For an agent who may answer that it is outside their area: villages of the township.</param>
/// <param name="Visits">How often somebody of the household had to come so far.</param>
/// <param name="MostDays">In a review: most working days that may be given for corrections; for a benefit after somebody found work: most months still paid.</param>
/// <param name="Paused">The clock stands still; <c>null</c>: it runs. <paramref name="DueState"/> keeps the colour it had.</param>
/// <param name="CaseDueOn">By when the whole case is promised; <c>null</c> before it is accepted and in matters of supervision.</param>
public sealed record TaskView(
    string CaseId, string TaskId, string Kind, int Round, string Service, string Role, string Office,
    string Applicant, string? Phone, string Village, int? Members, DateOnly OpenedOn, DateOnly DueOn, string DueState,
    IReadOnlyList<string> Unusual, string? Story, IReadOnlyList<Finding> Findings, decimal? EstimatedAmount, decimal? ProposedAmount, string? PriorOpinion,
    IReadOnlyList<CaseMaterial> Materials, IReadOnlyList<TimelineEntry> Checked, IReadOnlyList<string> Laws,
    IReadOnlyList<string> Actions, string? ReturnedFor, DateOnly? NoticeUntil, TaskResult? Result, int Version,
    string Grants = "monthly", IReadOnlyList<RequestablePaper>? Requestable = null, IReadOnlyList<LegalReasonView>? LegalReasons = null,
    string? About = null, IReadOnlyList<string>? Facts = null, IReadOnlyList<CriterionView>? Criteria = null, int? MostDays = null,
    IReadOnlyList<PlaceChoice>? Villages = null, PausedView? Paused = null, DateOnly? CaseDueOn = null, int Visits = 0,
    IReadOnlyList<IssuedPaperView>? Issued = null)
{
    /// <summary>In a survey: who may be the second investigator.</summary>
    public IReadOnlyList<ColleagueView>? Colleagues { get; init; }

    /// <summary>In a survey: what was signed so far, to start from; the card fills it in.</summary>
    public SurveyView? Survey { get; init; }

    /// <summary>In an appraisal: the meeting that was called; <c>null</c>: it has to be called.</summary>
    public MeetingView? Meeting { get; init; }

    /// <summary>The reader may say that somebody is related to the household.</summary>
    public bool MayDeclareRelative { get; init; }

    /// <summary>The reader may name a member of the household by number.</summary>
    public bool MayNameMember { get; init; }

    /// <summary>What the reader may ask to see in full, see <see cref="RevealedValues"/>; <c>null</c>: nothing.</summary>
    public IReadOnlyList<string>? Masked { get; init; }

    /// <summary>Who acts for the applicant; <c>null</c>: nobody does. <see cref="Phone"/> stays the applicant's own.</summary>
    public RepresentationView? Representation { get; init; }
}

/// <summary>A member of staff who may sign as the second investigator.</summary>
/// <param name="StaffId">What <see cref="TaskOutcome.Second"/> takes.</param>
public sealed record ColleagueView(string StaffId, string Name, string RoleName);

/// <summary>What the first investigator found.</summary>
/// <param name="First">Name of who signed.</param>
/// <param name="Second">Name of who is asked to.</param>
public sealed record SurveyView(string First, string Second, DateOnly VisitedOn, decimal? MonthlyIncomeFound, int? MembersFound, string? Findings);

/// <summary>An appraisal meeting (民主评议).</summary>
/// <param name="Representatives">Everybody entitled to vote.</param>
/// <param name="Related">Of them, those who stand in the register of relatives and must not vote.</param>
/// <param name="LeastPresent">So many must come.</param>
/// <param name="HasMinutes">The signed minutes came in.</param>
public sealed record MeetingView(IReadOnlyList<string> Representatives, IReadOnlyList<string> Related, DateOnly On, string? Place, int LeastPresent, bool HasMinutes);

/// <summary>Where a register says something else than the household told.</summary>
/// <param name="Field"><c>income</c>, <c>members</c>, <c>vehicle</c>, <c>homes</c>, <c>property</c>, <c>financial-assets</c>, <c>business</c>, <c>insurance</c> or <c>other</c>.</param>
/// <param name="Register"><c>household</c>, <c>tax</c>, <c>social-insurance</c>, <c>real-estate</c>, <c>market-entity</c>, <c>housing-fund</c>, <c>vehicle</c>, <c>deposits</c>, <c>insurance</c>, <c>securities</c>, <c>internet-finance</c> or <c>other</c>.</param>
/// <param name="AsOf">The day of which the register speaks.</param>
public sealed record DifferenceFound(string Field, string Told, string Found, string Register, DateOnly? AsOf);

/// <summary>A village that may be named.</summary>
public sealed record PlaceChoice(string Code, string Name);

/// <summary>A paper that an office may ask for.</summary>
public sealed record RequestablePaper(string Code, string Name, bool OnList);

/// <summary>A reason for which the law allows a paper beyond the list.</summary>
/// <param name="Law">Act and article.</param>
public sealed record LegalReasonView(string Id, string Name, string Law, string SourceStatus);

/// <summary>One criterion of a review of the case file (案卷评查).</summary>
/// <param name="Points">What a fault costs of 100; <c>null</c>: a fault leaves nothing.</param>
/// <param name="Answer"><c>met</c>, <c>fault</c> or <c>not-applicable</c>; <c>null</c>: the reviewer is asked.</param>
/// <param name="Proof">What the journal knows about it.</param>
/// <param name="Status">Source status, for example <c>demo</c>.</param>
public sealed record CriterionView(string Id, string Name, decimal? Points, string? Answer, string? Proof, string Status);

/// <param name="ByName">Name and role of who acted.</param>
/// <param name="Next">Kinds of the stages that follow, or empty.</param>
public sealed record TaskResult(string Action, string ByName, DateTimeOffset At, decimal? Amount, string? Reason, IReadOnlyList<string> Next);

/// <summary>What somebody did with a task. Fields not asked for by the action are ignored.</summary>
/// <param name="Investigators">Visited: names of at least two different people.</param>
/// <param name="MonthlyIncomeFound">Surveyed: income of the household per month as found, in yuan.</param>
/// <param name="MembersFound">Surveyed: people found to live together.</param>
/// <param name="Verification">Verified: <c>consistent</c>, <c>contradicted</c> or <c>unknown</c> (a look-up that failed is never a no).</param>
/// <param name="Amount">Propose, Approve: yuan per month for the household or paid once, as <see cref="TaskView.Grants"/> says, above 0; left out where nothing is paid.</param>
/// <param name="Reason">ProposeRefusal, Return, Refuse, RequestMaterial, TellMissing, NotAccepted, NotMet, PauseClock, ExtendTime: required, 5 to 500 characters.</param>
/// <param name="Items">Return: what exactly has to be corrected, at least one.</param>
/// <param name="Materials">Collected: codes received. RequestMaterial, TellMissing: codes asked for, at least one.</param>
/// <param name="LegalReason">RequestMaterial: id of the reason when a paper is beyond the list, see <see cref="TaskView.LegalReasons"/>.</param>
/// <param name="Answers">Reviewed: by criterion, <c>met</c>, <c>fault</c> or <c>not-applicable</c>, for all that the journal does not answer. <see cref="Items"/>: what the township has to correct.</param>
/// <param name="Days">Reviewed, with items: working days to correct them.</param>
/// <param name="Words">In a matter of supervision: what was done, found or said, 5 to 500 characters.</param>
/// <param name="Complexity">Contacted: <c>simple</c> or <c>complex</c>.</param>
/// <param name="Satisfied">Revisited: <c>yes</c> or <c>no</c>.</param>
/// <param name="Finding">Answered: <c>upheld</c>, <c>partly-upheld</c> or <c>unfounded</c>.</param>
/// <param name="Months">A benefit that tapers: calendar months that are still paid.</param>
/// <param name="DiedOn">A benefit that ends by a death: its day.</param>
/// <param name="Cause">Cannot: <c>ill</c>, <c>away</c>, <c>busy</c>, <c>related</c> or <c>other</c>. PauseClock: <c>hearing</c>, <c>expert-review</c> or <c>foundling-notice</c>; ResumeClock: the same, or left out. ExtendTime: <c>objection</c>, <c>separated-register</c> or <c>hard-survey</c>.</param>
/// <param name="InPerson">Collected at an office: somebody of the household came with the papers; after the first visit <paramref name="Cause"/> says why again: <c>law</c>, <c>missing-paper</c>, <c>our-mistake</c>, <c>system-down</c>, <c>correction</c> or <c>own-wish</c>. The same of Attended.</param>
/// <param name="Village">OutsideArea: code of the village it is in; may be left out.</param>
/// <param name="Until">PauseClock: last day, inclusive.</param>
/// <param name="SeenVersion">Version of the case on the card that was pressed, or <c>null</c>.</param>
public sealed record TaskOutcome(
    string Action, IReadOnlyList<string>? Investigators = null, decimal? MonthlyIncomeFound = null, int? MembersFound = null, string? Findings = null,
    string? Verification = null, decimal? Amount = null, string? Reason = null, IReadOnlyList<string>? Items = null,
    IReadOnlyList<string>? Materials = null, string? RegisterNumber = null, int? SeenVersion = null, string? LegalReason = null,
    IReadOnlyDictionary<string, string?>? Answers = null, int? Days = null, string? Words = null, string? Complexity = null, string? Satisfied = null, string? Finding = null,
    int? Months = null, DateOnly? DiedOn = null, string? Cause = null, string? Village = null, DateOnly? Until = null, bool? InPerson = null)
{
    /// <summary>Surveyed: id of the second investigator, one of <see cref="TaskView.Colleagues"/>; they sign with a card of their own.</summary>
    public string? Second { get; init; }

    /// <summary>StartSurvey: the day it begins. Surveyed: the day of the visit. Convene: the day of the meeting. HandedOver: the day it was. Today when left out.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Verified as contradicted: what contradicts, 1 to 10.</summary>
    public IReadOnlyList<DifferenceFound>? Differences { get; init; }

    /// <summary>Convene: everybody entitled to vote, by name, 3 to 200.</summary>
    public IReadOnlyList<string>? Representatives { get; init; }

    /// <summary>Convene: where the meeting is.</summary>
    public string? Place { get; init; }

    /// <summary>Appraised: who of the list was present.</summary>
    public IReadOnlyList<string>? Present { get; init; }

    /// <summary>Appraised: who of the list kept out of the vote because of kinship.</summary>
    public IReadOnlyList<string>? Recused { get; init; }

    /// <summary>Appraised: what was kept of the order: <c>explain</c>, <c>introduce</c>, <c>discuss</c>, <c>conclude</c>, <c>sign</c>; all of it has to be.</summary>
    public IReadOnlyList<string>? Order { get; init; }

    public int? VotesFor { get; init; }

    public int? VotesAgainst { get; init; }

    public int? VotesAbstained { get; init; }

    /// <summary>DeclareRelative: <c>self</c>, or the name of who is related to the household.</summary>
    public string? Relative { get; init; }

    /// <summary>DeclareRelative: what they are to the household.</summary>
    public string? Relation { get; init; }

    /// <summary>NameMember: the name as the household register has it.</summary>
    public string? MemberName { get; init; }

    /// <summary>NameMember: the ID number in full; it is sealed at once and shown masked.</summary>
    public string? MemberIdNumber { get; init; }

    /// <summary>NameMember: their authorisation to ask the registries is in the file.</summary>
    public bool? MemberAuthorised { get; init; }
}

/// <summary>Who the caller is, as the directory knows them today.</summary>
/// <param name="Role"><c>resident</c>, <c>village-agent</c>, <c>township-officer</c>, <c>chief-representative</c>, <c>city-filing-officer</c> or <c>city-reviewer</c>.</param>
public sealed record Me(string Participant, string Name, string Role, string Office, string OfficeName)
{
    /// <summary>Of staff: operations that the table of acts allows to one of their posts, as far as that can be told without a case; by the names of the functions.</summary>
    public IReadOnlyList<string> May { get; init; } = [];
}
