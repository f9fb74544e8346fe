using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Process;

namespace OneVisit.Local.Year.Books;

/// <summary>Notices in the village, and messages to people.</summary>
internal static class Notices
{
    public static IEnumerable<string> LeftHanging(YearBooks books)
    {
        foreach (var file in books.Files)
        {
            foreach (var opened in file.Entries.Where(entry => entry.Event is PublicNoticeOpened))
            {
                var notice = (PublicNoticeOpened)opened.Event;
                var ended = file.Entries.FirstOrDefault(entry => entry.Sequence > opened.Sequence && entry.Event is PublicNoticeEnded end && (end.TaskId, end.Round) == (notice.TaskId, notice.Round));
                var taken = file.Entries.Any(entry => entry.Sequence > opened.Sequence && entry.Event is NoticeTakenDown down && (down.TaskId, down.Round) == (notice.TaskId, notice.Round));
                if (ended is null && !taken && notice.EndsAt <= books.Now)
                    yield return $"{file.CaseId}: still hangs, though its last day was {notice.Until:yyyy-MM-dd}";
                else if (ended is not null && ended.At < notice.EndsAt)
                    yield return $"{file.CaseId}: taken down before its last day, {notice.Until:yyyy-MM-dd}, was over";
                else if (ended is not null && BeijingTime.DayOf(ended.At) > notice.Until.AddDays(1))
                    yield return $"{file.CaseId}: hung until {BeijingTime.DayOf(ended.At):yyyy-MM-dd}, though its last day was {notice.Until:yyyy-MM-dd}";
            }
        }
    }

    /// <summary>What hangs on the boards of villages is what the journals say that hangs.</summary>
    public static IEnumerable<string> BoardsThatDiffer(YearBooks books)
    {
        var due = books.Files.Where(file => file.Current.Notice is { IsHanging: true }).Select(file => $"{file.CaseId} round {file.Current.Notice!.Round}").ToHashSet(StringComparer.Ordinal);
        var hung = books.Board.Select(notice => $"{notice.CaseId} round {notice.Round}").ToHashSet(StringComparer.Ordinal);
        return due.Except(hung).Order(StringComparer.Ordinal).Select(missing => $"{missing}: not on its village's board")
            .Concat(hung.Except(due).Order(StringComparer.Ordinal).Select(extra => $"{extra}: still on its village's board"));
    }

    /// <summary>What the journals of cases say that people are told is what reached them; of nothing, whatever it is about, came a second copy that the store did not ask for.</summary>
    public static IEnumerable<string> ToldOtherwise(YearBooks books)
    {
        var due = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in books.Files)
        {
            foreach (var notice in new NoticesOf(file.Current, file.Entries, code => code, item => item).All())
                due.UnionWith(ReadersOf(file, notice, books).Select(participant => NoticeReaders.IdOf(file.Current, notice, participant)));
        }
        foreach (var untold in due.Where(id => !books.Told.Times.ContainsKey(id)).Order(StringComparer.Ordinal))
            yield return $"{untold}: never arrived";
        // At least once: a copy that the store took and did not confirm in time was rightly sent again, and the bot drops the second by its id.
        var again = books.Told.Times.Where(told => told.Value > 1).OrderBy(told => told.Key, StringComparer.Ordinal).ToArray();
        if (again.Sum(told => told.Value - 1) > books.City.Tally.UnansweredPosts)
        {
            foreach (var (id, times) in again)
                yield return $"{id}: arrived {times} times";
        }
        foreach (var odd in books.Told.Times.Keys.Where(id => CaseNumber.IsOne(id.Split('.')[0]) && !due.Contains(id)).Order(StringComparer.Ordinal))
            yield return $"{odd}: arrived, and no journal says so";
    }

    private static IEnumerable<string> ReadersOf(CaseFile file, DueNotice notice, YearBooks books) => NoticeReaders.Of(
        file, notice, notice.To is Addressee.Post post ? books.People.Holders(post.Role, post.Office).Select(member => member.Participant) : []);
}
