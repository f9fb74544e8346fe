using System.Diagnostics;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Storage;
using static OneVisit.Functions.Process.NoticeFacts;

namespace OneVisit.Functions.Process;

/// <summary>Work is offered to who is there. Where everybody at a desk is away, the next desk that is not hears so, aloud; the clock goes on.</summary>
internal sealed class DeskAway(StaffDirectory staff)
{
    /// <summary>A message that offers work; whoever has the card already is told of its end wherever they are.</summary>
    public static bool IsOffer(DueNotice due) => due.Kind is NoticeKinds.TaskOpened or NoticeKinds.TaskReminder;

    public static bool IsToldTo(DueNotice due, StaffMember member) => !IsOffer(due) || !member.IsAwayOn(BeijingTime.DayOf(due.At));

    public static bool IsOne(DueNotice due, IReadOnlyCollection<StaffMember> holders) => holders.Count > 0 && !holders.Any(member => IsToldTo(due, member));

    public async Task<IEnumerable<Notice>> NoticesAsync(CaseFile file, DueNotice due, IReadOnlyCollection<StaffMember> holders, CancellationToken cancellation)
    {
        var (desk, day) = ((Addressee.Post)due.To, BeijingTime.DayOf(due.At));
        foreach (var (role, office) in CaseDecisions.DesksBeyond(desk.Role, due.Standing))
        {
            var there = (await staff.HoldersAsync(role, office, day, cancellation)).Where(member => !member.IsAwayOn(day) && !due.Standing.IsRelated(member.Participant)).ToArray();
            if (there.Length > 0)
                return there.Select(member => NoticeTo(member.Participant, file, due, desk, holders, day));
        }
        return [];
    }

    // Back is who comes back first; nobody knows that of somebody without a last day.
    private static Notice NoticeTo(string participant, CaseFile file, DueNotice due, Addressee.Post desk, IReadOnlyCollection<StaffMember> holders, DateOnly day) => new(
        NoticeReaders.IdOf(file.Current, due with { Kind = NoticeKinds.TaskNews }, participant), participant, NoticeKinds.TaskNews, file.CaseId, due.TaskId, due.At,
        new Dictionary<string, string>
        {
            ["news"] = "desk-away",
            ["role"] = desk.Role.Code(),
            ["until"] = holders.Min(member => member.AbsenceOn(day)?.To) is { } last ? Day(last) : "",
            ["due"] = due.Data.GetValueOrDefault("due", ""),
        },
        Activity.Current?.Id);
}
