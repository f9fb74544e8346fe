using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;
using OneVisit.Storage;

namespace OneVisit.Functions.Sharing;

/// <summary>What waits for the sharing platform, and what it refused.</summary>
public sealed class ShowOutbox(FactOutbox outbox)
{
    private const int MostListed = 200;

    [Function(nameof(ShowOutbox))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Outbox)] HttpRequest request, CancellationToken cancellation)
    {
        var (waiting, refused, oldest) = (0, new List<RefusedFactView>(), (DateTimeOffset?)null);
        await foreach (var fact in outbox.ListAsync(cancellation))
        {
            waiting++;
            oldest = oldest is { } before && before <= fact.Fact.At ? before : fact.Fact.At;
            if (fact.Refused is { } code && refused.Count < MostListed)
                refused.Add(new(fact.Fact.Key, fact.Fact.CaseId, fact.Fact.Class, fact.Fact.What, fact.Fact.At, fact.Tries, code));
        }
        return Answers.Json(new OutboxView(waiting, oldest, refused));
    }
}

/// <summary>A refused fact is sent once more, or left out for a reason; then the person's later ones go on.</summary>
public sealed class SettleRefusedFact(FactOutbox outbox, TimeProvider clock, ILogger<SettleRefusedFact> logger)
{
    [Function(nameof(SettleRefusedFact))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.OutboxFact)] HttpRequest request, string key, CancellationToken cancellation)
    {
        var reading = await JsonRequest.ReadAsync<SettleFact>(request, cancellation);
        if (reading.Value is not { } wish)
            return reading.Problem!;
        var reason = PlainText.Of(wish.Reason);
        if (!wish.SendAgain && reason.Length is < Limits.ReasonShortest or > Limits.ReasonLongest)
            return Problems.ReasonWanted(request);
        if (await FindAsync(key, cancellation) is not { } fact)
            return Problems.NotFound(request);
        if (wish.SendAgain)
            await outbox.PutAsync(fact with { Refused = null, NextAt = clock.GetUtcNow() }, cancellation);
        else
            await outbox.RemoveAsync(fact, cancellation);
        logger.LogInformation("{Fact}: {Settled} by {Participant}. {Reason}", key, wish.SendAgain ? "sent again" : "left out", request.Caller().Participant, reason);
        return new NoContentResult();
    }

    private async Task<WaitingFact?> FindAsync(string key, CancellationToken cancellation)
    {
        await foreach (var fact in outbox.ListAsync(cancellation))
        {
            if (fact.Fact.Key == key && fact.Refused is not null)
                return fact;
        }
        return null;
    }
}
