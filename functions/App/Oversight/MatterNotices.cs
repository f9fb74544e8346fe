using System.Diagnostics;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Process;
using OneVisit.Storage;

namespace OneVisit.Functions.Oversight;

/// <summary>The messages that entries of a matter give, and who reads them today: staff of its steps, and the household it is about.</summary>
public sealed class MatterNotices(StaffDirectory staff, TimeProvider clock)
{
    internal async Task<IReadOnlyList<Notice>> OfAsync(MatterFile file, SupervisionEntry entry, CancellationToken cancellation) =>
        [.. await ToStaffAsync(file.Current, entry, cancellation), .. await ToHouseholdAsync(file, entry, cancellation)];

    /// <summary>One of them, as it was sent; what reached its reader too late, with those who are to hear it now.</summary>
    internal async Task<Told> FindAsync(MatterFile file, int sequence, string noticeId, string reader, CancellationToken cancellation)
    {
        if (file.Entries.FirstOrDefault(entry => entry.Sequence == sequence) is not { } entry)
            return new Told.Unknown();
        if ((await OfAsync(file, entry, cancellation)).FirstOrDefault(notice => notice.NoticeId == noticeId && notice.To == reader) is { } notice)
            return new Told.Here(notice);
        if (file is { About: null, Current.Subject: MatterSubject.OfRemedy or MatterSubject.OfBenefit })
            return new Told.Erased();
        var isStaff = Participants.StaffIdOf(reader) is not null;
        if (HouseholdNotices.Of(file, entry) is { } news && IdOf(file.Current, entry, isStaff ? NoticeKinds.ClientNotice : news.Kind, reader) == noticeId && (isStaff || file.About!.WasOf(reader)))
            return new Told.NotTheirs([.. await ToHouseholdAsync(file, entry, cancellation)]);
        return isStaff && OfStep(file.Current, entry) is { } step && IdOf(file.Current, entry, step.Kind, reader) == noticeId ? new Told.NotTheirs() : new Told.Unknown();
    }

    // Who acted for the person and does no longer hears nothing: somebody goes to the household instead.
    private async Task<IEnumerable<Notice>> ToHouseholdAsync(MatterFile file, SupervisionEntry entry, CancellationToken cancellation)
    {
        if (HouseholdNotices.Of(file, entry) is not { } news || file.About is not { Current: var about })
            return [];
        if (!about.IsCutOffOn(clock.Today()))
            return [NoticeTo(about.Participant, file.Current, entry, news.Kind, about.CaseId, null, news.Data)];
        if (ClientNotices.WhoGoes(about, news.Kind, clock.Today()) is not { } goes)
            return [];
        string[] there = goes.Person is { } person ? [person] : [.. (await staff.HoldersAsync(goes.Role, goes.Office, clock.Today(), cancellation)).Select(member => member.Participant).Where(one => !about.IsRelated(one))];
        var copy = ClientNotices.CopyOf(news.Kind, news.Data);
        return there.Select(one => NoticeTo(one, file.Current, entry, NoticeKinds.ClientNotice, about.CaseId, null, copy));
    }

    private async Task<IReadOnlyList<Notice>> ToStaffAsync(Matter current, SupervisionEntry entry, CancellationToken cancellation)
    {
        if (OfStep(current, entry) is not { } news)
            return [];
        var (notBy, told) = (current.Step(news.TaskId)!.NotBy, new List<Notice>());
        foreach (var (role, office) in news.To)
        {
            // Who hears of it as its desk and as its superior hears of it once.
            foreach (var member in await staff.HoldersAsync(role, office, BeijingTime.DayOf(entry.At), cancellation))
            {
                if (!notBy.Contains(member.Participant) && told.All(notice => notice.To != member.Participant))
                    told.Add(NoticeTo(member.Participant, current, entry, news.Kind, current.MatterId, news.TaskId, news.Data));
            }
        }
        return told;
    }

    private static StepNews? OfStep(Matter current, SupervisionEntry entry) => entry.Event switch
    {
        StepOpened opened => new(NoticeKinds.TaskOpened, opened.TaskId, [(opened.Role, opened.Office)], new() { ["kind"] = opened.Kind.Code(), ["due"] = NoticeFacts.Day(opened.DueOn) }),
        StepDone done when current.Step(done.TaskId) is { } step => new(NoticeKinds.TaskClosed, done.TaskId, [(step.Role, step.Office)], new() { ["action"] = done.Act.Name }),
        StepReminded reminded when current.Step(reminded.TaskId) is { } step =>
            new(NoticeKinds.TaskReminder, reminded.TaskId, [(step.Role, step.Office)], new() { ["due"] = NoticeFacts.Day(reminded.DueOn) }),
        StepEscalated escalated when current.Step(escalated.TaskId) is { } step => new(
            NoticeKinds.TaskEscalated, escalated.TaskId, Superiors(current, step),
            new() { ["due"] = NoticeFacts.Day(escalated.DueOn), ["office"] = escalated.Office, ["kind"] = step.Kind.Code() }),
        _ => null,
    };

    // Its desk, the township's representative, the city: as for a case.
    private static (Role, string)[] Superiors(Matter current, MatterStep step)
    {
        (Role, string)[] told = current.Subject.AboutPoint is { } point && step.Role is Role.TownshipOfficer or Role.ChiefRepresentative
            ? [(step.Role, step.Office), (Role.ChiefRepresentative, point), (Role.CityReviewer, MatterDecisions.CityOf(point))]
            : [(step.Role, step.Office)];
        return [.. told.Distinct()];
    }

    private static Notice NoticeTo(string reader, Matter current, SupervisionEntry entry, string kind, string about, string? taskId, Dictionary<string, string> data) =>
        new(IdOf(current, entry, kind, reader), reader, kind, about, taskId, entry.At, data, Activity.Current?.Id);

    private static string IdOf(Matter current, SupervisionEntry entry, string kind, string reader) => $"{current.MatterId}.{entry.Sequence}.{kind}.{reader.Replace(':', '-')}";

    /// <summary>What those at a step hear.</summary>
    private sealed record StepNews(string Kind, string TaskId, (Role Role, string Office)[] To, Dictionary<string, string> Data);
}
