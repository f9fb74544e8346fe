using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

public static partial class CaseDecisions
{
    /// <summary>
    /// An agent answers that an errand is outside their area, or that they cannot. It moves on at once: to another agent of the village named or of
    /// the same office, else of the township, else of the city, else to the township's officer. Nobody who declined gets it again.
    /// </summary>
    private static Decision Decline(
        Case current, string taskId, OutcomeForm form, StaffMember caller, Procedure procedure, AgentsToAsk agents, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        var desk = TaskDesk.At(current, taskId, form.Action, caller, procedure, today, authority: null);
        if (desk.Refused is { } notHere)
            return notHere;
        if (desk is not { Task: { IsErrand: true, Role: var role } } || !role.IsAgent())
            return Refuse(RefusalReason.UnknownAction) with { Field = "action" };
        if (form.Action == ActNames.Cannot && (form.Cause is null || !DeclineCauses.All.Contains(form.Cause)))
            return Refuse(RefusalReason.UnknownChoice) with { Field = "cause" };
        var village = form.Action == ActNames.OutsideArea ? form.Village : null;
        var next = new ErrandSuccession(current, desk.Task!, caller, village, today).Of(agents.All, agents.Load);
        var cause = form.Action == ActNames.Cannot ? form.Cause : null;
        return Accept(desk.Actor!,
        [
            new ErrandDeclined(taskId, form.Action!, cause, village, next.Agent is { } agent ? new MandateHolder(agent.Participant, agent.Name) : null),
            .. current.OpenTasks.Where(task => task.IsErrand && (task.Role, task.Office) == (desk.Task!.Role, desk.Task.Office))
                .Select(task => new TaskReassigned(task.TaskId, next.Carrier.Role, next.Carrier.Office, MoveCauses.AgentDeclined) { Person = next.Carrier.Person }),
        ]);
    }
}

/// <summary>Agents who could come, in any order, and how much open work each has, by participant.</summary>
public sealed record AgentsToAsk(IReadOnlyCollection<StaffMember> All, IReadOnlyDictionary<string, int>? Load = null)
{
    public static AgentsToAsk None { get; } = new([]);
}

/// <summary>Who comes when an agent does not.</summary>
internal sealed class ErrandSuccession(Case current, CaseTask task, StaffMember declining, string? village, DateOnly today)
{
    public (Carrier Carrier, StaffMember? Agent) Of(IReadOnlyCollection<StaffMember> agents, IReadOnlyDictionary<string, int>? load)
    {
        var choice = AgentChoice.Of(current, Desks(), agents, today, load, declining);
        return choice.Desk is { } desk ? (desk, choice.Agent) : (new Carrier(Role.TownshipOfficer, Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.Township)), null);
    }

    private IEnumerable<(Role, string)> Desks()
    {
        if (village is not null)
            yield return (Role.VillageAgent, Offices.Id(OfficeLevel.Village, village));
        yield return (task.Role, task.Office);
        foreach (var wider in AgentChoice.DesksOf(current.Applicant.VillageCode).Skip(1))
            yield return wider;
    }
}
