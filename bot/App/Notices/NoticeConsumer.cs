using OneVisit.Storage;

namespace OneVisit.Bot.Notices;

/// <summary>Brings the notices on the queue to people, in batches: those of one person in order, those of several side by side.</summary>
internal sealed class NoticeConsumer(NoticeQueue queue, NoticeTeller teller, NoticePace pace, IHostApplicationLifetime lifetime, ILogger<NoticeConsumer> log) : BackgroundService
{
    private const int Batch = 32;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host closes its doors before it comes to this reader: nothing is begun any more that might need them.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        using var hurry = new CancellationTokenSource();
        await using var stops = stop.Token.Register(() => hurry.CancelAfter(pace.Grace));
        while (!stop.IsCancellationRequested)
        {
            var pause = await RoundAsync(stop.Token, hurry.Token);
            if (pause > TimeSpan.Zero) await Task.Delay(pause, stop.Token);
        }
    }

    /// <summary>One batch. When the program is stopping, what is being told is finished; the rest of the batch is on the queue again.</summary>
    /// <returns>How long to wait before the next.</returns>
    private async Task<TimeSpan> RoundAsync(CancellationToken stop, CancellationToken hurry)
    {
        try
        {
            var received = await queue.ReceiveAsync(Batch, pace.Hidden, stop);
            var hidden = TimeProvider.System.GetTimestamp();
            var well = await Task.WhenAll(received.GroupBy(notice => notice.Notice.To).Select(person => TellInOrderAsync([.. person], hidden, stop, hurry)));
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

    /// <param name="hidden">Since when they are hidden from other readers.</param>
    private async Task<bool> TellInOrderAsync(IReadOnlyList<ReceivedNotice> notices, long hidden, CancellationToken stop, CancellationToken hurry)
    {
        ReceivedNotice[] rest = [.. notices.OrderBy(received => received.Notice.At)];
        while (rest.Length > 0)
        {
            // Telling one takes half of the time at most, so none of the rest shows itself to others meanwhile.
            if (TimeProvider.System.GetElapsedTime(hidden) > pace.Hidden / 2)
                (rest, hidden) = (await KeepAsync(rest), TimeProvider.System.GetTimestamp());
            if (rest.Length == 0) break;
            if (stop.IsCancellationRequested || !await teller.TellAsync(rest[0], stop, hurry))
            {
                await PutBackAsync(rest);
                return false;
            }
            rest = rest[1..];
        }
        return true;
    }

    private async Task<ReceivedNotice[]> KeepAsync(IEnumerable<ReceivedNotice> notices)
    {
        var kept = await Task.WhenAll(notices.Select(received => queue.KeepAsync(received, pace.Hidden, CancellationToken.None)));
        return [.. kept.OfType<ReceivedNotice>()];
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
}
