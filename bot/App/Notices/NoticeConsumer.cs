using OneVisit.Storage;

namespace OneVisit.Bot.Notices;

/// <summary>Brings the notices on the queue to people: at least once to the bot, once to the person.</summary>
internal sealed class NoticeConsumer(NoticeQueue queue, SeenNotices seen, NoticeDelivery delivery, NoticePace pace, ILogger<NoticeConsumer> log) : BackgroundService
{
    private const int Batch = 32;
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await RoundAsync(stoppingToken);
            if (pause > TimeSpan.Zero) await Task.Delay(pause, stoppingToken);
        }
    }

    /// <summary>One batch. What is in hand is finished even when the program is stopping.</summary>
    /// <returns>How long to wait before the next.</returns>
    private async Task<TimeSpan> RoundAsync(CancellationToken stop)
    {
        try
        {
            var received = await queue.ReceiveAsync(Batch, Hidden, stop);
            var well = await Task.WhenAll(received.GroupBy(notice => notice.Notice.To).Select(person => TellInOrderAsync([.. person], stop)));
            return well.All(fine => fine) ? (received.Count == 0 ? pace.Idle : TimeSpan.Zero) : pace.Trouble;
        }
        catch (StorageUnavailableException)
        {
            return pace.Trouble;
        }
        catch (Exception broken) when (broken is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            log.LogError("Notices could not be read: {Kind}", broken.GetType().FullName);
            return pace.Trouble;
        }
    }

    private async Task<bool> TellInOrderAsync(IReadOnlyList<ReceivedNotice> notices, CancellationToken stop)
    {
        ReceivedNotice[] inOrder = [.. notices.OrderBy(received => received.Notice.At)];
        for (var next = 0; next < inOrder.Length; next++)
        {
            if (await TellAsync(inOrder[next], stop)) continue;
            await PutBackAsync(inOrder[next..]);
            return false;
        }
        return true;
    }

    /// <returns><c>false</c>: the office or the store is silent, which is no failure of the notice.</returns>
    private async Task<bool> TellAsync(ReceivedNotice received, CancellationToken stop)
    {
        var notice = received.Notice;
        using var scope = log.BeginScope(new Dictionary<string, object> { ["CaseId"] = notice.CaseId });
        using var span = Operations.Telemetry.Source.StartActivity("notice", System.Diagnostics.ActivityKind.Consumer, notice.TraceParent);
        try
        {
            if (!await seen.HasAsync(notice.NoticeId, CancellationToken.None))
            {
                await delivery.TellAsync(notice, stop);
                await seen.NoteAsync(notice.NoticeId, CancellationToken.None);
            }
            await queue.DeleteAsync(received, CancellationToken.None);
            return true;
        }
        catch (Exception silence) when (silence is StorageUnavailableException or BackOfficeSilentException)
        {
            log.LogWarning("Notice {NoticeId} ({NoticeKind}) waits: {Silence}", notice.NoticeId, notice.Kind, silence.GetType().FullName);
            return false;
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            log.LogWarning("Notice {NoticeId} ({NoticeKind}) was not told, try {Tries}: {Trouble}", notice.NoticeId, notice.Kind, received.Tries, trouble.GetType().FullName);
            await PostponeAsync(received);
            return true;
        }
    }

    // As copies that nobody has tried yet: the queue counts every taking, and puts aside what was taken too often. First the copy, then the
    // deletion: broken off in between, a notice is there twice, and is known by its id.
    private async Task PutBackAsync(IEnumerable<ReceivedNotice> waiting)
    {
        try
        {
            foreach (var received in waiting)
            {
                await queue.SendAsync(received.Notice, CancellationToken.None);
                await queue.DeleteAsync(received, CancellationToken.None);
            }
        }
        catch (StorageUnavailableException)
        {
            // Those not put back show themselves again by their own time.
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
            // Nothing to add: it is hidden for two minutes at most.
        }
    }
}

/// <summary>How fast notices are read.</summary>
/// <param name="Idle">Between two looks at an empty queue.</param>
/// <param name="Trouble">After something did not work.</param>
/// <param name="Postponed">A notice that failed once; twice as long after each further time.</param>
internal sealed record NoticePace(TimeSpan Idle, TimeSpan Trouble, TimeSpan Postponed)
{
    public static NoticePace Usual { get; } = new(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
}

/// <summary>The back office did not answer; the notice is told later.</summary>
internal sealed class BackOfficeSilentException() : Exception("The back office does not answer.");
