using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Storage;

namespace OneVisit.Functions.Oversight;

/// <summary>
/// Every five minutes, over what is open in supervision: reminders, escalations, suspensions that begin or end, and whatever broke off between a journal
/// and what follows from it. Limits here are days, so minutes do not matter; a process for each matter would only be one more thing to lose.
/// </summary>
public sealed class TendMatters(
    OversightBook book, SupervisionJournal journal, MatterCabinet matters, MatterPublisher publisher, Draws draws, Points points, TimeProvider clock, ILogger<TendMatters> logger)
{
    [Function(nameof(TendMatters))]
    public async Task Run([TimerTrigger("30 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        foreach (var open in await book.ListOpenAsync(cancellation))
        {
            try
            {
                await TendAsync(open, process, cancellation);
            }
            catch (Exception trouble) when (!cancellation.IsCancellationRequested)
            {
                // The others do not wait for this one; the next round tries it again.
                logger.LogError(trouble, "{Matter} could not be looked after", open.Id);
            }
        }
    }

    private async Task TendAsync(OpenMatter open, DurableTaskClient process, CancellationToken cancellation)
    {
        var isDue = open.NextAlarm <= clock.GetUtcNow();
        if (MatterNumber.IsPoint(open.Id))
        {
            if (isDue)
                await points.FollowAsync(Offices.Id(OfficeLevel.Township, open.Id[3..]), process, cancellation);
            return;
        }
        if (MatterNumber.IsDraw(open.Id))
        {
            if (await draws.FindAsync(open.Id, cancellation) is { } draw)
                await draws.OpenReviewsAsync(draw, process, cancellation);
            return;
        }
        if (!isDue && await journal.VersionAsync(open.Id, cancellation) == open.Version)
            return;
        if (await matters.ActAsync(open.Id, (file, _, now) => MatterDecisions.Tick(file.Current, now), cancellation) is MatterActed.Done done)
            await publisher.PublishAsync(done.File, process, cancellation);
    }
}
