namespace OneVisit.Contracts;

/// <summary>Colleagues, as far as the caller has to do with them.</summary>
/// <param name="Me">Id of the caller.</param>
/// <param name="People">Of the caller's own offices, and of those they answer for; of the city's people only those at the city.</param>
/// <param name="MayHandOver">The caller answers for others.</param>
public sealed record StaffList(string Me, IReadOnlyList<StaffPersonView> People, bool MayHandOver);

/// <param name="Id">For example <c>shi-agent</c>.</param>
/// <param name="Posts">As they are called.</param>
/// <param name="AwayFrom">First day of the absence that runs or comes next; <c>null</c>: none.</param>
/// <param name="AwayUntil">Its last day; <c>null</c>: nobody knows yet.</param>
/// <param name="Managed">The caller notes their absences and hands over their work.</param>
public sealed record StaffPersonView(string Id, string Name, IReadOnlyList<string> Posts, DateOnly? AwayFrom, DateOnly? AwayUntil, bool Managed);

/// <summary>Whose an account of the city's sign-in is; for the front door only.</summary>
/// <param name="HasPost">They hold a post today. Without one they have nothing to do here.</param>
public sealed record StaffAccountView(string StaffId, string Name, bool HasPost);

/// <summary>Somebody is not there. For the same first day once more, the later word counts.</summary>
/// <param name="From">First day; left out: today. At most 31 days ago.</param>
/// <param name="To">Last day, inclusive; left out: nobody knows yet.</param>
/// <param name="Reason">At most 100 characters.</param>
/// <param name="StandIn">Id of a colleague with such a post in the same township; may be left out.</param>
public sealed record NoteAbsence(DateOnly? From = null, DateOnly? To = null, string? Reason = null, string? StandIn = null);

/// <summary>Somebody is back.</summary>
/// <param name="LastDay">Of the absence; left out: yesterday.</param>
public sealed record EndAbsence(DateOnly? LastDay = null);

/// <summary>When somebody is away; what lies more than a month back is left out.</summary>
public sealed record AbsencesView(string Id, string Name, IReadOnlyList<AbsenceView> Absences);

/// <param name="To">Last day, inclusive; <c>null</c>: open.</param>
public sealed record AbsenceView(DateOnly From, DateOnly? To, string Reason, string? StandIn);

/// <summary>All open work of somebody goes to another (工作交接). The same person to the same colleague on one day is one act, however often it is asked for.</summary>
/// <param name="To">Id of who goes on; left out: chosen case by case.</param>
/// <param name="Reason">5 to 500 characters; for the office only.</param>
public sealed record HandOverWork(string? To = null, string? Reason = null);

/// <summary>How far a hand-over is.</summary>
/// <param name="FinishedAt"><c>null</c>: it goes on by itself.</param>
/// <param name="Left">Cases and matters still to be looked at.</param>
/// <param name="Cases">Those looked at in which something of theirs was open.</param>
public sealed record HandOverView(
    string Id, string Person, string PersonName, string? To, string? ToName, string By, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, int Left, IReadOnlyList<HandOverCaseView> Cases);

/// <param name="Outcome"><c>moved</c>, <c>stays</c> (colleagues at the desk have it), <c>conflict</c> (who was to go on is kept from it), <c>nobody</c> (somebody has to be given the post).</param>
/// <param name="Words">The same for people.</param>
/// <param name="To">Name of who goes on; <c>null</c>: nobody by name.</param>
public sealed record HandOverCaseView(string CaseId, string Outcome, string Words, string? To);
