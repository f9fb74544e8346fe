using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>What may hang in public (公示), and for how long.</summary>
public static class NoticeRules
{
    private static readonly string[] ChildrensItems = ["D8.", "D9.", "D10."];

    /// <summary>What happens to a child never hangs in public, whatever a procedure or a form says (未成年人保护法); nor does what the city took down because somebody is in danger.</summary>
    public static bool IsForbidden(Case current, Procedure procedure) =>
        current.IsNoticeBarred || procedure.OfAChild || ChildrensItems.Any(item => current.Application.Service.StartsWith(item, StringComparison.Ordinal));

    /// <summary>People of the household as a notice shows them: as found by the survey, else as applied for.</summary>
    public static int? MembersOf(Case current) => current.Survey?.MembersFound ?? current.Application.Household.Members;

    /// <summary>That notice hung its full time, and shows what the opinion says now.</summary>
    internal static bool StillHolds(PublicNotice? notice, Case current) =>
        notice is { EndedAt: not null } && current.Opinion?.Act is TaskAct.Proposed proposed && Shows(notice, proposed, current);

    /// <summary>Of notices journalled before they told the size of the household only the amount is compared.</summary>
    internal static bool Shows(PublicNotice notice, TaskAct.Proposed proposed, Case current) =>
        notice.Amount == proposed.Amount && (notice.Members is null || notice.Members == MembersOf(current));
}
