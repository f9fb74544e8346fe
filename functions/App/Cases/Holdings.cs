using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;
using OneVisit.Domain.Sharing;

namespace OneVisit.Functions.Cases;

/// <summary>The sharing platform (共享平台): which papers it holds of a person. The edge of the process; asked once an application.</summary>
public interface IHoldings
{
    /// <param name="materials">Codes of papers that some register has for some people.</param>
    /// <param name="why">What for, in which application, for whom.</param>
    /// <returns>An answer a code; a code left out was not asked about, and the catalogue alone speaks.</returns>
    Task<IReadOnlyDictionary<string, Holding>> OfAsync(ResidentId person, IReadOnlyList<string> materials, LookUpFor why, CancellationToken cancellation);
}

/// <summary>Asks the platform within a time that an applicant can wait. An answer that failed is unknown, which is never a no.</summary>
public sealed class PlatformAnswers(IHoldings platform, ILogger<PlatformAnswers> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyDictionary<string, Holding>> OfAsync(ResidentId person, MaterialList list, LookUpFor why, CancellationToken cancellation)
    {
        var codes = list.Lines.Where(line => line.Material.Sharing is MaterialSharing.Yes or MaterialSharing.Partly).Select(line => line.Code).ToArray();
        try
        {
            return await platform.OfAsync(person, codes, why, cancellation).WaitAsync(Patience, cancellation);
        }
        catch (Exception trouble) when (!cancellation.IsCancellationRequested)
        {
            logger.LogWarning("The sharing platform gave no answer: {Trouble}", trouble.GetType().Name);
            return codes.ToImmutableDictionary(code => code, Holding (_) => new Holding.Unknown(), StringComparer.Ordinal);
        }
    }
}
