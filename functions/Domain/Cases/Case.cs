using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>A case as its journal tells it. Never stored: <see cref="Of"/> folds it anew from the entries.</summary>
public sealed partial record Case
{
    /// <summary>Sequence of the last entry; also the number of entries.</summary>
    public int Version { get; private init; }

    /// <summary>The application as it came in.</summary>
    public required Submitted Application { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public string CaseId => Application.CaseId;

    /// <summary>Who owns the case.</summary>
    public string Participant => TakenOverBy ?? Application.Participant;

    /// <summary>The agent who applied for the household; <c>null</c>: it applied itself.</summary>
    public string? AppliedBy { get; private init; }

    private string? TakenOverBy { get; init; }

    /// <summary>What the case's sealed values open with, as it lies beside the journal; <c>null</c>: there is none, or the case is told without it.</summary>
    public JournalKey? Key { get; init; }

    /// <summary>An agent applied and nobody of the household has come for the case: there is no conversation in which it could be told.</summary>
    public bool IsUnclaimed => AppliedBy is not null && TakenOverBy is null;

    public SealedApplicant Applicant => Application.Applicant;

    /// <summary><c>null</c> while an officer has not accepted it, and when it was not accepted.</summary>
    public Promise? Promise { get; private init; }

    /// <summary>An officer still has to accept it; the clock of the case does not run yet.</summary>
    public bool AwaitsAcceptance => Promise is null && Decision is null && !IsClosed;

    /// <summary>What was told to be missing before acceptance; <c>null</c>: nothing was.</summary>
    public Telling? Told { get; private init; }

    /// <summary>Attempts to turn the application away without a reason.</summary>
    public ImmutableArray<RefusedRequest> Unreasoned { get; private init; } = [];

    /// <summary>The latest mandate, whether or not it still counts.</summary>
    public Mandate? Mandate { get; private init; }

    /// <summary>Those before it.</summary>
    public ImmutableArray<Mandate> EarlierMandates { get; private init; } = [];

    /// <summary>Who carries the errands while the mandate is in force: its holder, or who came in their place; <c>null</c>: there never was a mandate.</summary>
    public Carrier? Carrier { get; private init; }

    /// <summary>All who ever carried them, whoever does now.</summary>
    public ImmutableArray<Carrier> Carriers { get; private init; } = [];

    /// <summary>Agents who answered that it is not theirs or that they cannot: it does not come back to them.</summary>
    public ImmutableArray<string> Declined { get; private init; } = [];

    public ImmutableArray<CaseDocument> Documents { get; private init; } = [];

    /// <summary>All tasks of all rounds, in the order they opened.</summary>
    public ImmutableArray<CaseTask> Tasks { get; private init; } = [];

    /// <summary>1, or 2 after a return.</summary>
    public int Round { get; private init; } = 1;

    /// <summary>The latest public notice, open or ended.</summary>
    public PublicNotice? Notice { get; private init; }

    public Correction? Correction { get; private init; }

    public CaseDecision? Decision { get; private init; }

    /// <summary>What is drawn by the decision; <c>null</c>: nothing that lasts.</summary>
    public Benefits.Benefit? Benefit { get; private init; }

    /// <summary>Numbers of the matters and cases whose results on the benefit stand in the journal.</summary>
    internal ImmutableArray<string?> BenefitResults { get; private init; } = [];

    public DateTimeOffset? DeliveredAt { get; private init; }

    public DateTimeOffset? FiledAt { get; private init; }

    public string? RegisterNumber { get; private init; }

    public DateTimeOffset? ClosedAt { get; private init; }

    public Rating? Rating { get; private init; }

    /// <summary>Why somebody of the city has to visit this household, if anybody has to.</summary>
    public ImmutableArray<VisitOrder> VisitsOrdered { get; private init; } = [];

    /// <summary>Reviews of the case file (案卷评查), the latest last.</summary>
    public ImmutableArray<FileReviewResult> Reviews { get; private init; } = [];

    /// <summary>Agents who did something in this case: they may not survey or decide it.</summary>
    public ImmutableArray<Actor> Agents { get; private init; } = [];

    /// <summary>Requests for papers, in their order.</summary>
    public ImmutableArray<MaterialRequest> Requests { get; private init; } = [];

    /// <summary>Requests by the codes of papers that have not come in since.</summary>
    internal ImmutableDictionary<string, MaterialRequest> AskedFor { get; private init; } = ImmutableDictionary<string, MaterialRequest>.Empty;

    /// <summary>Requests beyond the list that were refused.</summary>
    public ImmutableArray<RefusedRequest> RefusedRequests { get; private init; } = [];

    /// <summary>How often somebody of the household had to be there.</summary>
    public ImmutableArray<Visit> Visits { get; private init; } = [];

    /// <summary>Last days of papers to follow that came without them.</summary>
    internal ImmutableArray<DateOnly> PapersDueTold { get; private init; } = [];

    public bool IsClosed => ClosedAt is not null;

    public CaseStatus Status => IsClosed ? CaseStatus.Closed : Decision?.Outcome switch
    {
        CaseOutcome.Approved => CaseStatus.Approved,
        CaseOutcome.Refused or CaseOutcome.NotAccepted => CaseStatus.Refused,
        _ => CaseStatus.Open,
    };

    /// <summary>A stage's own days may end after the promised day of the case. Then the case's day is the one that counts, and the card says so.</summary>
    public bool IsOutlivedBy(CaseTask task) => task.IsOpen && Decision is null && Promise is { } promise && task.Due.On > promise.Due.On;

    /// <summary>The last year whose calendar has to come out before all days of the case are firm; <c>null</c>: they are.</summary>
    public int? AwaitsCalendarOf => IsClosed ? null : OpenTasks.Where(task => task.StageId != PapersToFollow.StageId).Select(task => task.Due)
        .Append(Decision is null ? Promise?.Due : null).Where(due => due is { IsProvisional: true }).Select(due => (int?)due!.On.Year)
        .Concat(StillToFollow.Where(listed => listed is { LaterByIsProvisional: true, LaterWorkingDays: not null }).Select(listed => listed.LaterBy?.Year))
        .Max();

    public IEnumerable<CaseTask> OpenTasks => Tasks.Where(task => task.IsOpen);

    public CaseTask? Task(string taskId) => Tasks.FirstOrDefault(task => task.TaskId == taskId);

    /// <summary>An agent acts for the household on that day.</summary>
    [MemberNotNullWhen(true, nameof(Mandate), nameof(Carrier))]
    public bool IsMandatedOn(DateOnly day) => Mandate?.IsActiveOn(day) == true && Carrier is not null;

    /// <summary>This member of staff is the household's agent on that day: they may look at the case.</summary>
    public bool IsCarriedBy(StaffMember member, DateOnly day) =>
        IsMandatedOn(day) && Carrier.Role.IsAgent() && Carrier.Is(member, day) && !Declined.Contains(member.Participant);

    /// <summary>The case after an entry that was journalled.</summary>
    public Case Following(Entry entry) => After(entry.Event, entry.Actor, entry.At) with { Version = entry.Sequence };

    /// <summary>The latest opinion of the review, if there was one.</summary>
    public Completion? Opinion => Tasks.LastOrDefault(task => task is { Kind: StageKind.Review, Done: not null })?.Done;

    /// <summary>The latest result of the data check; <c>null</c> while there is none. <see cref="Verification.Unknown"/> is unusual, never a contradiction.</summary>
    public Verification? Verification => (Tasks.LastOrDefault(task => task.Done?.Act is TaskAct.Verified)?.Done?.Act as TaskAct.Verified)?.Result;

    public TaskAct.Surveyed? Survey => Tasks.LastOrDefault(task => task.Done?.Act is TaskAct.Surveyed)?.Done?.Act as TaskAct.Surveyed;

    /// <summary>Kinds of the stages that are under way; <see cref="StageKind.Notice"/> also while the notice hangs.</summary>
    public IEnumerable<StageKind> CurrentStages => OpenTasks.Select(task => task.Kind)
        .Concat(Notice is { IsHanging: true } ? [StageKind.Notice] : []).Distinct();

    /// <summary>The paper by which that content of a form was signed on a screen; <c>null</c>: it was not.</summary>
    public CaseDocument? SignedForm(string material, string? content) =>
        content is null ? null : Documents.FirstOrDefault(document => document.Material == material && document.SignedContent == content);

    /// <summary>The clock of the whole case; it stops at the decision, and keeps its colour while it is paused.</summary>
    public DueState StateAt(DateTimeOffset now) =>
        Promise is null ? DueState.Green : DueStates.Of(Promise.YellowAt, Promise.RedAt, PausedSince ?? Decision?.At ?? now);
}
