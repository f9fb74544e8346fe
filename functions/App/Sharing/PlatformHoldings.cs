using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.Cases;

namespace OneVisit.Functions.Sharing;

/// <summary>Which papers the registries answer for. Papers that no question stands for, and all of them where no platform is connected, are left to the catalogue.</summary>
public sealed class PlatformHoldings(SharingDesk desk) : IHoldings
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public async Task<IReadOnlyDictionary<string, Holding>> OfAsync(ResidentId person, IReadOnlyList<string> materials, LookUpFor why, CancellationToken cancellation) =>
        desk.IsConnected
            ? PaperQuestions.Holdings(materials, await desk.AskAsync(person, PaperQuestions.For(materials), why, Patience, cancellation))
            : Holding.NotAsked;
}
