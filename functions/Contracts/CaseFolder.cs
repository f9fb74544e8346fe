namespace OneVisit.Contracts;

/// <summary>A whole case on one page (案卷): for whoever may see the case. Names of people of the household masked; all words in the reader's language.</summary>
/// <param name="Status">As in <see cref="CaseView"/>.</param>
/// <param name="AcceptedOn"><c>null</c>: not accepted yet.</param>
/// <param name="DueOn"><c>null</c>: no limit runs yet.</param>
/// <param name="Agent">Who runs the household's errands, with the day until which; <c>null</c>: nobody does.</param>
/// <param name="Laws">By which it is decided.</param>
/// <param name="Entries">Lines of the journal.</param>
/// <param name="Head">Hash of its last line.</param>
public sealed record CaseFolder(
    string CaseId, string Service, string ServiceName, string Status, DateOnly SubmittedOn, DateOnly? AcceptedOn, DateOnly? DueOn, bool DueIsProvisional, string DueState,
    string Applicant, string Village, string Township, int? Members, string? Agent,
    IReadOnlyList<FolderStage> Stages, IReadOnlyList<FolderPause> Pauses, string? Extended, IReadOnlyList<FolderEvent> Timeline,
    IReadOnlyList<CaseMaterial> Materials, IReadOnlyList<IssuedPaperView> Issued, IReadOnlyList<FolderNotice> Notices, IReadOnlyList<FolderObjection> Objections,
    FolderDecision? Decision, IReadOnlyList<string> Laws, FolderRating? Rating, FileReviewView? Review, FolderPackage? Package, int Visits, int Entries, string Head)
{
    /// <summary>Who acts for the applicant, in words, below a line for each who did before; <c>null</c>: nobody ever did.</summary>
    public string? Representative { get; init; }
}

/// <summary>A stage of the procedure, as often as it came up.</summary>
/// <param name="Desk">Whose it is or was, in words; <c>null</c>: the system's.</param>
/// <param name="State"><c>done</c>, <c>open</c>, <c>waiting</c> (not reached yet) or <c>skipped</c>.</param>
/// <param name="DueState">The clock's colour; of a finished stage its colour when it was done; <c>null</c>: it has no clock yet.</param>
/// <param name="By">Who did it.</param>
public sealed record FolderStage(string Name, int Round, string? Desk, string State, DateOnly? DueOn, string? DueState, DateOnly? DoneOn, string? By);

/// <summary>The clock stood still.</summary>
/// <param name="To"><c>null</c>: it still does.</param>
public sealed record FolderPause(string Cause, DateOnly From, DateOnly? To);

/// <param name="What">In words.</param>
/// <param name="By">Who acted, in which role, and for whom where an agent acted; <c>null</c>: the system.</param>
public sealed record FolderEvent(DateTimeOffset At, string What, string? By, string? Note);

/// <param name="State"><c>hangs</c>, <c>ended</c> or <c>taken-down</c>.</param>
/// <param name="Board">While it hangs: code of the village on whose public board it does.</param>
public sealed record FolderNotice(string Number, int Round, DateOnly From, DateOnly Until, string State, int? Members, string Amount, string? Board = null);

/// <param name="Finding">In words; <c>null</c>: not answered yet.</param>
public sealed record FolderObjection(string Number, DateOnly RaisedOn, string? Finding, DateOnly? AnsweredOn, string? By);

/// <param name="Outcome">In words, with the amount.</param>
public sealed record FolderDecision(string Outcome, string? Reason, string By, DateTimeOffset At, DateOnly? DeliveredOn, string? RegisterNumber);

public sealed record FolderRating(int Stars, IReadOnlyList<string> Tags, string? Comment, DateOnly On);

/// <summary>What went to the city; for staff only.</summary>
public sealed record FolderPackage(int Items, string Hash, IReadOnlyList<string> Missing, DateOnly On);
