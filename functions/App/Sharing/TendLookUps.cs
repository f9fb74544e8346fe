using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Functions.Process;
using OneVisit.Storage;

namespace OneVisit.Functions.Sharing;

/// <summary>Every minute: registries that still owe an answer are asked again, and what came is told to the case.</summary>
public sealed class TendLookUps(SharingDesk desk, SharingBook book, DataCheck check, CaseBell bell, TimeProvider clock, ILogger<TendLookUps> logger)
{
    // A platform that was down for a day comes back to all of them: a round takes some, the next the others.
    private const int MostInARound = 200;
    private const int AtOnce = 4;

    [Function(nameof(TendLookUps))]
    public async Task Run([TimerTrigger("15 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        if (!desk.IsConnected)
            return;
        await Parallel.ForEachAsync(
            await book.AwaitedAsync(clock.GetUtcNow(), MostInARound, cancellation), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (awaited, stop) => await CarefullyAsync(awaited, process, stop));
    }

    // The others do not wait for this one; the next round tries it again.
    private async Task CarefullyAsync(AwaitedAnswers awaited, DurableTaskClient process, CancellationToken cancellation)
    {
        using var scope = logger.BeginScope(new Dictionary<string, object> { ["CaseId"] = awaited.CaseId });
        try
        {
            if (await check.AskAgainAsync(awaited, cancellation) is { } file)
                await bell.ChangedAsync(process, file.CaseId, file.Current.Version, cancellation);
        }
        catch (Exception trouble) when (!cancellation.IsCancellationRequested)
        {
            logger.LogError(trouble, "The registries could not be asked again about {CaseId}", awaited.CaseId);
        }
    }
}
