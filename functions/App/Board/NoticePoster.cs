using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Board;

/// <summary>Makes the village's board agree with a case's journal: what hangs is on it, what does not is not. Called again it does the same again.</summary>
public sealed class NoticePoster(NoticeBoard board, PersonalData personal)
{
    /// <param name="after">Journal entries up to this one were followed before; 0 makes everything anew.</param>
    public async Task FollowAsync(CaseFile file, int after, CancellationToken cancellation)
    {
        if (!file.Entries.Any(entry => entry.Sequence > after && Matters(entry.Event)))
            return;
        var current = file.Current;
        var sheet = NoticeSheet.Of(current, file.Procedure);
        if (sheet is null && after > 0 && HungNothing(file, after))
            return;
        foreach (var (sequence, posted) in file.Entries.Where(entry => entry.Event is PublicNoticeOpened).Select(entry => (entry.Sequence, (PublicNoticeOpened)entry.Event)))
        {
            var number = NumberOf(current, posted.Round);
            if (sheet is not null && posted.Round == current.Notice!.Round)
                await board.PutAsync(new PostedNotice(number, current.Applicant.VillageCode, current.CaseId, posted.Round, sheet), cancellation);
            else if (posted.Round == current.Notice!.Round && TakeDownCauses.IsOfTheCity(current.Notice.TakenDownFor))
                await board.TakeDownAsync(current.Applicant.VillageCode, number, posted.Until, cancellation);
            else if (sequence > after || posted.Round == current.Notice!.Round)
                await board.RemoveAsync(current.Applicant.VillageCode, number, cancellation);
        }
    }

    // It came down when that was followed, and nothing was hung since.
    private static bool HungNothing(CaseFile file, int after) =>
        NoticeSheet.Of(Case.Of(file.Entries.Take(after)), file.Procedure) is null && !file.Entries.Skip(after).Any(entry => entry.Event is PublicNoticeOpened);

    /// <summary>The number that stands on a case's notice of a round: the same before it is posted, while it hangs and after.</summary>
    public string NumberOf(Case current, int round)
    {
        var opened = OpenedAt(current, round);
        return NoticeNumber.Of(BeijingTime.DayOf(opened), personal.NoticeSecret(current.CaseId, round, opened));
    }

    /// <summary>The number under which it hung, for who tells what was.</summary>
    /// <returns><c>null</c>: it was made with a look-up key that is gone.</returns>
    public string? NumberThen(Case current, int round) => personal.IsNoticeForgotten(OpenedAt(current, round)) ? null : NumberOf(current, round);

    private static DateTimeOffset OpenedAt(Case current, int round) => current.Tasks.First(task => task.Kind == StageKind.Notice && task.Round == round).OpenedAt;

    private static bool Matters(CaseEvent happened) =>
        happened is PublicNoticeOpened or PublicNoticeEnded or NoticeTakenDown or ReturnedForCorrection or Reopened or Decided or Closed;
}
