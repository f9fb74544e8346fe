using System.Collections.Immutable;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

public static partial class CaseDecisions
{
    /// <summary>
    /// The city takes a public notice down at once. What was wrong is looked into anew from the opinion on; where somebody is in danger, nothing of the case hangs again and it goes on
    /// without a notice. Done twice it is done once.
    /// </summary>
    /// <param name="cause">See <see cref="TakeDownCauses.IsOfTheCity"/>.</param>
    public static Decision TakeNoticeDown(Case current, string? cause, string? reason, Actor by, Procedure procedure)
    {
        if (!TakeDownCauses.IsOfTheCity(cause))
            return new Decision.Refused(RefusalReason.UnknownChoice) { Field = "cause" };
        if (current.Notice is { TakenDownAt: not null } before && before.TakenDownFor == cause)
            return Accept(by, []);
        if (current.Notice is not { IsHanging: true } notice)
            return new Decision.Refused(RefusalReason.OutOfOrder);
        var words = PlainText.Of(reason);
        if (words.Length is < Limits.ReasonShortest or > Limits.ReasonLongest)
            return new Decision.Refused(RefusalReason.ReasonRequired) { Field = "reason" };
        return Accept(by, [new NoticeTakenDown(notice.TaskId, notice.Round, cause!, words), .. cause == TakeDownCauses.WrongPerson ? Anew(current, procedure) : []]);
    }

    private static IEnumerable<CaseEvent> Anew(Case current, Procedure procedure)
    {
        foreach (var task in current.OpenTasks.Where(task => procedure.Find(task.StageId) is not null))
            yield return new TaskDone(task.TaskId, new TaskAct.Superseded());
        yield return new Reopened(current.Round + 1, procedure.Stages.First(stage => stage.Kind == StageKind.Review).Id, "");
    }
}

public sealed partial record Case
{
    /// <summary>The city took its notice down because somebody is in danger: nothing of it hangs any more.</summary>
    public bool IsNoticeBarred { get; private init; }
}
