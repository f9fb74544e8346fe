namespace OneVisit.Contracts;

/// <summary>A case as its reader may see it; personal data masked unless the reader's task needs it.</summary>
/// <param name="Status"><c>open</c>, <c>approved</c>, <c>refused</c>, or <c>closed</c>.</param>
/// <param name="CurrentStages">Kinds of the stages open now, for example <c>survey</c>, <c>verify</c>.</param>
/// <param name="RateUntil">Last day on which it may be rated, once it is closed.</param>
/// <param name="Version">Number of journal entries; a task outcome may state the version it saw.</param>
/// <param name="ApplicationId">The application for several services that this case came with.</param>
/// <param name="ExtraRequests">How often a paper beyond the list was asked for with a named reason of the law.</param>
/// <param name="ExtraRefused">How often somebody wanted a paper beyond the list and was refused.</param>
/// <param name="Benefit">What is drawn by the decision; <c>null</c>: nothing that lasts.</param>
/// <param name="Visits">How often somebody of the household had to attend in person.</param>
/// <param name="Paused">The clock stands still; <c>null</c>: it runs.</param>
/// <param name="AwaitsAcceptance">An officer has not accepted it yet: <paramref name="DueOn"/> is the day by which that is told, and the clock of the case does not run.</param>
/// <param name="ReceivedOn">The day on which the office had the papers, where an officer accepts.</param>
/// <param name="DeemedAccepted">Nobody answered within the limit, so it counts as accepted from the day of receipt (行政许可法 §32).</param>
/// <param name="ExtendTask">For staff who may give the case its longer limit: the task at which <c>extend-time</c> is posted.</param>
public sealed record CaseView(
    string CaseId, string Service, string Status, IReadOnlyList<string> CurrentStages, DateOnly SubmittedOn, DateOnly DueOn, bool DueIsProvisional,
    string DueState, string ApplicantMasked, string VillageName, int? Members,
    IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<CaseMaterial> Materials, MandateView? Mandate, DecisionView? Decision,
    bool CanRate, int? Rating, int Version,
    string? ApplicationId = null, int ExtraRequests = 0, int ExtraRefused = 0, int Visits = 0, DateOnly? RateUntil = null, FileReviewView? Review = null, BenefitView? Benefit = null,
    IReadOnlyList<IssuedPaperView>? Issued = null,
    PausedView? Paused = null, bool AwaitsAcceptance = false, DateOnly? ReceivedOn = null, bool DeemedAccepted = false, ExtensionView? Extended = null, string? ExtendTask = null)
{
    /// <summary>What the data check found that contradicts what was told; <c>null</c>: nothing does.</summary>
    public DifferencesView? Differences { get; init; }

    /// <summary>The register of relatives, for staff only; <c>null</c>: not for this reader.</summary>
    public IReadOnlyList<RelativeView>? Relatives { get; init; }

    /// <summary>The household may object to what the survey found.</summary>
    public bool MayObjectToSurvey { get; init; }

    /// <summary>Code of the village on whose public board the notice about this case hangs; <c>null</c>: none hangs.</summary>
    public string? Board { get; init; }

    /// <summary>Who was shown a value of the household in full, the latest first.</summary>
    public IReadOnlyList<LookView>? Looks { get; init; }

    /// <summary>Who acts for the applicant; <c>null</c>: nobody ever did.</summary>
    public RepresentationView? Representation { get; init; }

    /// <summary>The reader may let somebody act from now on: the person by <see cref="NameRepresentative"/>, staff by <see cref="NoteRepresentation"/>.</summary>
    public bool MayNameRepresentative { get; init; }
}

/// <summary>Contradictions of the data check, as the household is told of them.</summary>
/// <param name="ObjectBy">Last day to object; <c>null</c>: there is nothing to answer any more.</param>
/// <param name="Answer"><c>agreed</c>, <c>objected</c>, <c>silent</c>, or <c>null</c> while it is open.</param>
public sealed record DifferencesView(IReadOnlyList<DifferenceFound> Found, DateOnly? ObjectBy, string? Answer, string? Reason);

/// <summary>The household's answer to <see cref="DifferencesView"/>.</summary>
/// <param name="Agrees">It is right as found.</param>
/// <param name="Reason">Why not, 5 to 500 characters; needed for an objection.</param>
public sealed record AnswerDifferences(bool Agrees, string? Reason = null);

/// <summary>The household objects to what the survey found.</summary>
/// <param name="Reason">5 to 500 characters.</param>
public sealed record ObjectToSurvey(string Reason);

/// <summary>An entry of the register of relatives (近亲属备案).</summary>
/// <param name="Source"><c>resident</c>, <c>staff</c> or <c>detected</c>.</param>
/// <param name="IsStaff">The directory has them: they are kept away from the case.</param>
public sealed record RelativeView(string Name, string? Relation, string Source, bool IsStaff, DateOnly On);

/// <summary>A line of the city's register of relatives.</summary>
/// <param name="Visited">When the city's visit was done; <c>null</c>: it is due, or the service has none.</param>
public sealed record RegisteredRelative(string CaseId, string Service, string VillageName, string ApplicantMasked, RelativeView Relative, string Status, DateTimeOffset? Visited);

/// <summary>What came of the review of the case file (案卷评查); for staff only.</summary>
/// <param name="Grade"><c>excellent</c>, <c>qualified</c> or <c>unqualified</c>.</param>
public sealed record FileReviewView(string Matter, decimal Score, string Grade, IReadOnlyList<string> Faults, DateTimeOffset At);

/// <summary>A paper that the office issued in a case.</summary>
/// <param name="Kind">For example <c>receipt</c> or <c>decision-letter</c>; the latest of a kind is fetched by it.</param>
/// <param name="State"><c>valid</c>, <c>replaced</c> or <c>withdrawn</c>.</param>
public sealed record IssuedPaperView(string Kind, string Name, string Number, DateOnly IssuedOn, string State);

/// <summary>What anybody may know of a paper who has its code (核验). Nothing of it is about a person.</summary>
/// <param name="Office">In whose name it was issued, and under which seal.</param>
/// <param name="Item">The service it is about.</param>
/// <param name="State"><c>valid</c>, <c>replaced</c> or <c>withdrawn</c>.</param>
/// <param name="ContentEnd">The end of the content check, as it stands on the paper.</param>
/// <param name="FileHash">SHA-256 of the file, lower-case hex.</param>
public sealed record PaperProof(
    string Kind, string Name, string Number, string Office, string? Seal, DateOnly IssuedOn, string Item, string State, string? ContentEnd, string FileHash);

/// <summary>The city takes a paper back.</summary>
/// <param name="Number">As it stands on the paper.</param>
/// <param name="Reason">5 to 500 characters.</param>
public sealed record WithdrawPaper(string? Number, string? Reason);

/// <param name="Kind">Name of the event in kebab case, for example <c>survey-done</c>.</param>
/// <param name="By">Name and role of who acted, or <c>null</c> for the system.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Kind, string? By, string? Note);

/// <param name="Status"><c>held</c> (by the sharing platform), <c>prefilled</c> (we fill it in, the resident signs), <c>needed</c>, or <c>received</c>.</param>
/// <param name="HeldBy">Who holds it, or that we fill it in; <c>null</c>: people are asked for it.</param>
/// <param name="Why">In words, when it is not plain why it is asked for or not.</param>
/// <param name="LaterBy">The applicant hands it in later, by this day; set until it is there.</param>
/// <param name="ByCommitment">The applicant's signed commitment stands for it.</param>
/// <param name="Requested">Asked for by an office, and why; set until it is there.</param>
/// <param name="BeyondList">Not on the frozen list: asked for with a named reason of the law.</param>
public sealed record CaseMaterial(
    string Code, string Name, string Status, string? HeldBy, IReadOnlyList<DocumentView> Documents,
    string? Why = null, DateOnly? LaterBy = null, bool ByCommitment = false, string? Requested = null, bool BeyondList = false);

/// <param name="ContentType">What the bytes are, by content.</param>
/// <param name="Checking"><c>true</c>: it waits for the virus scanner and is in no case yet; who sent it is told.</param>
public sealed record DocumentView(string DocumentId, string Material, string ContentType, long Bytes, DateTimeOffset AddedAt, bool? Checking = null);

/// <summary>The mandate to an agent (代办授权).</summary>
/// <param name="State"><c>active</c>, <c>awaits-signature</c>, <c>revoked</c>, <c>replaced</c> or <c>expired</c>.</param>
/// <param name="Acts">What the agent may do.</param>
/// <param name="HolderName">The office, or the person, for people.</param>
/// <param name="CarriedBy">Who comes, where it is not the holder.</param>
/// <param name="SignedBy"><c>code</c>, <c>drawn</c> or <c>typed</c>; <c>null</c>: confirmed in the conversation.</param>
/// <param name="SignedContent">Fingerprint of what was signed.</param>
public sealed record MandateView(
    string Scope, string HolderOffice, DateOnly ExpiresOn, bool Active, string? Number = null, string State = "active", IReadOnlyList<string>? Acts = null,
    string? HolderName = null, string? CarriedBy = null, DateOnly? From = null, string Notices = "me", string? SignedBy = null, DateTimeOffset? SignedAt = null,
    string? SignedContent = null, IReadOnlyList<string>? Earlier = null);

/// <param name="Outcome"><c>approved</c>, <c>refused</c>, or <c>not-accepted</c>: turned away without a look into the matter.</param>
/// <param name="MonthlyAmount">Yuan per month for the household, when approved; <c>null</c> where nothing is paid by the month.</param>
/// <param name="DeliverBy">Last day by which it must be in the household's hands.</param>
/// <param name="OnceAmount">Yuan paid once, when approved, where the service pays once.</param>
public sealed record DecisionView(string Outcome, decimal? MonthlyAmount, DateOnly? PaidFrom, string? Reason, string By, DateTimeOffset At, decimal? OnceAmount = null, DateOnly? DeliverBy = null);

/// <summary>A line of 「我的办件」.</summary>
/// <param name="Paused">Cause for which the clock stands still, see <see cref="PauseView"/>; <c>null</c>: it runs.</param>
public sealed record CaseSummary(string CaseId, string Service, string Status, IReadOnlyList<string> CurrentStages, DateOnly SubmittedOn, DateOnly DueOn, string DueState, bool CanRate,
    string? Paused = null, bool AwaitsAcceptance = false)
{
    /// <summary>The person for whom the reader acts, masked; <c>null</c>: it is the reader's own.</summary>
    public string? ActedFor { get; init; }
}

/// <summary>The resident's rating of the service, five grades (好差评).</summary>
/// <param name="Stars">From 1 (very bad) to 5 (very good).</param>
/// <param name="Tags">Ids of the grade's tags, see <see cref="RatingGradeView"/>.</param>
public sealed record RateCase(int Stars, string? Comment = null, IReadOnlyList<string>? Tags = null);
