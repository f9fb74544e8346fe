using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

/// <summary>The one-time list is a promise (一次性告知): what an office may still ask for.</summary>
public static partial class CaseDecisions
{
    /// <summary>
    /// An office asks the household for papers while its task is open. What is on the list may be asked for; what is beyond it, or what the city
    /// holds, only with a reason of the law. Refused otherwise, and the attempt is noted. The same twice is once.
    /// While the household is waited for the clock stands still, at the latest until the day that the request names.
    /// </summary>
    public static Decision RequestMaterial(Case current, string taskId, OutcomeForm form, StaffMember caller, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now, PointAuthority? authority = null)
    {
        var today = BeijingTime.DayOf(now);
        var desk = TaskDesk.At(current, taskId, ActNames.RequestMaterial, caller, procedure, today, authority);
        if (desk.Refused is { } notHere)
            return notHere;
        if (desk.Task!.Kind is not (StageKind.Survey or StageKind.Verify or StageKind.Review or StageKind.Decide))
            return Refuse(RefusalReason.UnknownAction) with { Field = "action" };
        if (Papers(form, out var codes, out var reason) is { } unclear)
            return unclear;
        var beyond = codes.Where(code => !MayAskFor(current, procedure, code)).ToImmutableArray();
        if (beyond.Length > 0 && form.LegalReason is null)
            return BeyondTheList(current, taskId, beyond, desk.Actor!);
        if (codes.All(code => current.OpenRequestFor(code) is not null))
            return Accept(desk.Actor!, []);
        var legal = beyond.Length > 0 ? form.LegalReason : null;
        var wait = WaitForResident(taskId, today, calendar);
        return Accept(desk.Actor!, [new MaterialRequested(taskId, codes, reason, legal?.Id, legal?.Law.ToString(), wait.Until), wait]);
    }

    // What an office wants from the household, and why; the refusal, if it says neither.
    private static Decision.Refused? Papers(OutcomeForm form, out ImmutableArray<string> codes, out string reason)
    {
        codes = [.. (form.Materials ?? []).Select(code => code?.Trim() ?? "").Distinct()];
        reason = PlainText.Of(form.Reason);
        if (codes.Length is < 1 or > Limits.Materials || !codes.All(code => MaterialCode().IsMatch(code)))
            return Refuse(RefusalReason.MaterialsRequired) with { Field = "materials" };
        return reason.Length is < Limits.ReasonShortest or > Limits.ReasonLongest ? Refuse(RefusalReason.ReasonRequired) with { Field = "reason" } : null;
    }

    /// <summary>Somebody of the household was there, as the stage demands: their visit is recorded, once a task. Every visit after the first has its cause.</summary>
    public static Decision Attend(Case current, string taskId, OutcomeForm form, StaffMember caller, Procedure procedure, DateTimeOffset now, PointAuthority? authority = null)
    {
        var desk = TaskDesk.At(current, taskId, ActNames.Attended, caller, procedure, BeijingTime.DayOf(now), authority);
        if (desk.Refused is { } notHere)
            return notHere;
        if (procedure.Find(desk.Task!.StageId) is not { InPerson: true })
            return Refuse(RefusalReason.UnknownAction) with { Field = "action" };
        if (current.Visits.Any(visit => visit.TaskId == taskId))
            return Accept(desk.Actor!, []);
        // Where the procedure itself wants them once more, the law is the cause unless another is named.
        return (Coming(current, form) ?? ComingCauses.Law) is var cause && (cause.Length == 0 || ComingCauses.All.Contains(cause))
            ? Accept(desk.Actor!, [new Attended(taskId, cause.Length == 0 ? null : cause)])
            : Refuse(RefusalReason.ComingCauseRequired) with { Field = "cause" };
    }

    /// <summary>Why the household came: nothing to say at the first visit; <c>null</c>: it has to be said.</summary>
    internal static string? Coming(Case current, OutcomeForm form) => current.Visits.IsEmpty ? "" : form.Cause;

    // The same person with the same wish at the same task is one attempt.
    private static Decision.Refused BeyondTheList(Case current, string taskId, ImmutableArray<string> beyond, Actor by)
    {
        var isNoted = current.RefusedRequests.Any(
            before => before.TaskId == taskId && before.By.Participant == by.Participant && before.Materials.Order().SequenceEqual(beyond.Order()));
        return Refuse(RefusalReason.ExtraMaterial) with
        {
            Field = "materials",
            About = beyond,
            Noted = isNoted ? [] : [new ExtraMaterialRefused(taskId, beyond)],
            NotedOf = by,
        };
    }

    [GeneratedRegex(@"^[A-Z][0-9]{2}\z")]
    private static partial Regex MaterialCode();
}
