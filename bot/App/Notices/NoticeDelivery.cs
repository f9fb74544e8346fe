using Microsoft.Bot.Builder;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Conversation;
using OneVisit.Storage;

namespace OneVisit.Bot.Notices;

/// <summary>Tells one notice to its person, in their conversation and language.</summary>
internal sealed class NoticeDelivery(AddressBook addresses, ToldBefore before, Proactive proactive, TurnRunner runner, NoticeReading reading, BackOffice office, CardBook cards, ILogger<NoticeDelivery> log)
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
        if (await reading.WholeAsync(notice, speaker, stop) is not { } whole) return null;
        var task = notice.TaskId is { } taskId && WithTask.Contains(notice.Kind) ? await ReadAsync(speaker, Paths.Task(notice.CaseId, taskId), stop) : null;
        return new Heard.Noticed(whole, task);
    }

    private async Task<TaskView?> ReadAsync(Speaker speaker, string route, CancellationToken stop) => await office.GetAsync<TaskView>(speaker, route, stop) switch
    {
        Answer<TaskView>.Got { Value: var value } => value,
        Answer<TaskView>.Silent => throw new BackOfficeSilentException(),
        Answer<TaskView>.Broke => throw new BackOfficeBrokeException(),
        _ => null,
    };
}
