using System.Collections.Immutable;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>What the state of the case forbids, however well the form is filled in.</summary>
internal static class TaskGuards
{
    public static Decision.Refused? Against(TaskAct act, CaseTask task, Case current, Procedure procedure) => act switch
    {
        TaskAct.Approved or TaskAct.Refused or TaskAct.Returned when task.FirstSignature is { } first => new(RefusalReason.AwaitsSecondSignature) { By = first.By, At = first.At, Done = first.Act.Name },
        TaskAct.Returned when current.Correction is { } before => new(RefusalReason.ReturnedOnce) { By = before.By, At = before.At },
        TaskAct.Approved or TaskAct.Refused when current.OwesCityVisit => new(RefusalReason.CityVisitRequired) { Field = "action", Could = VisitingPost(current) },
        TaskAct.Proposed or TaskAct.ProposedRefusal when AwaitsAppraisal(current) => new(RefusalReason.AppraisalRequired) { Field = "action" },
        TaskAct.Proposed or TaskAct.Approved when AwaitsPerson(current, task, procedure) => new(RefusalReason.AttendanceRequired) { Field = "action" },
        TaskAct.NoticePosted when NoticeRules.IsForbidden(current, procedure) => new(RefusalReason.NoticeForbidden) { Field = "action" },
        TaskAct.Approved or TaskAct.Refused when current.OpenObjections.Any() => new(RefusalReason.ObjectionOpen) { About = [.. current.OpenObjections.Select(objection => objection.Matter)] },
        TaskAct.Approved approved => AgainstApproval(approved, current, procedure),
        _ => null,
    };

    public static ImmutableArray<string> ActionsFor(Case current, CaseTask task, Procedure procedure) => !task.IsOpen ? [] : task.Kind switch
    {
        StageKind.Accept => current.Told is null ? [ActNames.Accept, ActNames.TellMissing, ActNames.NotAccepted] : [ActNames.Accept, ActNames.NotAccepted],
        StageKind.Collect when task.Role.IsAgent() => [ActNames.Collected, ActNames.OutsideArea, ActNames.Cannot],
        StageKind.Collect => [ActNames.Collected],
        StageKind.Survey when task.StageId == BesideTasks.Cosign => [ActNames.Cosigned, ActNames.Disputed],
        StageKind.Survey => [ActNames.Surveyed, ActNames.StartSurvey, ActNames.RequestMaterial],
        StageKind.Verify => [ActNames.Verified, ActNames.RequestMaterial],
        StageKind.Review => [AwaitsPerson(current, task, procedure) ? ActNames.Attended : ActNames.Propose, ActNames.RequestMaterial, ActNames.ProposeRefusal],
        StageKind.Appraise => CaseDecisions.MeetingOf(current, task) is null ? [ActNames.Convene] : [ActNames.Appraised, ActNames.Convene],
        StageKind.Visit => [ActNames.Visited],
        StageKind.Notice => NoticeRules.IsForbidden(current, procedure) ? [] : [ActNames.NoticePosted],
        StageKind.Decide when task.FirstSignature is not null => [ActNames.Countersign, ActNames.DeclineSignature],
        StageKind.Decide => [.. Deciding(current, task, procedure)],
        StageKind.Deliver when task.Role.IsAgent() => [ActNames.HandedOver, ActNames.NotMet, ActNames.Cannot],
        StageKind.Deliver => [ActNames.HandedOver, ActNames.NotMet],
        StageKind.File => [ActNames.Filed],
        _ => [],
    };

    private static IEnumerable<string> Deciding(Case current, CaseTask task, Procedure procedure)
    {
        if (AwaitsPerson(current, task, procedure))
            yield return ActNames.Attended;
        else if (IsApprovable(current, procedure) && !current.OwesCityVisit)
            yield return ActNames.Approve;
        if (current.Correction is null)
            yield return ActNames.Return;
        yield return ActNames.Refuse;
    }

    /// <summary>An appraisal was ordered for this round and has not ended.</summary>
    private static bool AwaitsAppraisal(Case current) =>
        current.AppraisalsOrdered.Any(order => order.Round == current.Round)
        && current.Tasks.All(task => task is not { Kind: StageKind.Appraise, IsOpen: false } || task.Round != current.Round);

    private static Post VisitingPost(Case current) => current.CityVisit is { } visit
        ? new(visit.Role, visit.Office, default)
        : new(Role.CityReviewer, Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.City), default);

    /// <summary>The stage demands that somebody of the household is there, and nobody was.</summary>
    private static bool AwaitsPerson(Case current, CaseTask task, Procedure procedure) =>
        procedure.Find(task.StageId) is { InPerson: true } && current.Visits.All(visit => visit.TaskId != task.TaskId);

    // What hung in the village is what may be approved: another amount, or one that never hung, goes back to the review.
    private static Decision.Refused? AgainstApproval(TaskAct.Approved approved, Case current, Procedure procedure)
    {
        if (!IsApprovable(current, procedure))
            return new(RefusalReason.NoticeRequired);
        var noticed = current.Opinion!.Act.AmountNamed;
        return noticed == approved.Amount ? null : new(RefusalReason.AmountNotNoticed) { Field = "amount", Noticed = noticed };
    }

    /// <summary>The opinion is to approve, and its notice ran where the procedure has one.</summary>
    private static bool IsApprovable(Case current, Procedure procedure)
    {
        if (current.Opinion?.Act is not TaskAct.Proposed)
            return false;
        var hasNotice = procedure.Stages.Any(stage => stage.Kind == StageKind.Notice) && !NoticeRules.IsForbidden(current, procedure);
        return !hasNotice || NoticeRules.StillHolds(current.Notice, current);
    }
}
