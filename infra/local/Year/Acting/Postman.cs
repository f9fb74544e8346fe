using OneVisit.Domain.Calendars;
using OneVisit.Storage;

namespace OneVisit.Local.Year.Acting;

/// <summary>Brings messages from the queue to their readers, as the bot does in the city.</summary>
internal sealed class Postman(NoticeQueue queue, Told told, TimeProvider clock)
{
    private const int AtOnce = 32;

    /// <summary>Brings everything that waits.</summary>
    public async Task RoundAsync(CancellationToken stop)
    {
        var today = clock.Today();
        while (await queue.ReceiveAsync(AtOnce, cancellation: stop) is { Count: > 0 } bag)
        {
            foreach (var received in bag)
                told.Hear(received.Notice, today);
            await Task.WhenAll(bag.Select(received => queue.DeleteAsync(received, stop)));
        }
    }
}
