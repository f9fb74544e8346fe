using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Audit;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;
using OneVisit.Storage;

namespace OneVisit.Functions.Sealing;

/// <summary>Every five minutes: some of the data keys that an older sealing key wraps are wrapped anew.</summary>
public sealed class RotateKeys(KeyRotation rotation)
{
    [Function(nameof(RotateKeys))]
    public Task Run([TimerTrigger("30 */5 * * * *")] TimerInfo timer, CancellationToken cancellation) => rotation.TurnAsync(cancellation);
}

/// <summary>Which sealing key counts, and how much is still under older ones: for the city's reviewers. Never a key.</summary>
public sealed class ShowKeys(KeyPassBook book, AnchorBook anchors, KeyRing ring, TimeProvider clock)
{
    [Function(nameof(ShowKeys))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Keys)] HttpRequest request, CancellationToken cancellation) =>
        Answers.Json(KeyViews.Of(ring.Keys, (await book.ReadAsync(cancellation))?.Pass, await anchors.LastDayAsync(cancellation), clock.GetUtcNow()));
}
