using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace OneVisit.Functions.Uploads;

/// <summary>Every minute: what waits in quarantine is shown to the virus scanner again.</summary>
public sealed class RescanQuarantine(QuarantineRounds rounds)
{
    [Function(nameof(RescanQuarantine))]
    public Task Run([TimerTrigger("50 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient process, CancellationToken cancellation) => rounds.RunAsync(process, cancellation);
}
