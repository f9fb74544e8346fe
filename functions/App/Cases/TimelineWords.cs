using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Cases;

/// <summary>The journal as a timeline. An act on a task carries the act's own name.</summary>
internal sealed class TimelineWords(CaseFile file, Language language)
{
    /// <summary>Without who opened papers: that is told with the looks.</summary>
    public IReadOnlyList<TimelineEntry> All => Of(file.Entries.Where(entry => entry.Event is not PaperSeen));

    /// <summary>What was done with tasks, for who decides.</summary>
    public IReadOnlyList<TimelineEntry> Acts =>
        Of(file.Entries.Where(entry => entry.Event is TaskDone or ObjectionRaised or ObjectionAnswered or Reopened or ReturnedForCorrection or PublicNoticeEnded or MaterialRequested or ExtraMaterialRefused or Attended
            or MissingTold or UnreasonedRefusalStopped or ClockPaused or ClockResumed or TimeExtended
            or SurveySigned or DifferencesAnswered or DifferencesUnanswered or RelativeDeclared or MemberNamed or MeetingConvened or MeetingFailed or AppraisalOrdered
            or DecisionSigned or SignatureDeclined or RepresentationBegun or RepresentationEnded or RepresentationProlonged));

    // A signature that is not asked for any more is nothing that happened to the household.
    private IReadOnlyList<TimelineEntry> Of(IEnumerable<Entry> entries) =>
        [.. entries.Where(entry => entry.Event is not TaskDone { Act: TaskAct.SignatureWithdrawn }).Select(entry => new TimelineEntry(entry.At, Kind(entry.Event), ActorWords.Acting(entry.Actor, language), Note(entry.Event)))];

    private static string Kind(CaseEvent happened) => happened switch
    {
        TaskDone done => done.Act.Name,
        MandateGranted { Replaces: not null } => "mandate-replaced",
        _ => happened.Type,
    };

    internal string? Note(CaseEvent happened) => happened switch
    {
        Accepted accepted => Joined(
            accepted.Deemed == true ? Sentences.Of(language, "note.deemed", Sentences.Day(language, accepted.On)) : null,
            Sentences.Of(language, "note.due", Sentences.Day(language, accepted.DueOn))),
        TaskDone done => Note(done.Act),
        PhoneReplaced replaced => replaced.Reason,
        RepresentationBegun begun => Joined(RepresentationWords.Who(begun.Who, language), begun.Reason),
        RepresentationEnded ended => ended.Reason ?? Sentences.Of(language, "note.acting-ended." + ended.By.Code()),
        RepresentationEndsSoon soon => Sentences.Of(language, "note.until", Sentences.Day(language, soon.Until)),
        RepresentationProlonged prolonged => Sentences.Of(language, "note.until", Sentences.Day(language, prolonged.Until)),
        PublicNoticeOpened notice => Sentences.Of(language, "note.until", Sentences.Day(language, notice.Until)),
        ReturnedForCorrection returned => List(returned.Items.Select(item => CaseWords.ReturnItem(file, item, language))),
        Decided { Outcome: CaseOutcome.Approved approved } => Amount(approved.Monthly ?? approved.Once),
        Decided { Outcome: CaseOutcome.Refused refused } => refused.Reason,
        Filed filed => Sentences.Of(language, "note.register", filed.RegisterNumber),
        Rated rated => Sentences.Of(language, "note.stars", rated.Stars),
        Revealed look => Joined(What(look, language), Why(look, language)),
        MemberNamed named => Joined(named.Person.NameMasked, named.Elsewhere.IsEmpty ? null : Sentences.Of(language, "note.member-elsewhere")),
        ObjectionAnswered answered => Sentences.Of(language, "finding." + answered.Finding.Code()),
        FilingPackaged packaged => Sentences.Of(language, "note.packaged", packaged.Items, packaged.Hash[..16]),
        HandedToArchive archived => Sentences.Of(language, "note.archived", archived.Number),
        Exported exported => exported.Reason,
        Reopened { Matter: "" } => Sentences.Of(language, "note.reopened-opinion"),
        Reopened => Sentences.Of(language, "note.reopened"),
        NoticeTakenDown taken => Joined(Sentences.Of(language, "note.taken-down." + taken.Cause), taken.Reason),
        TaskReassigned { Cause: MoveCauses.AgentDeclined } => null,
        ErrandDeclined declined => Joined(
            declined.Cause is { } why ? Sentences.Of(language, "decline." + why) : null,
            declined.Village is { } code && file.Catalogue.Places.Village(code) is { } village ? village.Name.In(language) : null,
            Sentences.Of(language, "note.comes-now", declined.Next?.Name ?? ActorWords.Of(Role.TownshipOfficer, language))),
        // Why is the office's own affair.
        TaskReassigned { Cause: MoveCauses.HandedOver } => null,
        WorkHandedOver handed => Sentences.Of(language, "note.comes-now", handed.To?.Name ?? ActorWords.Of(handed.Carrier?.Role ?? Role.TownshipOfficer, language)),
        MandateGranted granted => Joined(HolderName(granted), Sentences.Of(language, "note.until", Sentences.Day(language, granted.ExpiresOn))),
        TaskReassigned { Cause: { } cause } => Sentences.Of(language, "note." + cause),
        MaterialRequested requested => Joined(Names(requested.Materials), requested.Reason, requested.Authority),
        ExtraMaterialRefused refused => Names(refused.Materials),
        Attended { Cause: { } why } => Sentences.Of(language, "coming." + why),
        MissingTold told => Joined(Names(told.Materials), told.Reason),
        ClockPaused paused => Joined(
            Sentences.Of(language, "pause." + paused.Cause), paused.Until is { } until ? Sentences.Of(language, "note.pause-until", Sentences.Day(language, until)) : null, paused.Reason),
        ClockResumed resumed => Joined(Sentences.Of(language, "pause." + resumed.Cause), resumed.Why is { } why ? Sentences.Of(language, "resumed." + why) : null),
        TimeExtended extended => Joined(Sentences.Of(language, "extension." + extended.Cause), extended.Reason),
        LimitsRecomputed { Limits: [{ TaskId: null } ofCase, ..] } => Sentences.Of(
            language, "note.recomputed", Sentences.Day(language, ofCase.Before), Sentences.Day(language, ofCase.DueOn)),
        Decided { Outcome: CaseOutcome.NotAccepted turnedAway } => turnedAway.Reason,
        DecisionSigned signed => Note(signed.Act),
        SignatureDeclined declined => declined.Reason,
        PapersDue due => Names(due.Materials),
        BenefitStarted { ReviewOn: { } on } => Sentences.Of(language, "note.review-on", Sentences.Day(language, on)),
        BenefitKept { ReviewOn: { } on } => Sentences.Of(language, "note.review-on", Sentences.Day(language, on)),
        BenefitChanged changed => Joined(Sentences.Of(language, "note.benefit-changed", Sentences.Yuan(language, changed.Monthly.Yuan), Sentences.Day(language, changed.From)), changed.Reason),
        BenefitTapered tapered => Joined(
            Sentences.Of(language, "note.benefit-tapered", Sentences.Yuan(language, tapered.Monthly.Yuan), Sentences.Day(language, tapered.From), Sentences.Day(language, tapered.StopsFrom)), tapered.Reason),
        BenefitStopped stopped => Joined(Sentences.Of(language, "note.benefit-stopped", Sentences.Day(language, stopped.From)), stopped.Reason),
        PaperIssued paper => Joined(Sentences.Of(language, "paper." + paper.Kind), paper.Number),
        PaperWithdrawn paper => Joined(Sentences.Of(language, "paper." + paper.Kind), paper.Number, paper.Reason),
        SurveyStarted started => Sentences.Of(language, "note.starts", Sentences.Day(language, started.On)),
        SurveyStartDue due => Sentences.Of(language, "note.start-by", Sentences.Day(language, due.StartBy)),
        SurveySigned signed => Sentences.Of(language, "note.asked-to-sign", signed.SecondName),
        DifferencesAnswered answered => answered.Agrees ? Sentences.Of(language, "check.agreed") : Sentences.Of(language, "check.objected", answered.Reason),
        DifferencesUnanswered => Sentences.Of(language, "check.silent"),
        AppraisalOrdered ordered => Joined(Sentences.Of(language, "note." + ordered.Cause), ordered.Reason),
        MeetingConvened called => Joined(Sentences.Of(language, "note.meeting", Sentences.Day(language, called.On), called.Representatives.Length), called.Place),
        MeetingFailed failed => Sentences.Of(language, "note.no-quorum", failed.Listed, failed.Present),
        _ => null,
    };

    internal static string What(Revealed look, Language language) => Sentences.Of(language, "revealed." + look.What.ToString().ToLowerInvariant());

    internal static string Why(Revealed look, Language language) => Sentences.Of(language, "reveal-reason." + look.Reason.ToString().ToLowerInvariant());

    internal string? Note(TaskAct act) => act switch
    {
        TaskAct.Surveyed surveyed => Joined(
            Sentences.Of(language, "note.investigators", List(surveyed.Investigators)),
            surveyed.MembersFound is { } members ? Sentences.Of(language, "note.members", members) : null,
            surveyed.MonthlyIncomeFound is { } income ? Sentences.Of(language, "note.income", Sentences.Yuan(language, income.Yuan)) : null,
            surveyed.Findings),
        TaskAct.Verified verified => Joined(
            [Sentences.Of(language, "note.verification." + verified.Result.ToString().ToLowerInvariant()), .. (verified.Differences ?? []).Select(difference => CheckViews.Line(difference, language)), verified.Findings]),
        TaskAct.Appraised or TaskAct.AppraisalNotHeld => CheckViews.Appraisal(act, language),
        TaskAct.HandedOver handed => Sentences.Of(language, "note.handed-over", Sentences.Day(language, handed.On)),
        TaskAct.CityVisited visited => Sentences.Of(language, "note.investigators", List(visited.Investigators)),
        _ => act.AmountNamed is { } amount ? Amount(amount) : act.ReasonGiven,
    };

    private string HolderName(MandateGranted granted) => granted.Person?.Name ?? ActorWords.OfOffice(granted.HolderOffice, file.Catalogue.Places, language);

    private string? Amount(Money? amount) => amount is { } yuan
        ? Sentences.Of(language, file.Procedure.Grants == Grants.Once ? "note.once" : "note.amount", Sentences.Yuan(language, yuan.Yuan))
        : null;

    private string Names(IEnumerable<string> codes) => List(codes.Select(code => CaseWords.PaperName(file, code, language)));

    private string List(IEnumerable<string> items) => string.Join(Sentences.Of(language, "list.separator"), items);

    private string Joined(params string?[] parts) =>
        string.Join(Sentences.Of(language, "note.separator"), parts.Where(part => !string.IsNullOrEmpty(part)));
}
