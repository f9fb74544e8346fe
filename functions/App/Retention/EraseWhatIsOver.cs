using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using OneVisit.Domain.Calendars;

namespace OneVisit.Functions.Retention;

/// <summary>Every ten minutes after three in the morning until the night's work is done: what is over is erased. After the audit, which begins at two.</summary>
public sealed class EraseWhatIsOver(ErasingDesk desk, TimeProvider clock)
{
    private const int QuietFrom = 3;

    [Function(nameof(EraseWhatIsOver))]
    public async Task Run([TimerTrigger("45 5/10 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        if (clock.GetUtcNow() >= BeijingTime.StartOf(clock.Today()).AddHours(QuietFrom))
            await desk.GoOnAsync(process, cancellation);
    }
}
