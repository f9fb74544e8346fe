using System.Collections.Immutable;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

public static partial class CaseDecisions
{
    /// <summary>May somebody object to the notice now? Only while it hangs.</summary>
    public static bool CanObject(Case current, DateTimeOffset now) => current.Notice is { IsHanging: true } notice && now < notice.EndsAt;

    /// <summary>
    /// What an objection leaves behind in its case: that it was made, what it turned out to be and, when it was right or partly, that the notice comes
    /// down and the case is surveyed and reviewed anew. It is told as often as one likes and written once.
    /// </summary>
    /// <param name="by">Who answered it.</param>
    /// <param name="moreTime">
    /// What the household is told when the case takes the longer limit because it is surveyed anew; <c>null</c>: it takes none. It is taken once, where the procedure has one.
    /// </param>
    public static Decision NoteObjection(Case current, CaseEvent result, Actor by, Procedure procedure, string? moreTime = null) => result switch
    {
        ObjectionRaised e when current.Objections.Any(known => known.Matter == e.Matter) => Accept(by, []),
        ObjectionRaised => Accept(by, [result]),
        ObjectionAnswered e when current.Objections.FirstOrDefault(known => known.Matter == e.Matter) is not { IsOpen: true } => Accept(by, []),
        ObjectionAnswered e => Accept(by, [result, .. SentBack(current, e, procedure, moreTime)]),
        _ => throw new ArgumentException($"{result.Type} is no result of an objection.", nameof(result)),
    };

    // What is looked into anew already, or decided, is not sent back once more.
    private static IEnumerable<CaseEvent> SentBack(Case current, ObjectionAnswered answered, Procedure procedure, string? moreTime)
    {
        if (answered.Finding == ComplaintFinding.Unfounded || current.Decision is not null || current.IsClosed || !IsReviewed(current))
            yield break;
        if (current.Notice is { IsHanging: true } notice)
            yield return new NoticeTakenDown(notice.TaskId, notice.Round, TakeDownCauses.Objection);
        foreach (var task in current.OpenTasks.Where(task => procedure.Find(task.StageId) is not null))
            yield return new TaskDone(task.TaskId, new TaskAct.Superseded());
        yield return new Reopened(current.Round + 1, StageToReopen(procedure), answered.Matter);
        if (MayBeAppraised(current, procedure))
            yield return new AppraisalOrdered(AppraisalCauses.NoticeObjection, current.Round + 1);
        if (moreTime is not null && current is { Extension: null, Promise: not null } && procedure.ExtendedWorkingDays > procedure.TotalWorkingDays)
            yield return new TimeExtended(ExtensionCauses.Objection, moreTime);
    }

    private static bool IsReviewed(Case current) =>
        current.Tasks.Any(task => task is { Kind: StageKind.Review, Done: not null } && task.Round == current.Round);

    // The survey, where there is one; the opinion anyhow.
    private static string StageToReopen(Procedure procedure) =>
        (procedure.Stages.FirstOrDefault(stage => stage.Kind == StageKind.Survey) ?? procedure.Stages.First(stage => stage.Kind == StageKind.Review)).Id;
}

public sealed partial record Case
{
    /// <summary>Objections to the public notices of this case, in their order.</summary>
    public ImmutableArray<NoticeObjection> Objections { get; private init; } = [];

    /// <summary>Where the round that is under way began, when an objection sent the case back; <c>null</c>: it did not.</summary>
    internal string? ReopenedAt { get; private init; }

    public IEnumerable<NoticeObjection> OpenObjections => Objections.Where(objection => objection.IsOpen);

    private Case Objected(ObjectionRaised raised, DateTimeOffset at) =>
        this with { Objections = Objections.Add(new NoticeObjection(raised.Matter, Notice?.Round ?? Round, at)) };

    private Case Answered(ObjectionAnswered answered, Actor by, DateTimeOffset at) => this with
    {
        Objections = [.. Objections.Select(known => known.Matter == answered.Matter ? known with { Finding = answered.Finding, AnsweredBy = by, AnsweredAt = at } : known)],
    };
}
