using System.Text.Json.Serialization;

namespace OneVisit.Domain.Cases;

/// <summary>
/// Something that happened to a case. Facts in the past tense, append-only; a case is a fold of them.
/// The <c>type</c> names are stored for decades: add new ones, never rename or reuse one. New properties are nullable and default to <c>null</c>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Submitted), "submitted")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(MandateGranted), "mandate-granted")]
[JsonDerivedType(typeof(MandateRevoked), "mandate-revoked")]
[JsonDerivedType(typeof(DocumentAdded), "document-added")]
[JsonDerivedType(typeof(TaskOpened), "task-opened")]
[JsonDerivedType(typeof(TaskReassigned), "task-reassigned")]
[JsonDerivedType(typeof(TaskDone), "task-done")]
[JsonDerivedType(typeof(PublicNoticeOpened), "public-notice-opened")]
[JsonDerivedType(typeof(PublicNoticeEnded), "public-notice-ended")]
[JsonDerivedType(typeof(Reminded), "reminded")]
[JsonDerivedType(typeof(Escalated), "escalated")]
[JsonDerivedType(typeof(ReturnedForCorrection), "returned-for-correction")]
[JsonDerivedType(typeof(Decided), "decided")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(Filed), "filed")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Rated), "rated")]
[JsonDerivedType(typeof(MaterialRequested), "material-requested")]
[JsonDerivedType(typeof(ExtraMaterialRefused), "extra-material-refused")]
[JsonDerivedType(typeof(PapersDue), "papers-due")]
[JsonDerivedType(typeof(Attended), "attended")]
[JsonDerivedType(typeof(RatingExcluded), "rating-excluded")]
[JsonDerivedType(typeof(RatingRemedied), "rating-remedied")]
[JsonDerivedType(typeof(VisitOrdered), "visit-ordered")]
[JsonDerivedType(typeof(FileReviewed), "file-reviewed")]
[JsonDerivedType(typeof(BenefitStarted), "benefit-started")]
[JsonDerivedType(typeof(BenefitKept), "benefit-kept")]
[JsonDerivedType(typeof(BenefitChanged), "benefit-changed")]
[JsonDerivedType(typeof(BenefitTapered), "benefit-tapered")]
[JsonDerivedType(typeof(BenefitStopped), "benefit-stopped")]
[JsonDerivedType(typeof(MissingTold), "missing-told")]
[JsonDerivedType(typeof(UnreasonedRefusalStopped), "unreasoned-refusal-stopped")]
[JsonDerivedType(typeof(ClockPaused), "clock-paused")]
[JsonDerivedType(typeof(ClockResumed), "clock-resumed")]
[JsonDerivedType(typeof(PauseReminded), "pause-reminded")]
[JsonDerivedType(typeof(TimeExtended), "time-extended")]
[JsonDerivedType(typeof(LimitsRecomputed), "limits-recomputed")]
[JsonDerivedType(typeof(PaperIssued), "paper-issued")]
[JsonDerivedType(typeof(PaperWithdrawn), "paper-withdrawn")]
[JsonDerivedType(typeof(NoticeTakenDown), "notice-taken-down")]
[JsonDerivedType(typeof(ObjectionRaised), "objection-raised")]
[JsonDerivedType(typeof(ObjectionAnswered), "objection-answered")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(MandateSigned), "mandate-signed")]
[JsonDerivedType(typeof(ErrandDeclined), "errand-declined")]
[JsonDerivedType(typeof(TakenOver), "taken-over")]
[JsonDerivedType(typeof(FilingPackaged), "filing-packaged")]
public abstract record CaseEvent
{
    /// <summary>The stored name, for example <c>task-opened</c>.</summary>
    [JsonIgnore]
    public string Type => JournalJson.TypeOf(this);
}
