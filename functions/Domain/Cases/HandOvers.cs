using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>What somebody had to do in a case was given to another, because they left or cannot work (工作交接); who did it stands in the entry.</summary>
/// <param name="HandOver">Id of the act, the same in every case that it touched.</param>
/// <param name="Reason">5 to 500 characters; for the office, never told the household.</param>
/// <param name="To">Who goes on; <c>null</c>: whoever sits at the desk it went to.</param>
/// <param name="Carrier">Who is the household's agent now; <c>null</c>: that did not change.</param>
public sealed record WorkHandedOver(string HandOver, MandateHolder From, [property: SealedInJournal] string Reason, MandateHolder? To = null, Carrier? Carrier = null) : CaseEvent;

/// <summary>The wish that somebody's open work goes to another.</summary>
/// <param name="To">Who is to go on; <c>null</c>: whoever is chosen, case by case.</param>
/// <param name="Reason">5 to 500 characters.</param>
public sealed record HandOverWish(string Id, StaffMember Leaving, StaffMember? To, string Reason);

/// <summary>Who is there, as far as a hand-over asks.</summary>
/// <param name="Agents">Who could be agent of the household.</param>
/// <param name="Holders">Who holds the posts that work lies before, or could go to.</param>
public sealed record HandOverStaff(AgentsToAsk Agents, IReadOnlyDictionary<(Role Role, string Office), IReadOnlyList<StaffMember>> Holders)
{
    public IEnumerable<StaffMember> Others(Role role, string office, StaffMember leaving, DateOnly today) =>
        Holders.GetValueOrDefault((role, office), []).Where(member => member.Id != leaving.Id && !member.IsAwayOn(today));
}

/// <summary>What came of a hand-over in one case.</summary>
public enum HandOverOutcome
{
    /// <summary>Nothing of theirs was open in it.</summary>
    Nothing,

    /// <summary>It went to somebody else.</summary>
    Moved,

    /// <summary>Colleagues at the same desk have it before them anyway.</summary>
    Stays,

    /// <summary>Who was to go on is kept from this case: related, its applicant, or has judged it.</summary>
    Conflict,

    /// <summary>Nobody who may is there: somebody has to be given the post.</summary>
    Nobody,
}

/// <param name="To">Who goes on; <c>null</c>: nobody by name.</param>
/// <param name="PassedOver">Who could have and did not, with why.</param>
public sealed record CaseHandOver(HandOverOutcome Outcome, ImmutableArray<CaseEvent> Events, StaffMember? To = null, ImmutableArray<PassedOver>? PassedOver = null);

public static partial class CaseDecisions
{
    /// <summary>Gives what somebody has open in a case to another. Asked again after that, there is nothing left.</summary>
    /// <param name="by">Under whom it is journalled.</param>
    public static CaseHandOver HandOver(Case current, HandOverWish wish, HandOverStaff staff, Procedure procedure, Actor by, DateTimeOffset now) =>
        current.IsClosed ? new(HandOverOutcome.Nothing, []) : new HandOvers(current, wish, staff, procedure, by, now).Decide();

    /// <summary>Posts whose holders a hand-over of this case asks for.</summary>
    public static IEnumerable<(Role Role, string Office)> DesksOfHandOver(Case current, StaffMember leaving) => current.OpenTasks
        .Where(task => !task.IsErrand && leaving.Posts.Any(post => post.Is(task.Role, task.Office)))
        .SelectMany(task => Recusal.Ladder(task.Role, current).Prepend((task.Role, task.Office))).Distinct();
}

/// <summary>One case of a hand-over.</summary>
internal sealed class HandOvers(Case current, HandOverWish wish, HandOverStaff staff, Procedure procedure, Actor by, DateTimeOffset now)
{
    private readonly DateOnly today = BeijingTime.DayOf(now);

    public CaseHandOver Decide()
    {
        CaseHandOver[] parts = [Errands(), .. current.OpenTasks.Where(task => !task.IsErrand && IsTheirs(task)).Select(Desk)];
        var events = parts.SelectMany(part => part.Events).ToImmutableArray();
        // The worst is told: it is what somebody has to see to.
        return parts.MaxBy(part => part.Outcome)! with { Events = events };
    }

    // Errands and mandates: the household's agent changes.
    private CaseHandOver Errands()
    {
        if (!current.IsMandatedOn(today) || current.Carrier is not { } carrier || !carrier.Role.IsAgent() || !IsTheirs(carrier))
            return new(HandOverOutcome.Nothing, []);
        // A mandate to the whole office goes on with those who are there.
        if (carrier.Person is null && staff.Agents.All.Any(agent => agent.PostsOn(today).Any(post => post.Is(carrier.Role, carrier.Office)) && AgentChoice.Against(agent, current, today, wish.Leaving) is null))
            return new(HandOverOutcome.Stays, []);
        var choice = wish.To is { } named
            ? AgentChoice.Of(current, DesksOf(named), [named], today, leaving: wish.Leaving)
            : AgentChoice.Of(current, AgentChoice.DesksOf(current.Applicant.VillageCode).Prepend((carrier.Role, carrier.Office)), staff.Agents.All, today, staff.Agents.Load, wish.Leaving);
        if (choice.Desk is not { } desk)
            return new(choice.PassedOver.Any(passed => passed.Why is PassedOverFor.Related or PassedOverFor.IsTheApplicant or PassedOverFor.JudgedTheCase) ? HandOverOutcome.Conflict : HandOverOutcome.Nobody, [], PassedOver: choice.PassedOver);
        var handed = Handed(choice.Agent, desk);
        return new(
            HandOverOutcome.Moved,
            [handed, .. Desks.Moved(current.After(handed, by, now), today).Select(moved => moved is TaskReassigned reassigned ? reassigned with { Cause = MoveCauses.HandedOver } : moved)],
            choice.Agent, choice.PassedOver);
    }

    // Work on an office's desk: colleagues have it before them, or it goes to the next desk that may.
    private CaseHandOver Desk(CaseTask task)
    {
        if (task.Person is not null || task.FirstSignature?.By.Participant == wish.Leaving.Participant)
            return new(HandOverOutcome.Nobody, []);
        if (staff.Others(task.Role, task.Office, wish.Leaving, today).Any(other => !current.IsRelated(other.Participant)))
            return new(HandOverOutcome.Stays, []);
        // A delegated decision goes by the authority matrix, and by nothing else.
        if (procedure.Find(task.StageId) is { IsDelegated: true })
            return new(HandOverOutcome.Nobody, []);
        foreach (var (role, office) in Recusal.Ladder(task.Role, current))
        {
            if (staff.Others(role, office, wish.Leaving, today).FirstOrDefault(other => !current.IsRelated(other.Participant) && (wish.To is null || other.Id == wish.To.Id)) is { } next)
                return new(HandOverOutcome.Moved, [Handed(next, null), new TaskReassigned(task.TaskId, role, office, MoveCauses.HandedOver)], next);
        }
        return new(wish.To is { } named && current.IsRelated(named.Participant) ? HandOverOutcome.Conflict : HandOverOutcome.Nobody, []);
    }

    private WorkHandedOver Handed(StaffMember? to, Carrier? carrier) =>
        new(wish.Id, new(wish.Leaving.Participant, wish.Leaving.Name), wish.Reason, to is null ? null : new MandateHolder(to.Participant, to.Name), carrier);

    // Agents' posts of the named colleague that may come here: in charge of the village, or of a neighbour in the same township.
    private IEnumerable<(Role, string)> DesksOf(StaffMember named) => named.PostsOn(today)
        .Where(post => post.Role.IsAgent() && current.Applicant.VillageCode.StartsWith(Superiors.TownshipOf(post.Office), StringComparison.Ordinal)).Select(post => (post.Role, post.Office));

    // By name, or as one of those whose post it is.
    private bool IsTheirs(Carrier carrier) => carrier.Person is { } person ? person == wish.Leaving.Participant : wish.Leaving.Posts.Any(post => post.Is(carrier.Role, carrier.Office));

    private bool IsTheirs(CaseTask task) => task.Person is { } person ? person == wish.Leaving.Participant : wish.Leaving.Posts.Any(post => post.Is(task.Role, task.Office));
}
