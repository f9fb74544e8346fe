using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.State;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Conversation;
using OneVisit.Domain;
using OneVisit.Storage;

namespace OneVisit.Bot.Notices;

/// <summary>Tells one notice to its person, in their conversation and language.</summary>
internal sealed class NoticeDelivery(AddressBook addresses, ToldBefore before, Proactive proactive, TurnRunner runner, BackOffice office, NoticeAsking words, CardBook cards, TalkBook talks, ILogger<NoticeDelivery> log)
{
    private const int MostTries = 5;

    private static readonly string[] WithTask =
    [
        NoticeKinds.TaskOpened, NoticeKinds.TaskClosed, NoticeKinds.TaskReminder, NoticeKinds.TaskEscalated, NoticeKinds.TaskChanged, NoticeKinds.TaskResumed, NoticeKinds.DeemedAccepted, NoticeKinds.TaskNews,
    ];

    /// <param name="inDoubt">An earlier try may have told it: what of it stands in the conversation is not said again.</param>
    /// <returns><c>false</c>: it is not its reader's any more, or not now; should it ever be again, it may be told then.</returns>
    /// <exception cref="BackOfficeSilentException">What belongs to the notice cannot be read now.</exception>
    /// <exception cref="ChannelSilentException">Whether it was told cannot be read now.</exception>
    /// <exception cref="BackOfficeBrokeException">The back office breaks on reading it.</exception>
    /// <exception cref="NobodysNoticeException">The back office did not write it.</exception>
    public async Task<bool> TellAsync(Notice notice, bool inDoubt, CancellationToken stop)
    {
        var reference = await addresses.FindAsync(notice.To, stop);
        if (reference is not null && await IsClosedAsync(reference, notice.To, stop))
        {
            var teams = await addresses.FindInTeamsAsync(notice.To, stop);
            // What no task of theirs tells again waits, and is told when they are at a page; it may be that they are by now.
            if (teams is null && notice.TaskId is null)
            {
                if (await WaitsAsync(notice, reference, stop)) return false;
            }
            else
            {
                reference = teams;
            }
        }
        if (reference is null)
        {
            // Of a household that never opened the chat the case may be in a conversation by now: then the back office sends it there. Staff see all their open work when they do.
            if (!Speaker.IsStaffs(notice.To) && await words.OfAsync(notice, new Speaker(notice.To, Language.Chinese), stop) is null) return false;
            log.LogInformation("Nobody to tell notice {NoticeId} ({NoticeKind}) to.", notice.NoticeId, notice.Kind);
            return true;
        }
        if (notice.Kind is NoticeKinds.TaskClosed or NoticeKinds.TaskChanged && await cards.FindAsync(notice.To, notice.CaseId, notice.TaskId!, stop) is null) return true;
        var said = inDoubt ? await before.FindAsync(reference, notice.NoticeId, stop) : [];
        var told = new Told();
        if (!await proactive.RunAsync(reference, (turn, token) => TurnAsync(turn, notice, said, told, token), stop))
            log.LogWarning("The channel has no such conversation any more for notice {NoticeId}.", notice.NoticeId);
        return !told.IsGone;
    }

    // Who signed out of the pages, or whose sign-in is over, is told nothing there: somebody else may be looking.
    private async Task<bool> IsClosedAsync(ConversationReference newest, string participant, CancellationToken stop) =>
        newest is { ChannelId: ChatLines.Channel, User.Id.Length: > 0 } && Speaker.IsStaffs(participant)
        && !(await talks.FindAsync(newest.ChannelId, newest.User.Id, stop)).Talk.IsOpenIn(newest.Conversation.Id, TimeProvider.System.GetUtcNow());

    /// <returns><c>false</c>: they are at a page again.</returns>
    private async Task<bool> WaitsAsync(Notice notice, ConversationReference reference, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            var kept = await talks.FindAsync(reference.ChannelId, reference.User.Id, stop);
            if (kept.Talk.IsOpenIn(reference.Conversation.Id, TimeProvider.System.GetUtcNow())) return false;
            try
            {
                await talks.WriteAsync(kept, kept.Talk.HavingToWait(NoticeWords.Without(notice)), stop);
                return true;
            }
            catch (StateChangedException) when (tries < MostTries)
            {
                // A turn of theirs was faster: look again.
            }
        }
    }

    private Task TurnAsync(ITurnContext turn, Notice notice, IReadOnlyList<string> said, Told told, CancellationToken stop)
    {
        turn.TurnState.Add(new NoticeMark(notice.NoticeId, said));
        return runner.RunAsync(turn, async (_, speaker, limit) =>
        {
            // The conversation is another's by now: an account that went to somebody else, and was spoken from before this came.
            if (speaker.Participant != notice.To) return null;
            var heard = await HeardAsync(notice, speaker, limit);
            told.IsGone = heard is null;
            return heard;
        }, stop);
    }

    private async Task<Heard?> HeardAsync(Notice notice, Speaker speaker, CancellationToken stop)
    {
        if (!NoticeWords.AreAskedFor(notice))
        {
            if (await TaskOfAsync(notice, speaker, stop) is { } shown) return new Heard.Noticed(notice, shown);
            // The card itself goes; a task that is not theirs is nothing to tell of, unless the back office says so.
            if (notice.Kind != NoticeKinds.TaskOpened) return new Heard.Noticed(notice, null);
        }
        return await words.OfAsync(notice, speaker, stop) is { } whole ? new Heard.Noticed(whole, await TaskOfAsync(whole, speaker, stop)) : null;
    }

    private async Task<TaskView?> TaskOfAsync(Notice notice, Speaker speaker, CancellationToken stop) => notice.TaskId is not { } taskId || !WithTask.Contains(notice.Kind) ? null
        : await office.GetAsync<TaskView>(speaker, Paths.Task(notice.CaseId, taskId), stop) switch
        {
            Answer<TaskView>.Got { Value: var value } => value,
            Answer<TaskView>.Silent => throw new BackOfficeSilentException(),
            Answer<TaskView>.Broke => throw new BackOfficeBrokeException(),
            _ => null,
        };

    /// <summary>What came of a turn.</summary>
    private sealed class Told
    {
        public bool IsGone { get; set; }
    }
}
