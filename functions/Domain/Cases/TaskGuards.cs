using System.Collections.Immutable;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>What the state of the case forbids, however well the form is filled in.</summary>
internal static class TaskGuards
{
    public static Decision.Refused? Against(TaskAct act, Case current, Procedure procedure) => act switch
    {
        TaskAct.Returned when current.Correction is { } before => new(RefusalReason.ReturnedOnce) { By = before.By, At = before.At },
        TaskAct.Approved approved => AgainstApproval(approved, current, procedure),
        _ => null,
    };

    public static ImmutableArray<string> ActionsFor(Case current, CaseTask task, Procedure procedure) => !task.IsOpen ? [] : task.Kind switch
    {
        StageKind.Collect => [ActNames.Collected],
        StageKind.Survey => [ActNames.Surveyed],
        StageKind.Verify => [ActNames.Verified],
        StageKind.Review => [ActNames.Propose, ActNames.ProposeRefusal],
        StageKind.Notice => [ActNames.NoticePosted],
        StageKind.Decide => [.. Deciding(current, procedure)],
        StageKind.File => [ActNames.Filed],
        _ => [],
    };

    private static IEnumerable<string> Deciding(Case current, Procedure procedure)
    {
        if (Approvable(current, procedure) is not null)
            yield return ActNames.Approve;
        if (current.Correction is null)
            yield return ActNames.Return;
        yield return ActNames.Refuse;
    }

    // What hung in the village is what may be approved: another amount, or one that never hung, goes back to the review.
    private static Decision.Refused? AgainstApproval(TaskAct.Approved approved, Case current, Procedure procedure) => Approvable(current, procedure) switch
    {
        null => new(RefusalReason.NoticeRequired),
        { } noticed when noticed != approved.Amount => new(RefusalReason.AmountNotNoticed) { Field = "amount", Noticed = noticed },
        _ => null,
    };

    /// <summary>The amount that may be approved now: the opinion's, provided that its notice ran where the procedure has one.</summary>
    private static Money? Approvable(Case current, Procedure procedure)
    {
        if (current.Opinion?.Act is not TaskAct.Proposed { Amount: var proposed })
            return null;
        var hasNotice = procedure.Stages.Any(stage => stage.Kind == StageKind.Notice);
        return !hasNotice || current.Notice is { EndedAt: not null } notice && notice.Amount == proposed ? proposed : null;
    }
}
