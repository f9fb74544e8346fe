using System.Collections.Concurrent;
using OneVisit.Storage;

namespace OneVisit.Bot.Notices;

/// <summary>Tells one notice in hand, at least once to the bot, once to the person, and settles it with the queue.</summary>
internal sealed class NoticeTeller(NoticeQueue queue, SeenNotices seen, NoticeDelivery delivery, NoticePace pace, TimeProvider clock, ILogger<NoticeTeller> log)
{
    // Clocks of two machines may differ by so much.
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    private readonly DateTimeOffset born = clock.GetUtcNow();

    // Begun in this program, and not known to be told: the store fell silent in between.
    private readonly ConcurrentDictionary<string, bool> begun = new(StringComparer.Ordinal);

    /// <param name="stop">The program is stopping: what fails now is no failure of the notice.</param>
    /// <param name="hurry">It cannot wait any longer.</param>
    /// <returns><c>false</c>: it was not told and that is no failure of its own; the office or the store is silent, or the program is stopping.</returns>
    public async Task<bool> TellAsync(ReceivedNotice received, CancellationToken stop, CancellationToken hurry)
    {
        var notice = received.Notice;
        using var scope = log.BeginScope(new Dictionary<string, object> { ["CaseId"] = notice.CaseId });
        using var span = Operations.Telemetry.Source.StartActivity("notice", System.Diagnostics.ActivityKind.Consumer, notice.TraceParent);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(hurry);
        limit.CancelAfter(pace.Hidden / 2);
        try
        {
            if (!await seen.HasAsync(notice.NoticeId, CancellationToken.None))
            {
                // Told, perhaps, by a program that lost its power before it could note so: the notice was taken before, or is older than this
                // program; the back office, cut off itself, may have sent it a second time, and that copy was never taken.
                var inDoubt = !begun.TryAdd(notice.NoticeId, true) || received.Tries > 1 || notice.At < born + Apart;
                // What its reader lost before it was told may be theirs again, and is told then.
                if (await delivery.TellAsync(notice, inDoubt, limit.Token)) await seen.NoteAsync(notice.NoticeId, CancellationToken.None);
            }
            begun.TryRemove(notice.NoticeId, out _);
            await queue.DeleteAsync(received, CancellationToken.None);
            return true;
        }
        catch (Exception silence) when (silence is StorageUnavailableException or BackOfficeSilentException or ChannelSilentException || stop.IsCancellationRequested)
        {
            log.LogWarning("Notice {NoticeId} ({NoticeKind}) waits: {Silence}", notice.NoticeId, notice.Kind, silence.GetType().FullName);
            return false;
        }
        catch (Exception trouble)
        {
            log.LogWarning("Notice {NoticeId} ({NoticeKind}) was not told, try {Tries}: {Trouble}", notice.NoticeId, notice.Kind, received.Tries, trouble.GetType().FullName);
            await PostponeAsync(received);
            return true;
        }
    }

    // 5, 10, 20, 40 s, unless told otherwise: five tries span more than a minute. Should this fail too, the notice shows itself again by its own time.
    private async Task PostponeAsync(ReceivedNotice received)
    {
        try
        {
            await queue.PostponeAsync(received, pace.Postponed * Math.Pow(2, received.Tries - 1), CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            // Nothing to add: it is hidden for half a minute at most.
        }
    }
}
