using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Operations;
using OneVisit.Storage;

namespace OneVisit.Functions.Sharing;

/// <summary>
/// Every minute: what waits in the outbox goes to the platform, each person's in its order, until it is acknowledged. One that was refused lies aside, where
/// operators see it, and holds up that person's later ones only.
/// </summary>
public sealed class SendFacts(ISharingPlatform platform, FactOutbox outbox, FactCatchUp before, CaseCabinet cases, PersonalData personal, TimeProvider clock, ILogger<SendFacts> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly Counter<long> Sent = Telemetry.Meter.CreateCounter<long>("onevisit.sharing.facts", description: "Facts sent to the sharing platform, by what became of them");

    [Function(nameof(SendFacts))]
    public async Task Run([TimerTrigger("45 * * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (!await before.IsDoneAsync(cancellation))
            return;
        var heldUp = "";
        await foreach (var waiting in outbox.ListAsync(cancellation))
        {
            if (waiting.PersonHash != heldUp && !await SendAsync(waiting, cancellation))
                heldUp = waiting.PersonHash;
        }
    }

    /// <returns>Whether the person's next may go.</returns>
    private async Task<bool> SendAsync(WaitingFact waiting, CancellationToken cancellation)
    {
        if (waiting.Refused is not null || waiting.NextAt > clock.GetUtcNow())
            return false;
        var answer = await AnswerAsync(waiting.Fact, cancellation);
        Sent.Add(1, new TagList { { "answer", answer.GetType().Name } });
        switch (answer)
        {
            case PushAnswer.Acknowledged:
                await outbox.RemoveAsync(waiting, cancellation);
                return true;
            case PushAnswer.Refused refused:
                logger.LogError("The platform refused {Fact}: {Code}. It lies aside until somebody looks", waiting.Fact.Key, refused.Code);
                await outbox.PutAsync(waiting with { Tries = waiting.Tries + 1, Refused = refused.Code }, cancellation);
                return false;
            default:
                await outbox.PutAsync(waiting with { Tries = waiting.Tries + 1, NextAt = clock.GetUtcNow() + Pauses.After(waiting.Tries) }, cancellation);
                return false;
        }
    }

    // Whose it is, and how much, comes from the case when it is sent: neither a number nor an amount waits anywhere.
    private async Task<PushAnswer> AnswerAsync(PushedFact fact, CancellationToken cancellation)
    {
        try
        {
            if (await cases.FindAsync(fact.CaseId, cancellation) is not { } file
                || personal.PersonOf(file.Current, clock.Today()) is not { } person)
                return new PushAnswer.Refused("no-person");
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            enough.CancelAfter(Patience);
            var whole = PushedFact.Of(file.Current, file.Entries, 0).FirstOrDefault(told => told.Key == fact.Key) ?? fact;
            return await platform.PushAsync(whole, person, enough.Token).WaitAsync(Patience, cancellation);
        }
        catch (Exception trouble) when (!cancellation.IsCancellationRequested)
        {
            logger.LogWarning("{Fact} was not acknowledged: {Trouble}", fact.Key, trouble.GetType().Name);
            return new PushAnswer.NotNow();
        }
    }
}
