using OneVisit.Domain.Calendars;
using OneVisit.Storage;

namespace OneVisit.Local.Year.Acting;

/// <summary>
/// Brings messages from the queue to their readers. The bot deletes each when it has told it; here nobody else reads, so that a round, once it is over,
/// is deleted with one request.
/// </summary>
internal sealed class Postman(NoticeQueue queue, OneVisitStorage storage, Told told, TimeProvider clock)
{
    private const int AtOnce = 32;

    // Longer than a round takes.
    private static readonly TimeSpan InHand = TimeSpan.FromMinutes(10);

    /// <summary>Brings everything that waits.</summary>
    public async Task RoundAsync(CancellationToken stop)
    {
        var today = clock.Today();
        var any = false;
        while (await queue.ReceiveAsync(AtOnce, InHand, stop) is { Count: > 0 } bag)
        {
            any = true;
            foreach (var received in bag)
                told.Hear(received.Notice, today);
            if (bag.Count < AtOnce)
                break;
        }
        if (any)
            await storage.Queue(Names.Notices).ClearMessagesAsync(stop);
    }
}
