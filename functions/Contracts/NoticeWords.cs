namespace OneVisit.Contracts;

/// <summary>A notice as the back office wrote it, for its reader alone: asked for when it is told.</summary>
public sealed record NoticeTelling(string Kind, string CaseId, string? TaskId, IReadOnlyDictionary<string, string> Data);

/// <summary>
/// What a notice says that tells something of a person: amounts, papers, what was found, what somebody wrote. It does not lie on the queue; the bot asks for it, and with it whether the back office wrote
/// such a notice at all.
/// </summary>
public static class NoticeWords
{
    // Days, stages, desks, and why something moved or waits: a fact that is not named here is withheld.
    private static readonly HashSet<string> Lying = new(StringComparer.Ordinal)
    {
        "due", "before", "from", "until", "on", "paid-from", "received", "brought-until", "provisional", "kind", "done", "next", "action", "news", "office", "role", "level", "vacant", "brought-by", "village",
        "cause", "why", "law", "of", "satisfied",
    };

    private static readonly HashSet<(string Kind, string Fact)> Telling =
    [
        (NoticeKinds.AgentChanged, "cause"), (NoticeKinds.PublicNoticeTakenDown, "cause"), (NoticeKinds.BenefitReview, "cause"), (NoticeKinds.RepresentationEnded, "why"), (NoticeKinds.RepresentationOver, "why"), (NoticeKinds.RepresentationEndsSoon, "why"), (NoticeKinds.ClientNotice, "why"),
    ];

    // Told only as the back office says, whoever put it on the queue, and however much stands in it: those of an earlier release stand there whole.
    private static readonly HashSet<string> Confirmed = new(StringComparer.Ordinal)
    {
        NoticeKinds.CaseApproved, NoticeKinds.CaseRefused, NoticeKinds.CaseNotAccepted, NoticeKinds.CaseReturned, NoticeKinds.CaseFiled, NoticeKinds.CasePaused, NoticeKinds.CaseExtended,
        NoticeKinds.MaterialRequested, NoticeKinds.MaterialMissing, NoticeKinds.MaterialReminder, NoticeKinds.MaterialDue, NoticeKinds.MaterialDayChanged, NoticeKinds.DifferencesFound, NoticeKinds.SurveyDiffers,
        NoticeKinds.BenefitReview, NoticeKinds.BenefitKept, NoticeKinds.BenefitChanged, NoticeKinds.BenefitTapered, NoticeKinds.BenefitStopped,
        NoticeKinds.AppraisalCalled, NoticeKinds.ObjectionAnswered, NoticeKinds.PublicNoticeTakenDown, NoticeKinds.AgentChanged, NoticeKinds.ClientNotice, NoticeKinds.RepresentationEnded, NoticeKinds.RepresentationOver,
        NoticeKinds.RepresentationEndsSoon, NoticeKinds.RepresentationProlonged, NoticeKinds.RepresentationBegun, NoticeKinds.RedCard,
    };

    // Nothing is journalled of them that they could be told from again: they lie there whole.
    private static readonly HashSet<string> OfNoJournal = new(StringComparer.Ordinal) { NoticeKinds.FileChecked, NoticeKinds.TrainingEnds };

    /// <summary>As it lies on the queue.</summary>
    public static Notice Without(Notice notice) => notice.Data.Keys.Any(fact => IsWithheld(notice.Kind, fact))
        ? notice with { Data = notice.Data.Where(fact => !IsWithheld(notice.Kind, fact.Key)).ToDictionary(), Version = Notice.WithoutWords }
        : notice;

    /// <summary>It is told as the back office says when it is told.</summary>
    public static bool AreAskedFor(Notice notice) => notice.Version == Notice.WithoutWords || Confirmed.Contains(notice.Kind)
        || (!OfNoJournal.Contains(notice.Kind) && notice.Data.Keys.Any(fact => IsWithheld(notice.Kind, fact)));

    private static bool IsWithheld(string kind, string fact) => !Lying.Contains(fact) || Telling.Contains((kind, fact));
}
