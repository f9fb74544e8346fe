using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;

namespace OneVisit.Functions.Process;

/// <summary>Who reads a message, and the id under which they have it once, however often it is sent.</summary>
internal static class NoticeReaders
{
    /// <param name="holders">Who holds the post that it goes to, if it goes to one.</param>
    public static IEnumerable<string> Of(CaseFile file, DueNotice due, IEnumerable<string> holders) => due.To switch
    {
        Addressee.Post { Person: { } person } => [person],
        Addressee.Former former => [former.Participant],
        // Who declined hears of a household only that it is off their desk.
        Addressee.Post { Role: var role } when role.IsAgent() && due.Kind != NoticeKinds.TaskClosed => holders.Except(due.Standing.Declined),
        Addressee.Post post => WithoutKin(due.Standing, post, holders),
        // What was on its way when acting for the household was ended does not go to who acted.
        _ => file.Current.Holding is { Ended: not null } ? [] : [file.Current.Participant],
    };

    public static string IdOf(Case current, DueNotice due, string participant)
    {
        // One entry may be about several tasks of one person.
        var about = due.Kind is NoticeKinds.TaskChanged or NoticeKinds.TaskResumed ? $".{due.TaskId}" : "";
        return $"{current.CaseId}.{due.Sequence}.{due.Kind}.{participant.Replace(':', '-')}{about}";
    }

    // Who is related to the household hears nothing of it; agents run errands, which judge nothing.
    private static IEnumerable<string> WithoutKin(Case current, Addressee.Post post, IEnumerable<string> holders) =>
        post.Role.IsAgent() ? holders : holders.Where(participant => !current.IsRelated(participant));
}
