using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

/// <summary>近亲属备案: who is related to the household is written down, the city visits, and they keep away.</summary>
public static partial class CaseDecisions
{
    /// <summary>
    /// A member of staff enters themselves or another in the register of relatives, on any card of theirs. The same twice is once. Whoever is
    /// named acts no more in this case; the task stays open for the others.
    /// </summary>
    public static Decision DeclareRelative(
        Case current, string taskId, OutcomeForm form, StaffMember caller, Procedure procedure, DateTimeOffset now, PointAuthority? authority = null)
    {
        // Said again, by who said it at this desk: whoever else is related has no business here.
        if (current.IsRelated(caller.Participant) && form.Relative?.Member?.Id == caller.Id
            && current.Task(taskId) is { } said && caller.PostsOn(BeijingTime.DayOf(now)).FirstOrDefault(post => TaskDesk.IsDeskOf(post, said)) is { } post)
            return Accept(caller.In(post), []);
        var desk = TaskDesk.At(current, taskId, ActNames.DeclareRelative, caller, procedure, BeijingTime.DayOf(now), authority);
        if (desk.Refused is { } notHere)
            return notHere;
        if (Read(form.Relative, RelativeSource.Staff) is not { } declared || current.Relatives.Length >= Limits.Relatives)
            return Refuse(RefusalReason.RelativeRequired) with { Field = "relative" };
        return Accept(desk.Actor!, IsKnown(current, declared) ? [] : [declared, .. VisitFor(current, procedure)]);
    }

    /// <summary>What was said about a relative as the register has it; <c>null</c>: nobody was named.</summary>
    public static RelativeDeclared? Read(RelativeForm? form, RelativeSource source)
    {
        var name = form?.Member?.Name ?? PlainText.Of(form?.Name);
        var relation = PlainText.OrNull(form?.Relation);
        return name.Length is < 1 or > Limits.RelativeLongest || relation?.Length > Limits.RelativeLongest
            ? null
            : new RelativeDeclared(name, source, relation, form!.Member?.Participant);
    }

    // Only where the household is visited at all does the city visit, too.
    private static IEnumerable<CaseEvent> Registered(ImmutableArray<RelativeDeclared> relatives, Procedure procedure) =>
        relatives.IsEmpty ? [] : IsSurveyed(procedure) ? [.. relatives, new VisitOrdered(VisitCauses.Relatives)] : relatives;

    private static IEnumerable<CaseEvent> VisitFor(Case current, Procedure procedure) =>
        !IsSurveyed(procedure) || current.VisitsOrdered.Any(order => order.Cause == VisitCauses.Relatives) ? [] : [new VisitOrdered(VisitCauses.Relatives)];

    private static bool IsSurveyed(Procedure procedure) => procedure.Stages.Any(stage => stage.Kind == StageKind.Survey);

    private static bool IsKnown(Case current, RelativeDeclared declared) =>
        current.Relatives.Any(known => declared.Staff is null ? known.Name == declared.Name && known.Relation == declared.Relation : known.Staff == declared.Staff);
}
