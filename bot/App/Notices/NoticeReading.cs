using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;

namespace OneVisit.Bot.Notices;

/// <summary>Reads what a notice says, as the back office has it now.</summary>
internal sealed class NoticeReading(BackOffice office, ILogger<NoticeReading> log)
{
    // Whoever could write on the queue cannot make anybody read this: it is told as the back office has it.
    /// <returns><c>null</c>: it is not its reader's any more.</returns>
    /// <exception cref="BackOfficeSilentException">It cannot be read now.</exception>
    /// <exception cref="BackOfficeBrokeException">The back office breaks on reading it.</exception>
    /// <exception cref="NobodysNoticeException">The back office did not write it.</exception>
    public async Task<Notice?> WholeAsync(Notice notice, Speaker speaker, CancellationToken stop)
    {
        if (!NoticeWords.AreAskedFor(notice)) return notice;
        // {case or matter}.{entry}.{...}: what has not that shape is no address, and an answer to it would say nothing.
        if (notice.NoticeId.Split('.', 3) is not [{ Length: > 0 }, { Length: > 0 }, { Length: > 0 }] || notice.NoticeId.Any(char.IsControl)) throw new NobodysNoticeException();
        switch (await office.GetAsync<NoticeTelling>(speaker, Paths.MyNotice(notice.NoticeId), stop))
        {
            case Answer<NoticeTelling>.Got { Value: var telling }:
                return notice with { Kind = telling.Kind, CaseId = telling.CaseId, TaskId = telling.TaskId, Data = telling.Data };
            case Answer<NoticeTelling>.Refused { Problem.Code: ProblemCodes.NoticeGone or ProblemCodes.NotYours }:
                log.LogInformation("Notice {NoticeId} ({NoticeKind}) is not its reader's any more.", notice.NoticeId, notice.Kind);
                return null;
            // Not believed: that is between the two programs, and no fault of the notice. Of staff it may be that the directory has them no more.
            case Answer<NoticeTelling>.Refused { Problem.Code: ProblemCodes.NotSignedIn } when !Speaker.IsStaffs(notice.To):
            // Also where a back office of the release before does not know the question yet.
            case Answer<NoticeTelling>.Silent or Answer<NoticeTelling>.Refused { Problem.Code: null or ProblemCodes.Unexpected }:
                throw new BackOfficeSilentException();
            case Answer<NoticeTelling>.Broke:
                throw new BackOfficeBrokeException();
            default:
                throw new NobodysNoticeException();
        }
    }

    /// <summary>One that was told before, to be told again in a new conversation.</summary>
    /// <returns><c>null</c>: it is not its reader's any more.</returns>
    /// <exception cref="BackOfficeSilentException">It cannot be read now.</exception>
    /// <exception cref="BackOfficeBrokeException">The back office breaks on reading it.</exception>
    public async Task<Notice?> AgainAsync(Notice notice, Speaker speaker, CancellationToken stop)
    {
        try
        {
            return await WholeAsync(notice, speaker, stop);
        }
        catch (NobodysNoticeException)
        {
            // Erased since: there is nothing left to say of it.
            return null;
        }
    }
}
