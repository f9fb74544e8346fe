using System.Diagnostics.CodeAnalysis;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

/// <summary>What people do about the clock. The task stays open.</summary>
public static partial class CaseDecisions
{
    /// <summary>The office whose task is open stops the clock for a reason of the law.</summary>
    private static Decision PauseTask(
        Case current, string taskId, OutcomeForm form, StaffMember caller, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now, PointAuthority? authority)
    {
        var desk = TaskDesk.At(current, taskId, ActNames.PauseClock, caller, procedure, BeijingTime.DayOf(now), authority);
        if (desk.Refused is { } notHere)
            return notHere;
        if (!MayPause(desk.Task!))
            return Refuse(RefusalReason.UnknownAction) with { Field = "action" };
        if (form.Cause is null || !PauseCauses.OfOffices.Contains(form.Cause))
            return Refuse(RefusalReason.CauseRequired) with { Field = "cause" };
        if (form.Until is not { } until)
            return Refuse(RefusalReason.DayRequired) with { Field = "until" };
        var reason = PlainText.Of(form.Reason);
        return reason.Length is < Limits.ReasonShortest or > Limits.ReasonLongest
            ? Refuse(RefusalReason.ReasonRequired) with { Field = "reason" }
            : Pause(current, form.Cause, taskId, until, desk.Actor!, calendar, now, reason);
    }

    /// <summary>The office whose task is open lets the clock go on before the pause's last day. Waiting for the resident ends by itself only.</summary>
    private static Decision ResumeTask(
        Case current, string taskId, OutcomeForm form, StaffMember caller, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now, PointAuthority? authority)
    {
        var desk = TaskDesk.At(current, taskId, ActNames.ResumeClock, caller, procedure, BeijingTime.DayOf(now), authority);
        if (desk.Refused is { } notHere)
            return notHere;
        var cause = form.Cause ?? current.OpenPauses.FirstOrDefault(pause => PauseCauses.OfOffices.Contains(pause.Cause))?.Cause;
        return cause is null || !PauseCauses.OfOffices.Contains(cause)
            ? Refuse(RefusalReason.CauseRequired) with { Field = "cause" }
            : Resume(current, cause, desk.Actor!, procedure, calendar, now, ResumeReasons.ByOffice);
    }

    /// <summary>Whoever decides the case extends it, from any of its open tasks, before it is decided.</summary>
    private static Decision ExtendTask(
        Case current, string taskId, OutcomeForm form, StaffMember caller, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now, PointAuthority? authority) =>
        AgainstExtending(current, taskId, caller, procedure, now, authority, out var post) is { } refused
            ? refused
            : Extend(current, form.Cause, form.Reason, caller.In(post!), procedure, calendar, now);

    private static Decision.Refused? AgainstExtending(
        Case current, string taskId, StaffMember caller, Procedure procedure, DateTimeOffset now, PointAuthority? authority, out Post? post)
    {
        post = null;
        if (current.Task(taskId) is null)
            return Refuse(RefusalReason.UnknownTask);
        post = DeciderPost(current, caller, procedure, now, authority);
        if (post is null)
            return Refuse(RefusalReason.WrongRole);
        return ActTable.InForce.OnCase(ActNames.ExtendTime)?.Judge(Footing.OfDecider(caller, post, current)) switch
        {
            Judgement.Allowed => null,
            Judgement.Barred => Refuse(RefusalReason.RelatedToHousehold) with { Could = post },
            _ => Refuse(RefusalReason.WrongRole),
        };
    }

    /// <summary>The caller may extend the case now: they decide it, it has a longer limit, and it was not extended yet.</summary>
    public static bool MayExtend(Case current, StaffMember caller, Procedure procedure, DateTimeOffset now, PointAuthority? authority = null) =>
        IsTimeFor(ActNames.ExtendTime, current) && current is { Promise: not null, Extension: null } && procedure.ExtendedWorkingDays > procedure.TotalWorkingDays
        && DeciderPost(current, caller, procedure, now, authority) is not null && !current.IsRelated(caller.Participant);

    // The chief representative, or where the procedure has none, the bureau's officer; whoever decides meanwhile where authority is suspended; the deputy
    // where the matrix lets them decide this very case.
    private static Post? DeciderPost(Case current, StaffMember caller, Procedure procedure, DateTimeOffset now, PointAuthority? authority)
    {
        if (procedure.Stages.FirstOrDefault(stage => stage.Kind == StageKind.Decide) is not { } decision)
            return null;
        var today = BeijingTime.DayOf(now);
        var (role, office, _) = Desks.Of(decision, current, today, authority);
        return caller.PostsOn(today).FirstOrDefault(post => post.Is(role, office) || (IsDeputyOf(post, authority) && MayDeputyDecide(current, decision, authority, today)));
    }

    private static bool IsDeputyOf(Post post, [NotNullWhen(true)] PointAuthority? authority) => authority is not null && post.Is(Role.DeputyRepresentative, authority.Point);

    private static bool MayDeputyDecide(Case current, Stage decision, PointAuthority authority, DateOnly today) =>
        decision.IsDelegated && authority.WhoDecides(current.Application.Service, Desks.AmountOf(current), today) is Competence.OfPoint { Deputy: not null };

    internal static bool MayPause(CaseTask task) =>
        task.Kind is StageKind.Survey or StageKind.Verify or StageKind.Review or StageKind.Decide && task.StageId != PapersToFollow.StageId;
}
