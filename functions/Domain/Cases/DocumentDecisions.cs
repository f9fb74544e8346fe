using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

public static partial class CaseDecisions
{
    /// <summary>The resident adds a paper to their own case. The same bytes for the same material twice: nothing is written.</summary>
    public static Decision AddDocument(Case current, DocumentAdded document, string participant) =>
        current.Participant != participant ? Refuse(RefusalReason.NotYours) : Add(current, document, Owner(current));

    /// <summary>A member of staff adds a paper while a task of theirs is open: the agent under a mandate, or the township's officer.</summary>
    public static Decision AddDocument(Case current, DocumentAdded document, StaffMember caller, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        var posts = caller.PostsOn(today).Where(post => post.Role is Role.VillageAgent or Role.TownshipOfficer).ToArray();
        if (posts.Length == 0)
            return Refuse(RefusalReason.WrongRole);
        var desk = current.OpenTasks.Select(task => posts.FirstOrDefault(post => post.Is(task.Role, task.Office)))
            .FirstOrDefault(post => post is not null);
        if (desk is null)
            return Refuse(current.OpenTasks.Any(task => posts.Any(post => post.Role == task.Role)) ? RefusalReason.WrongPlace : RefusalReason.OutOfOrder);
        return desk.Role == Role.VillageAgent && !current.IsMandatedOn(today)
            ? Refuse(RefusalReason.MandateNotActive)
            : Add(current, document, caller.In(desk));
    }

    /// <summary>A paper that came into a linked case of the same household counts here too. What this case cannot take is left out, not refused.</summary>
    /// <param name="by">Who added it there.</param>
    public static Decision ShareDocument(Case current, DocumentAdded document, Actor by) =>
        Add(current, document, by) is Decision.Accepted accepted ? accepted : Accept(by, []);

    private static Decision Add(Case current, DocumentAdded document, Actor actor)
    {
        if (current.Documents.Any(known => known.DocumentId == document.DocumentId && known.Material == document.Material))
            return Accept(actor, []);
        var follows = !current.IsClosed && current.StillToFollow.Any(listed => listed.Code == document.Material);
        if (!follows && AgainstEnded(current) is { } refused)
            return refused;
        if (current.Materials.All(material => material.Code != document.Material))
            return Refuse(RefusalReason.ExtraMaterial) with { Field = "material", About = [document.Material] };
        return current.Documents.Length >= Limits.Documents
            ? Refuse(RefusalReason.TooManyDocuments)
            : Accept(actor, [document]);
    }
}
