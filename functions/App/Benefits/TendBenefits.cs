using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Domain.Calendars;
using OneVisit.Storage;

namespace OneVisit.Functions.Benefits;

/// <summary>Every five minutes: benefits whose time has come are put on the township's desk, and decided changes fall on what is drawn.</summary>
public sealed class TendBenefits(BenefitBook book, BenefitDesk desk, TimeProvider clock, ILogger<TendBenefits> logger)
{
    [Function(nameof(TendBenefits))]
    public async Task Run([TimerTrigger("45 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        foreach (var caseId in await book.ChangesAsync(cancellation))
            await CarefullyAsync(caseId, () => desk.ApplyAsync(caseId, process, cancellation), cancellation);
        foreach (var (caseId, noted) in await book.DueAsync(BeijingTime.DayOf(clock.GetUtcNow()), cancellation))
            await CarefullyAsync(caseId, () => desk.LookAgainAsync(caseId, noted, process, cancellation), cancellation);
    }

    // The others do not wait for this one; the next round tries it again.
    private async Task CarefullyAsync(string caseId, Func<Task> look, CancellationToken cancellation)
    {
        try
        {
            await look();
        }
        catch (Exception trouble) when (!cancellation.IsCancellationRequested)
        {
            logger.LogError(trouble, "The benefit of {CaseId} could not be looked after", caseId);
        }
    }
}
