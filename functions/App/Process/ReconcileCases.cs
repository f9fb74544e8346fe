using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Storage;

namespace OneVisit.Functions.Process;

/// <summary>
/// Every five minutes: a case whose process is gone gets it back, and one whose projection lags behind its journal is woken. So a wake-up
/// lost between journal and process costs minutes, not a case. One whose days wait for a calendar that is out now is woken too.
/// </summary>
public sealed class ReconcileCases(CaseProjections projections, ReconcileRounds rounds, CaseJournal journal, CaseBell bell, CityCatalogue catalogue, ILogger<ReconcileCases> logger)
{
    [Function(nameof(ReconcileCases))]
    public async Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var round = rounds.Begin();
        await foreach (var row in projections.ListUnfinishedAsync(round.From, cancellation))
        {
            round.Meet(row.CaseId);
            await ReconcileAsync(row.CaseId, row.Version, row.AwaitsCalendarOf is { } year && catalogue.Calendar.Covers(year), process, cancellation);
        }
        rounds.End(round);
    }

    /// <param name="isCounted">The calendar that its provisional days wait for is out: the case sets its clocks anew when it is woken.</param>
    private async Task ReconcileAsync(string caseId, int published, bool isCounted, DurableTaskClient process, CancellationToken cancellation)
    {
        using var scope = logger.BeginScope(new Dictionary<string, object> { ["CaseId"] = caseId });
        var written = await journal.VersionAsync(caseId, cancellation);
        // A row without a journal: the submission broke off, and comes again or never was one.
        if (written == 0)
            return;
        if (!await process.IsUnderWayAsync(caseId, cancellation))
        {
            logger.LogWarning("The process of {CaseId} was gone; it is started again", caseId);
            await process.EnsureRunningAsync(caseId, cancellation);
        }
        else if (written > published || isCounted)
        {
            await bell.ChangedAsync(process, caseId, written, cancellation);
        }
    }
}
