using OneVisit.Domain.Calendars;

namespace OneVisit.Domain.Cases;

/// <summary>Full values only for who may act on the case today, and only after a reason was stated.</summary>
public static partial class CaseDecisions
{
    // An answer that got lost is asked for again at once.
    private static readonly TimeSpan AnswerLost = TimeSpan.FromMinutes(5);

    /// <summary>The post in which the caller may be shown values of the case in full; <c>null</c>: in none. Relatives of the household never.</summary>
    public static Post? RevealPost(Case current, StaffMember caller, DateTimeOffset now)
    {
        if (current.IsRelated(caller.Participant))
            return null;
        var today = BeijingTime.DayOf(now);
        return current.OpenTasks.Select(task => PostFor(current, task, caller, now)).FirstOrDefault(post => post is not null)
            ?? (current.Carrier is { } carrier && current.IsCarriedBy(caller, today) ? caller.PostsOn(today).FirstOrDefault(post => post.Is(carrier.Role, carrier.Office)) : null);
    }

    /// <summary>Notes that the caller is shown a value. The same look for the same reason is one look for five minutes: its answer may have got lost. A telephone that was replaced since is another.</summary>
    public static Decision Reveal(Case current, Revealed look, StaffMember caller, DateTimeOffset now)
    {
        if (RevealPost(current, caller, now) is not { } post)
            return Refuse(RefusalReason.NotYours);
        var isThere = current.Looks.Any(known => known.Of == look && known.By.Participant == caller.Participant && now - known.At <= AnswerLost
            && !(look.What == RevealedKind.Phone && known.At <= current.PhoneReplacedAt)
            && !(look.What == RevealedKind.RepresentativePhone && known.At <= current.RepresentativePhoneReplacedAt));
        return Accept(caller.For(current, post), isThere ? [] : [look]);
    }
}
