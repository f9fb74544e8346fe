using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>In which other households somebody counts: as who applies, or as a member who was named.</summary>
public sealed class HouseholdsOf(CaseIndex index, CaseCabinet cabinet, TimeProvider clock)
{
    /// <param name="hash">Keyed hash of the ID number.</param>
    /// <returns>Numbers of the cases, see <see cref="CaseDecisions.CountsTwice"/>.</returns>
    public async Task<ImmutableArray<string>> ElsewhereAsync(PersonHash hash, Case about, CancellationToken cancellation) =>
        await AmongAsync((await index.OfPersonAsync(hash, cancellation)).All, about, cancellation);

    /// <summary>As <see cref="ElsewhereAsync"/>, where it is known already which cases somebody has to do with.</summary>
    public async Task<ImmutableArray<string>> AmongAsync(IEnumerable<string> cases, Case about, CancellationToken cancellation)
    {
        var elsewhere = ImmutableArray.CreateBuilder<string>();
        foreach (var caseId in cases)
        {
            if (caseId != about.CaseId && await cabinet.FindAsync(caseId, cancellation) is { } other && CaseDecisions.CountsTwice(about, other.Current, clock.Today()))
                elsewhere.Add(caseId);
        }
        return elsewhere.ToImmutable();
    }
}
