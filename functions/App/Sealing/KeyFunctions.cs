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

/// <summary>Every five minutes: some of the data keys that an older sealing key wraps are wrapped anew, and some of what is found by an older look-up key is written anew.</summary>
public sealed class RotateKeys(KeyRotation rotation, LookupRotation lookups)
{
    [Function(nameof(RotateKeys))]
    public async Task Run([TimerTrigger("30 */5 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        try
        {
            await rotation.TurnAsync(cancellation);
        }
        finally
        {
            // Where the one breaks off the other goes on.
            await lookups.TurnAsync(cancellation);
        }
    }
}

/// <summary>Which sealing key and which look-up key counts, and how much is still under older ones: for the city's reviewers. Never a key.</summary>
public sealed class ShowKeys(KeyPassBook book, LookupPassBook lookups, LookupHash lookup, AnchorBook anchors, KeyRing ring, TimeProvider clock)
{
    [Function(nameof(ShowKeys))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Keys)] HttpRequest request, CancellationToken cancellation) =>
        Answers.Json(KeyViews.Of(ring.Keys, (await book.ReadAsync(cancellation))?.Pass, await anchors.LastDayAsync(cancellation), clock.GetUtcNow()) with { LookUps = LookupViews.Of(lookup, (await lookups.ReadAsync(cancellation))?.Pass, clock.GetUtcNow()) });
}
