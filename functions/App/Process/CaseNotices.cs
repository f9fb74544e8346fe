using System.Diagnostics;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Process;

/// <summary>The messages that entries of a case give, with everything they say, and who reads them today.</summary>
public sealed class CaseNotices(StaffDirectory staff)
{
    /// <summary>Those of all entries behind a version.</summary>
    internal Task<IReadOnlyList<Notice>> AfterAsync(CaseFile file, int published, CancellationToken cancellation) =>
        OfAsync(file, [.. Due(file).Where(due => due.Sequence > published)], cancellation);

    /// <summary>One of them, as it was sent.</summary>
    internal async Task<Told> FindAsync(CaseFile file, int sequence, string noticeId, string reader, CancellationToken cancellation)
    {
        DueNotice[] due = [.. Due(file).Where(due => due.Sequence == sequence)];
        if ((await OfAsync(file, due, cancellation)).FirstOrDefault(notice => notice.NoticeId == noticeId && notice.To == reader) is { } notice)
            return new Told.Here(notice);
        return due.Any(each => NoticeReaders.IdOf(file.Current, each, reader) == noticeId) ? new Told.NotTheirs() : new Told.Unknown();
    }

    private static IReadOnlyList<DueNotice> Due(CaseFile file)
    {
        var language = Languages.Parse(file.Current.Application.Language);
        return new NoticesOf(file.Current, file.Entries, code => CaseWords.PaperName(file, code, language), item => CaseWords.ReturnItem(file, item, language)).All();
    }

    private async Task<IReadOnlyList<Notice>> OfAsync(CaseFile file, DueNotice[] told, CancellationToken cancellation)
    {
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
}

/// <summary>Whether there is a message of that id for somebody.</summary>
internal abstract record Told
{
    public sealed record Here(Notice Notice) : Told;

    /// <summary>There was, and it is not theirs to read any more: the case moved to another conversation, or they act for the household no longer.</summary>
    public sealed record NotTheirs : Told;

    /// <summary>Nobody wrote it.</summary>
    public sealed record Unknown : Told;

    private Told()
    {
    }
}
