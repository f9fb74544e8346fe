using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

/// <summary>家庭成员信息核对: who else lives in the household is named by number.</summary>
public static partial class CaseDecisions
{
    /// <summary>Whether from that task members of the household may be named: while the case is put together and checked.</summary>
    public static bool MayNameMembers(Case current, CaseTask task) =>
        task is { IsOpen: true, Kind: StageKind.Accept or StageKind.Collect or StageKind.Survey or StageKind.Verify or StageKind.Review } && IsTimeFor(ActNames.NameMember, current);

    /// <summary>
    /// Somebody whose task it is names a member of the household. Only with their authorisation: an adult's own, a child's given by who cares for it. The same twice is
    /// once; the task stays open.
    /// </summary>
    public static Decision NameMember(Case current, string taskId, OutcomeForm form, StaffMember caller, Procedure procedure, DateTimeOffset now, PointAuthority? authority = null)
    {
        var desk = TaskDesk.At(current, taskId, ActNames.NameMember, caller, procedure, BeijingTime.DayOf(now), authority);
        if (desk.Refused is { } notHere)
            return notHere;
        if (!MayNameMembers(current, desk.Task!))
            return Refuse(RefusalReason.UnknownAction);
        if (form.Member is not { Person: { } person } wish)
            return Refuse(RefusalReason.MemberRequired) with { Field = "memberIdNumber" };
        if (person.IdHash.IsOf(current.Applicant.IdHash))
            return Refuse(RefusalReason.MemberIsApplicant) with { Field = "memberIdNumber" };
        if (current.NamedMembers.Any(known => known.Person.IdHash.IsOf(person.IdHash)))
            return Accept(desk.Actor!, []);
        if (!wish.Authorised)
            return Refuse(RefusalReason.MemberAuthorisationRequired) with { Field = "memberAuthorised" };
        // The applicant is one of them.
        return current.NamedMembers.Length >= Limits.Members - 1
            ? Refuse(RefusalReason.TooManyMembers) with { Field = "memberIdNumber" }
            : Accept(desk.Actor!, [new MemberNamed(person, wish.Elsewhere)]);
    }

    /// <summary>Whether two cases would count somebody for the same matter twice: of the same service, of two households, one drawing or both on the way.</summary>
    public static bool CountsTwice(Case current, Case other, DateOnly today) =>
        other.CaseId != current.CaseId && other.Application.Service == current.Application.Service && !other.Applicant.IdHash.IsOf(current.Applicant.IdHash)
        && (other.Benefit is { } benefit ? benefit.RunsOn(today) : other is { IsClosed: false, Decision: null });
}
