using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Cases;

/// <summary>Who may look at a case: its owner, and staff in office today wherever it passes.</summary>
internal static class Access
{
    public static bool MaySee(this Caller caller, Case current, DateTimeOffset now) => caller switch
    {
        Caller.Resident resident => resident.Participant == current.Participant,
        Caller.Staff staff => staff.Member.PostsOn(BeijingTime.DayOf(now)).Any(post => IsOnTheWay(post, current)),
        _ => false,
    };

    /// <summary>May this member of staff see a task's card? Whose desk it is, and who is told when it is late.</summary>
    public static bool MaySee(this Caller caller, Case current, CaseTask task, DateTimeOffset now) =>
        caller is Caller.Staff staff && staff.Member.PostsOn(BeijingTime.DayOf(now)).Any(post =>
            post.Is(task.Role, task.Office)
            || (post.Role is Role.ChiefRepresentative or Role.CityReviewer && IsOnTheWay(post, current)));

    /// <summary>May this caller print the forms of a case? Who may see it; the agent while the household's mandate is in force.</summary>
    public static bool MayPrint(this Caller caller, Case current, DateTimeOffset now) => caller.MaySee(current, now) && caller switch
    {
        Caller.Staff staff => current.IsMandatedOn(BeijingTime.DayOf(now))
            || staff.Member.PostsOn(BeijingTime.DayOf(now)).Any(post => post.Role != Role.VillageAgent && IsOnTheWay(post, current)),
        _ => true,
    };

    // An agent sees a case only while it is theirs to carry, or was.
    private static bool IsOnTheWay(Post post, Case current) => post.Role == Role.VillageAgent
        ? current.Tasks.Any(task => task.Role == Role.VillageAgent && task.Office == post.Office)
        : Levels.Any(level => post.Office == Offices.InChargeOf(current.Applicant.VillageCode, level))
            // A decision that was handed over to another point.
            || current.Tasks.Any(task => post.Is(task.Role, task.Office));

    private static readonly OfficeLevel[] Levels = [OfficeLevel.Township, OfficeLevel.City];
}
