using System.Diagnostics;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Process;

/// <summary>The messages that entries of a case give, with everything they say, and who reads them today.</summary>
public sealed class CaseNotices(StaffDirectory staff, TimeProvider clock)
{
    /// <summary>Those of all entries behind a version.</summary>
    internal Task<IReadOnlyList<Notice>> AfterAsync(CaseFile file, int published, CancellationToken cancellation) =>
        OfAsync(file, [.. Due(file).Where(due => due.Sequence > published)], cancellation);

    /// <summary>One of them, as it was sent; what reached its reader too late, with those who are to hear it now.</summary>
    internal async Task<Told> FindAsync(CaseFile file, int sequence, string noticeId, string reader, CancellationToken cancellation)
    {
        DueNotice[] due = [.. Due(file).Where(due => due.Sequence == sequence)];
        if ((await OfAsync(file, due, cancellation)).FirstOrDefault(notice => notice.NoticeId == noticeId && notice.To == reader) is { } notice)
            return new Told.Here(notice);
        if (due.FirstOrDefault(each => WasTheirs(file, each, noticeId, reader)) is { } theirs)
            return new Told.NotTheirs(await OfAsync(file, [theirs], cancellation));
        return due.Any(each => WasAtTheirDesk(file, each, noticeId, reader)) ? new Told.NotTheirs() : new Told.Unknown();
    }

    private static IReadOnlyList<DueNotice> Due(CaseFile file)
    {
        var language = Languages.Parse(file.Current.Application.Language);
        return new NoticesOf(file.Current, file.Entries, code => CaseWords.PaperName(file, code, language), item => CaseWords.ReturnItem(file, item, language)).All();
    }

    private async Task<IReadOnlyList<Notice>> OfAsync(CaseFile file, DueNotice[] written, CancellationToken cancellation)
    {
        DueNotice[] told = [.. written.Select(due => AsOfToday(file.Current, due)).OfType<DueNotice>()];
        var holders = new HoldersOnce(staff, told.Select(due => due.To).OfType<Addressee.Post>().Where(post => post.Person is null).Select(post => (post.Role, post.Office)));
        var (notices, ids, away) = (new List<Notice>(), new HashSet<string>(StringComparer.Ordinal), new DeskAway(staff));
        foreach (var due in told)
        {
            var there = due.To is Addressee.Post { Person: null } post ? (await holders.HoldersAsync(post.Role, post.Office, BeijingTime.DayOf(due.At), cancellation)).ToArray() : [];
            if (DeskAway.IsOne(due, there))
                notices.AddRange((await away.NoticesAsync(file, due, there, cancellation)).Where(notice => ids.Add(notice.NoticeId)));
            foreach (var participant in NoticeReaders.Of(file, due, there.Where(member => DeskAway.IsToldTo(due, member)).Select(member => member.Participant)))
            {
                var id = NoticeReaders.IdOf(file.Current, due, participant);
                // Who hears of the same thing as its desk and as its superior hears of it once.
                if (ids.Add(id))
                    notices.Add(new(id, participant, due.Kind, file.CaseId, due.TaskId, due.At, due.Data, Activity.Current?.Id));
            }
        }
        return notices;
    }

    // The household could still be told when it was written, and cannot today: somebody goes there with it.
    private DueNotice? AsOfToday(Case current, DueNotice due) => due.To is not Addressee.Owner || !current.IsCutOffOn(clock.Today()) ? due
        : ClientNotices.WhoGoes(current, due.Kind, clock.Today()) is { } goes ? due with { To = goes, Kind = NoticeKinds.ClientNotice, Data = ClientNotices.CopyOf(due.Kind, due.Data) }
        : null;

    // Whose the case was, or who was to go there and need not any more.
    private static bool WasTheirs(CaseFile file, DueNotice due, string noticeId, string reader) => due.To is Addressee.Owner
        && (Participants.StaffIdOf(reader) is null
            ? file.WasOf(reader) && NoticeReaders.IdOf(file.Current, due, reader) == noticeId
            : NoticeReaders.IdOf(file.Current, due with { Kind = NoticeKinds.ClientNotice }, reader) == noticeId);

    // Who holds the post, or is there, is another by now.
    private static bool WasAtTheirDesk(CaseFile file, DueNotice due, string noticeId, string reader) => due.To is Addressee.Post && Participants.StaffIdOf(reader) is not null
        && (NoticeReaders.IdOf(file.Current, due, reader) == noticeId || (DeskAway.IsOffer(due) && NoticeReaders.IdOf(file.Current, due with { Kind = NoticeKinds.TaskNews }, reader) == noticeId));
}
