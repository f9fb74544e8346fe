using Microsoft.Bot.Builder;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Conversation;
using OneVisit.Storage;

namespace OneVisit.Bot.Notices;

/// <summary>Tells one notice to its person, in their conversation and language.</summary>
internal sealed class NoticeDelivery(AddressBook addresses, ToldBefore before, Proactive proactive, TurnRunner runner, BackOffice office, CardBook cards, ILogger<NoticeDelivery> log)
{
    private static readonly string[] WithTask = 
    [
        NoticeKinds.TaskOpened, NoticeKinds.TaskClosed, NoticeKinds.TaskReminder, NoticeKinds.TaskEscalated, NoticeKinds.TaskChanged, NoticeKinds.TaskResumed, NoticeKinds.DeemedAccepted, NoticeKinds.TaskNews,
    ];

    /// <param name="inDoubt">An earlier try may have told it: what of it stands in the conversation is not said again.</param>
    /// <exception cref="BackOfficeSilentException">What belongs to the notice cannot be read now.</exception>
    /// <exception cref="ChannelSilentException">Whether it was told cannot be read now.</exception>
    /// <exception cref="BackOfficeBrokeException">The back office breaks on reading it.</exception>
    /// <exception cref="NobodysNoticeException">The back office did not write it.</exception>
    public async Task TellAsync(Notice notice, bool inDoubt, CancellationToken stop)
    {
        if (await addresses.FindAsync(notice.To, stop) is not { } reference)
        {
            // Never opened the chat: staff see all their open work when they do.
            log.LogInformation("Nobody to tell notice {NoticeId} ({NoticeKind}) to.", notice.NoticeId, notice.Kind);
            return;
        }
        if (notice.Kind is NoticeKinds.TaskClosed or NoticeKinds.TaskChanged && await cards.FindAsync(notice.To, notice.CaseId, notice.TaskId!, stop) is null) return;
        var said = inDoubt ? await before.FindAsync(reference, notice.NoticeId, stop) : [];
        if (!await proactive.RunAsync(reference, (turn, token) => TurnAsync(turn, notice, said, token), stop))
            log.LogWarning("The channel has no such conversation any more for notice {NoticeId}.", notice.NoticeId);
    }

    private Task TurnAsync(ITurnContext turn, Notice notice, IReadOnlyList<string> said, CancellationToken stop)
    {
        turn.TurnState.Add(new NoticeMark(notice.NoticeId, said));
        return runner.RunAsync(turn, (_, speaker, limit) => HeardAsync(notice, speaker, limit), stop);
    }

    private async Task<Heard?> HeardAsync(Notice notice, Speaker speaker, CancellationToken stop)
    {
        // The conversation is another's by now: an account that went to somebody else, and was spoken from before this came.
        if (speaker.Participant != notice.To) return null;
        if ((NoticeWords.AreAskedFor(notice) ? await WholeAsync(notice, speaker, stop) : notice) is not { } whole) return null;
        var task = notice.TaskId is { } taskId && WithTask.Contains(notice.Kind) ? await ReadAsync(speaker, Paths.Task(notice.CaseId, taskId), stop) : null;
        return new Heard.Noticed(whole, task);
    }

    // Whoever could write on the queue cannot make anybody read this: it is told as the back office has it.
    private async Task<Notice?> WholeAsync(Notice notice, Speaker speaker, CancellationToken stop)
    {
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

    private async Task<TaskView?> ReadAsync(Speaker speaker, string route, CancellationToken stop) => await office.GetAsync<TaskView>(speaker, route, stop) switch
    {
        Answer<TaskView>.Got { Value: var value } => value,
        Answer<TaskView>.Silent => throw new BackOfficeSilentException(),
        Answer<TaskView>.Broke => throw new BackOfficeBrokeException(),
        _ => null,
    };
}
