using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Cases;

/// <summary>Who may look at a case: its owner, once they have proven it, staff in office today wherever it passes, and its agent while the mandate is in force.</summary>
internal static class Access
{
    public static bool MaySee(this Caller caller, Case current, DateTimeOffset now) => caller switch
    {
        Caller.Resident resident => resident.Owns(current),
        Caller.Staff staff => current.IsCarriedBy(staff.Member, BeijingTime.DayOf(now)) || staff.Member.PostsOn(BeijingTime.DayOf(now)).Any(post => IsOnTheWay(post, current)),
        _ => false,
    };

    /// <summary>May this member of staff see a task's card? Whose desk it is, and who is told when it is late.</summary>
    public static bool MaySee(this Caller caller, Case current, CaseTask task, DateTimeOffset now) =>
        caller is Caller.Staff staff && staff.Member.PostsOn(BeijingTime.DayOf(now)).Any(post =>
            (CaseDecisions.IsDeskOf(post, task) && (!post.Role.IsAgent() || current.IsCarriedBy(staff.Member, BeijingTime.DayOf(now))))
            || (post.Role is Role.ChiefRepresentative or Role.DeputyRepresentative or Role.TownshipHead or Role.CityReviewer && IsOnTheWay(post, current)))
        // A card for one person, and none for somebody who is related.
        && (task.Person is null || task.Person == caller.Participant || !task.IsOpen) && (task.IsErrand || !current.IsRelated(caller.Participant));

    // An agent sees a case only while the household's mandate makes it theirs, whatever lay on their desk before.
    private static bool IsOnTheWay(Post post, Case current) => !post.Role.IsAgent()
        && (Levels.Any(level => post.Office == Offices.InChargeOf(current.Applicant.VillageCode, level))
            // A decision that was handed over to another point.
            || current.Tasks.Any(task => post.Is(task.Role, task.Office)));

    private static readonly OfficeLevel[] Levels = [OfficeLevel.Township, OfficeLevel.City];
}
