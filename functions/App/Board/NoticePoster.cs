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
            var hangs = sheet is not null && posted.Round == current.Notice!.Round;
            // Where neither journal nor key tells it, the board does; what is not there was taken from it before.
            if ((NumberThen(current, posted) ?? await board.NumberOfAsync(current.Applicant.VillageCode, current.CaseId, posted.Round, cancellation) ?? (hangs ? NumberOf(current, posted.Round) : null)) is not { } number)
                continue;
            if (hangs)
                await board.PutAsync(new PostedNotice(number, current.Applicant.VillageCode, current.CaseId, posted.Round, sheet!) { NeedsNoKey = ToldIn(posted) is not null }, cancellation);
            else if (posted.Round == current.Notice!.Round && TakeDownCauses.IsOfTheCity(current.Notice.TakenDownFor))
                await board.TakeDownAsync(current.Applicant.VillageCode, number, posted.Until, cancellation);
            else if (sequence > after || posted.Round == current.Notice!.Round)
                await board.RemoveAsync(current.Applicant.VillageCode, number, cancellation);
        }
    }

    // It came down when that was followed, and nothing was hung since.
    private static bool HungNothing(CaseFile file, int after) =>
        NoticeSheet.Of(Case.Of(file.Entries.Take(after)), file.Procedure) is null && !file.Entries.Skip(after).Any(entry => entry.Event is PublicNoticeOpened);

    /// <summary>Notes in what was decided the number of a notice that is posted by it.</summary>
    public Decision Numbered(Case current, Decision decision) => decision is Decision.Accepted accepted
        ? accepted with { Events = [.. accepted.Events.Select(happened => happened is PublicNoticeOpened posted ? posted with { Number = NumberOf(current, posted.Round) } : happened)] }
        : decision;

    /// <summary>The number for a case's notice of a round that is not posted yet, or was posted before journals told it: as long as the look-up key of its time is there, the same.</summary>
    public string NumberOf(Case current, int round)
    {
        var opened = OpenedAt(current, round);
        return NoticeNumber.Of(BeijingTime.DayOf(opened), personal.NoticeSecretAt(current.CaseId, round, opened) ?? personal.NoticeSecrets(current.CaseId, round)[0]);
    }

    /// <summary>The number under which it hangs or hung, for who tells what was.</summary>
    /// <returns><c>null</c>: its journal does not tell it, and it was made with a look-up key that is gone.</returns>
    public string? NumberThen(Case current, PublicNoticeOpened posted) =>
        ToldIn(posted) ?? (personal.NoticeSecretAt(current.CaseId, posted.Round, OpenedAt(current, posted.Round)) is null ? null : NumberOf(current, posted.Round));

    // Empty where the data key is gone.
    private static string? ToldIn(PublicNoticeOpened posted) => posted.Number is { Length: > 0 } told ? told : null;

    private static DateTimeOffset OpenedAt(Case current, int round) => current.Tasks.First(task => task.Kind == StageKind.Notice && task.Round == round).OpenedAt;

    private static bool Matters(CaseEvent happened) =>
        happened is PublicNoticeOpened or PublicNoticeEnded or NoticeTakenDown or ReturnedForCorrection or Reopened or Decided or Closed;
}
