namespace OneVisit.Contracts;

/// <summary>
/// A message to one person, on the queue <c>notices</c>: at least once, so the reader drops a <see cref="NoticeId"/> it has had.
/// It carries facts; the bot finds the words in the reader's language. What tells something of a person is not in it (<see cref="NoticeWords"/>).
/// </summary>
/// <param name="To">Participant: <c>resident:…</c> or <c>staff:…</c>.</param>
/// <param name="Kind">See <see cref="NoticeKinds"/>.</param>
/// <param name="Version">Of this record's meaning; one that says nothing of it is of the first.</param>
public sealed record Notice(
    string NoticeId, string To, string Kind, string CaseId, string? TaskId, DateTimeOffset At, IReadOnlyDictionary<string, string> Data, string? TraceParent = null,
    int Version = Notice.CurrentVersion)
{
    /// <summary>It says all that it has to say. A reader leaves versions it does not know to a person: it would tell half of what they say.</summary>
    public const int CurrentVersion = 1;

    /// <summary>It says part of it: the rest is asked for when it is told.</summary>
    public const int WithoutWords = 2;

    /// <summary>This release can tell it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsKnown => Version is CurrentVersion or WithoutWords;
}

/// <summary>Names of the kinds of notice. The data each carries is named beside it.</summary>
public static class NoticeKinds
{
    /// <summary>To staff: a task is on your desk. The bot fetches the task and sends its card.</summary>
    public const string TaskOpened = "task-opened";

    /// <summary>To staff: a task was done; update its card in place.</summary>
    public const string TaskClosed = "task-closed";

    /// <summary>To staff: 90% of the limit is used. Data: <c>due</c> (yyyy-MM-dd), <c>office</c>.</summary>
    public const string TaskReminder = "task-reminder";

    /// <summary>To staff and superiors: the limit is past. Data: <c>due</c>, <c>office</c>, <c>kind</c>, <c>level</c>, and <c>vacant</c> (roles, comma-separated) where levels were passed over.</summary>
    public const string TaskEscalated = "task-escalated";

    /// <summary>To the resident: accepted. Data: <c>due</c>, <c>provisional</c>.</summary>
    public const string CaseAccepted = "case-accepted";

    /// <summary>To the resident: a step is done, the next begins. Data: <c>done</c>, <c>next</c> (comma-separated kinds).</summary>
    public const string CaseProgress = "case-progress";

    /// <summary>To the resident: the public notice hangs. Data: <c>from</c>, <c>until</c>.</summary>
    public const string PublicNoticeStarted = "public-notice-started";

    /// <summary>To the resident: the city took the public notice down. Data: <c>cause</c>.</summary>
    public const string PublicNoticeTakenDown = "public-notice-taken-down";

    /// <summary>
    /// To the resident: approved. Data: <c>amount</c> and <c>paid-from</c> where something is paid by the month (0: it stops); <c>once</c> where a sum is
    /// paid once; none of them where nothing is paid.
    /// </summary>
    public const string CaseApproved = "case-approved";

    /// <summary>To the resident: refused. Data: <c>reason</c>.</summary>
    public const string CaseRefused = "case-refused";

    /// <summary>To the resident: the file was sent back for correction; you need do nothing unless called. Data: <c>items</c>.</summary>
    public const string CaseReturned = "case-returned";

    /// <summary>To the resident: taking longer than promised. Data: <c>due</c>.</summary>
    public const string CaseLate = "case-late";

    /// <summary>To the resident: all done; please rate. Data: none.</summary>
    public const string CaseClosed = "case-closed";

    /// <summary>To the city reviewer: a case was filed. Data: <c>amount</c>.</summary>
    public const string CaseFiled = "case-filed";

    /// <summary>To the resident: an office asks for papers. Data: <c>items</c> (names, a line each), <c>codes</c> (theirs, comma-separated), <c>reason</c>, <c>due</c>, and <c>law</c> for papers beyond the list.</summary>
    public const string MaterialRequested = "material-requested";

    /// <summary>To the resident: a paper that was to follow is due today. Data: <c>items</c> (names, a line each), <c>due</c>.</summary>
    public const string MaterialDue = "material-due";

    /// <summary>To the resident: somebody objected to the public notice; it is looked into. Not by whom. Data: none.</summary>
    public const string ObjectionRaised = "objection-raised";

    /// <summary>
    /// To the resident: the objection was answered. Data: <c>finding</c> (<c>upheld</c>, <c>partly-upheld</c> or <c>unfounded</c>), <c>again</c>
    /// (<c>yes</c>: the household is surveyed anew).
    /// </summary>
    public const string ObjectionAnswered = "objection-answered";

    /// <summary>To staff: something about an open task changed; update its card in place. Data: none.</summary>
    public const string TaskChanged = "task-changed";

    /// <summary>To staff: the clock goes on. Data: <c>cause</c>, <c>why</c> (<c>papers-came</c>, <c>time-over</c>, <c>by-office</c>), <c>due</c>.</summary>
    public const string TaskResumed = "task-resumed";

    /// <summary>To staff and the city's reviewer: nobody answered within the limit, so the application counts as accepted. Data: <c>received</c>, <c>due</c>, <c>office</c>.</summary>
    public const string DeemedAccepted = "deemed-accepted";

    /// <summary>To the city's reviewer: a red card. Data: <c>cause</c> (<c>unreasoned-refusal</c>), <c>by</c>, <c>office</c>.</summary>
    public const string RedCard = "red-card";

    /// <summary>To the resident: the papers are with the office that accepts. Data: <c>due</c>: by then you know.</summary>
    public const string CaseReceived = "case-received";

    /// <summary>To the resident: everything that is missing, once. Data: <c>items</c> (names, a line each), <c>codes</c>, <c>reason</c>, <c>due</c>.</summary>
    public const string MaterialMissing = "material-missing";

    /// <summary>To the resident: what was asked for is nearly due. Data: <c>items</c>, <c>codes</c>, <c>due</c>.</summary>
    public const string MaterialReminder = "material-reminder";

    /// <summary>To the resident: turned away without a look into the matter. Data: <c>reason</c>.</summary>
    public const string CaseNotAccepted = "case-not-accepted";

    /// <summary>To the resident: the clock stands still. Data: <c>cause</c>, <c>until</c>, <c>reason</c>.</summary>
    public const string CasePaused = "case-paused";

    /// <summary>To the resident: the clock goes on. Data: <c>cause</c>, <c>why</c>, <c>due</c>.</summary>
    public const string CaseResumed = "case-resumed";

    /// <summary>To the resident: it takes longer, with the new day. Data: <c>cause</c>, <c>reason</c>, <c>due</c>.</summary>
    public const string CaseExtended = "case-extended";

    /// <summary>To the resident: a year's holidays are out, and the promised day moved. Data: <c>before</c>, <c>due</c>.</summary>
    public const string CaseDueChanged = "case-due-changed";

    /// <summary>To the resident: a year's holidays are out, and the day of papers that are to follow moved. Data: <c>items</c> (names, a line each), <c>due</c>.</summary>
    public const string MaterialDayChanged = "material-day-changed";

    /// <summary>To the resident: what was rated badly is put right; somebody else will ask them. Data: none.</summary>
    public const string RatingFixed = "rating-fixed";

    /// <summary>To the resident: the bad rating was followed up to its end. Data: <c>satisfied</c> (<c>yes</c> or <c>no</c>), as they said.</summary>
    public const string RatingRemedied = "rating-remedied";

    /// <summary>To the resident: what they draw is looked at again; they need do nothing. Data: <c>cause</c>, <c>due</c>.</summary>
    public const string BenefitReview = "benefit-review";

    /// <summary>To the resident: it stays as it is. Data: <c>reason</c>.</summary>
    public const string BenefitKept = "benefit-kept";

    /// <summary>To the resident: another amount. Data: <c>amount</c>, <c>from</c>, <c>reason</c>.</summary>
    public const string BenefitChanged = "benefit-changed";

    /// <summary>To the resident: paid for some months yet, then it ends. Data: <c>amount</c>, <c>from</c>, <c>until</c> (first day not paid), <c>reason</c>.</summary>
    public const string BenefitTapered = "benefit-tapered";

    /// <summary>To the resident: it ends. Data: <c>from</c> (first day not paid), <c>reason</c>.</summary>
    public const string BenefitStopped = "benefit-stopped";

    /// <summary>To the resident: another agent comes. Data: <c>who</c> (name), <c>role</c>, <c>cause</c> (<c>outside-area</c>, <c>handed-over</c>, or why the first cannot).</summary>
    public const string AgentChanged = "agent-changed";

    /// <summary>To the resident: the telephone on record was changed by somebody who saw the ID card. Data: <c>of</c> (<c>person</c> or <c>representative</c>) when it is not the reader's own.</summary>
    public const string PhoneReplaced = "phone-replaced";

    /// <summary>To the conversation that a case left: its household goes on with it on another telephone. Data: none.</summary>
    public const string CaseMoved = "case-moved";

    /// <summary>To the household's agent: a copy of what it is told, without amounts, reasons or names; or to the township where somebody has to look. Data: <c>kind</c>, and <c>items</c> or <c>due</c> where there are papers to bring.</summary>
    public const string ClientNotice = "client-notice";

    /// <summary>To an agent: the household's mandate was taken back or given to somebody else. Data: none.</summary>
    public const string MandateEnded = "mandate-ended";

    /// <summary>To who acted for somebody: they do no longer. The last they hear of the case. Data: <c>on</c> (first day on which they no longer act), <c>why</c> (see <see cref="RepresentationEnds"/>).</summary>
    public const string RepresentationEnded = "representation-ended";

    /// <summary>To the person: nobody acts for them any more; they go on themself. Data: <c>on</c>, <c>why</c> as of <see cref="RepresentationEnded"/>.</summary>
    public const string RepresentationOver = "representation-over";

    /// <summary>To who acts and to the person: the last day is near. Data: <c>until</c>, <c>why</c> (<c>date</c>, or <c>of-age</c>), and <c>of</c> (<c>representative</c>, or <c>person</c>): who of them reads it; <c>codes</c> and <c>items</c> of the letter, to who can send another from here.</summary>
    public const string RepresentationEndsSoon = "representation-ends-soon";

    /// <summary>The same two: a later letter was seen, and who acted goes on. Data: <c>until</c>, <c>of</c>.</summary>
    public const string RepresentationProlonged = "representation-prolonged";

    /// <summary>To the person: an office noted that somebody acts for them from now on. Data: <c>relation</c> (see <see cref="RepresentativeRelations"/>), <c>until</c> (last day; left out: until it is ended).</summary>
    public const string RepresentationBegun = "representation-begun";

    /// <summary>To staff: something about their task. Data: <c>news</c> (<c>survey-disputed</c> with <c>reason</c>, <c>survey-start-due</c> with <c>due</c>), or of another desk at which everybody is away (<c>desk-away</c> with <c>role</c>, <c>due</c> and, where it is known, <c>until</c>).</summary>
    public const string TaskNews = "task-news";

    /// <summary>
    /// To the resident: the data check found something else than was told. Data: <c>found</c> (a line each: field, told, found, register, day, with tabs between),
    /// <c>until</c> (last day to object; left out when there is nothing more to object to here).
    /// </summary>
    public const string DifferencesFound = "differences-found";

    /// <summary>To the resident: the survey found other figures than were told. Data: <c>income-told</c>, <c>income-found</c>, <c>members-told</c>, <c>members-found</c>, as far as they differ.</summary>
    public const string SurveyDiffers = "survey-differs";

    /// <summary>To the resident: two people of the city will visit because of the register of relatives. Data: <c>due</c>.</summary>
    public const string CityVisitComing = "city-visit-coming";

    /// <summary>To the resident: the representatives of the village meet about the case. Data: <c>on</c>, <c>place</c>.</summary>
    public const string AppraisalCalled = "appraisal-called";

    /// <summary>
    /// To a representative and the city's reviewers: a training ends. About no case: the number is that of the member of staff. Data: <c>name</c>, <c>own</c> (<c>yes</c>: the reader's),
    /// <c>zh</c> and <c>en</c> (what it is called), <c>until</c> (last day).
    /// </summary>
    public const string TrainingEnds = "training-ends";

    /// <summary>
    /// To whoever sent a file that waited for the virus scanner. Data: <c>outcome</c> (see <see cref="FileOutcomes"/>; empty: it is not known any more), and <c>zh</c> and
    /// <c>en</c> (what the paper is called) where there is a case. Without one yet, the number of the case is empty.
    /// </summary>
    public const string FileChecked = "file-checked";

    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        TaskOpened, TaskClosed, TaskReminder, TaskEscalated, CaseAccepted, CaseProgress, PublicNoticeStarted, CaseApproved, CaseRefused, CaseReturned, CaseLate, CaseClosed, CaseFiled,
        MaterialRequested, MaterialDue, RatingFixed, RatingRemedied, BenefitReview, BenefitKept, BenefitChanged, BenefitTapered, BenefitStopped,
        ObjectionRaised, ObjectionAnswered, PublicNoticeTakenDown, AgentChanged, ClientNotice, MandateEnded, RepresentationEnded, RepresentationOver, RepresentationEndsSoon, RepresentationProlonged, RepresentationBegun,
        TaskChanged, TaskResumed, DeemedAccepted, RedCard, CaseReceived, MaterialMissing, MaterialReminder, CaseNotAccepted, CasePaused, CaseResumed, CaseExtended, CaseDueChanged, MaterialDayChanged,
        TaskNews, DifferencesFound, SurveyDiffers, CityVisitComing, AppraisalCalled, TrainingEnds, CaseMoved, PhoneReplaced, FileChecked,
    };
}

/// <summary>What became of a file that waited for the virus scanner.</summary>
public static class FileOutcomes
{
    /// <summary>Nothing was found: it is where it was sent.</summary>
    public const string Kept = "kept";

    /// <summary>A virus was found: it is deleted.</summary>
    public const string Infected = "infected";

    /// <summary>Nothing was found, and the case takes it no more.</summary>
    public const string NotTaken = "not-taken";
}
