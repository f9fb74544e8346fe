using System.Text.RegularExpressions;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;

namespace OneVisit.Bot.Notices;

/// <summary>Asks the back office what a notice says. Whoever could write on the queue cannot make anybody read what is not so: it is told as the back office has it.</summary>
internal sealed partial class NoticeAsking(BackOffice office, ILogger<NoticeAsking> log)
{
    /// <returns>All of it; <c>null</c>: there is nothing to tell its reader any more.</returns>
    /// <exception cref="BackOfficeSilentException">It cannot be known now.</exception>
    /// <exception cref="BackOfficeBrokeException">The back office breaks on reading it.</exception>
    /// <exception cref="NobodysNoticeException">The back office did not write it.</exception>
    public async Task<Notice?> OfAsync(Notice notice, Speaker speaker, CancellationToken stop)
    {
        // What has not that shape is no address, and an answer to it would say nothing.
        if (!Ids().IsMatch(notice.NoticeId) || !Readers().IsMatch(notice.To)) throw new NobodysNoticeException();
        switch (await office.GetAsync<NoticeTelling>(speaker, Paths.MyNotice(notice.NoticeId), stop))
        {
            case Answer<NoticeTelling>.Got { Value: var telling }:
                return notice with { Kind = telling.Kind, CaseId = telling.CaseId, TaskId = telling.TaskId, Data = telling.Data };
            case Answer<NoticeTelling>.Refused { Problem.Code: ProblemCodes.NoticeGone or ProblemCodes.NotYours }:
                log.LogInformation("Notice {NoticeId} ({NoticeKind}) is not its reader's any more.", notice.NoticeId, notice.Kind);
                return null;
            case Answer<NoticeTelling>.Refused { Problem.Code: ProblemCodes.Erased }:
                log.LogInformation("What notice {NoticeId} ({NoticeKind}) is about was erased.", notice.NoticeId, notice.Kind);
                return null;
            // Of staff it may be that the directory has them no more.
            case Answer<NoticeTelling>.Refused { Problem.Code: ProblemCodes.NotSignedIn } when Speaker.IsStaffs(notice.To) && await AreBelievedAsync(stop):
                log.LogInformation("Notice {NoticeId} ({NoticeKind}) is for nobody of the staff any more.", notice.NoticeId, notice.Kind);
                return null;
            // Not believed: that is between the two programs, and no fault of the notice.
            case Answer<NoticeTelling>.Refused { Problem.Code: ProblemCodes.NotSignedIn }:
            // Also where a back office of the release before does not know the question yet, and says so in a word or with none.
            case Answer<NoticeTelling>.Silent or Answer<NoticeTelling>.Refused { Problem.Code: null or ProblemCodes.Unexpected or ProblemCodes.NoSuchAddress or ProblemCodes.OtherMethods }:
                throw new BackOfficeSilentException();
            case Answer<NoticeTelling>.Broke:
                throw new BackOfficeBrokeException();
            default:
                throw new NobodysNoticeException();
        }
    }

    /// <summary>One that was told before, to be told again in a new conversation.</summary>
    /// <returns><c>null</c>: there is nothing to tell its reader any more.</returns>
    /// <exception cref="BackOfficeSilentException">It cannot be known now.</exception>
    /// <exception cref="BackOfficeBrokeException">The back office breaks on reading it.</exception>
    public async Task<Notice?> AgainAsync(Notice notice, Speaker speaker, CancellationToken stop)
    {
        try
        {
            return await OfAsync(notice, speaker, stop);
        }
        catch (NobodysNoticeException)
        {
            return null;
        }
    }

    // Of nobody's account it says so to this program alone.
    private async Task<bool> AreBelievedAsync(CancellationToken stop) =>
        await office.GetAsync<StaffAccountView>(Speaker.Door, Paths.StaffAccount(Guid.Empty), stop) is Answer<StaffAccountView>.Got or Answer<StaffAccountView>.Refused { Problem.Code: ProblemCodes.NotFound };

    // {case or matter}.{entry}.{...}
    [GeneratedRegex(@"^[^.\p{C}]+\.[^.\p{C}]+\.\P{C}+\z")]
    private static partial Regex Ids();

    // As the back office takes names of people.
    [GeneratedRegex(@"^(resident|staff):[A-Za-z0-9_-]{1,128}\z")]
    private static partial Regex Readers();
}
