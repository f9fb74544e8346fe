namespace OneVisit.Contracts;

/// <summary>A notice as the back office wrote it, for its reader alone: asked for when it is told.</summary>
public sealed record NoticeTelling(string Kind, string CaseId, string? TaskId, IReadOnlyDictionary<string, string> Data);

/// <summary>
/// What a notice says that tells something of a person: amounts, papers, what was found, what somebody wrote. It does not lie on the queue; the bot asks for it. It asks of every notice that says anything
/// by itself, so that what the back office did not write is told to nobody.
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

    // They say nothing by themselves: what is shown is the task, as the back office has it for its reader at that moment. Most of all notices are such.
    private static readonly HashSet<string> ToldByTheirTask = new(StringComparer.Ordinal) { NoticeKinds.TaskOpened, NoticeKinds.TaskClosed, NoticeKinds.TaskChanged };

    /// <summary>As it lies on the queue.</summary>
    public static Notice Without(Notice notice) => notice.Data.Keys.Any(fact => IsWithheld(notice.Kind, fact))
        ? notice with { Data = notice.Data.Where(fact => !IsWithheld(notice.Kind, fact.Key)).ToDictionary(), Version = Notice.WithoutWords }
        : notice;

    /// <summary>It is told as the back office says when it is told, whatever stands in it: those of an earlier release stand there whole.</summary>
    public static bool AreAskedFor(Notice notice) => !ToldByTheirTask.Contains(notice.Kind) || notice.Version == Notice.WithoutWords || notice.Data.Keys.Any(fact => IsWithheld(notice.Kind, fact));

    private static bool IsWithheld(string kind, string fact) => !Lying.Contains(fact) || Telling.Contains((kind, fact));
}
