using System.Collections.Immutable;
using System.Text.Json;
using OneVisit.Domain.Audit;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Audit;

/// <summary>
/// Whether the number of an applicant leads to their case. The journal says whose it is; without its row in the index a person's next application, their kin and their own proof would
/// pass the case by, and no chain would show it. What is missing is written again.
/// </summary>
public sealed class IndexCheck(CaseIndex index, CaseCabinet cabinet, TimeProvider clock)
{
    // The journal comes before the index: whoever is being taken in now is not missed yet.
    private static readonly TimeSpan Intake = TimeSpan.FromHours(1);

    /// <summary>What the first entry of a case says of it.</summary>
    /// <returns><c>null</c>: nothing that can be read; the check of its chain says so.</returns>
    public static string? IdHashOf(string opening)
    {
        try
        {
            return (JournalJson.Read(opening) as Submitted)?.Applicant.IdHash;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="cases">All cases with the keyed hashes of their applicants' numbers.</param>
    public async Task<ImmutableArray<AuditFinding>> MendAsync(IReadOnlyCollection<(string CaseId, string IdHash)> cases, CancellationToken cancellation)
    {
        var (known, findings) = (await index.ApplicantsAsync(cancellation), ImmutableArray.CreateBuilder<AuditFinding>());
        foreach (var (caseId, idHash) in cases)
        {
            if (!known.Leads(idHash, caseId) && await cabinet.FindAsync(caseId, cancellation) is { } file && await IsMissingAsync(caseId, idHash, cancellation))
            {
                await index.AddAsync(IndexKind.IdNumber, idHash, caseId, cancellation);
                if (await cabinet.FindAsync(caseId, cancellation) is null)
                    await index.RemoveAsync(IndexKind.IdNumber, idHash, caseId, cancellation);
                else if (file.Entries[0].At <= clock.GetUtcNow() - Intake)
                    findings.Add(new(caseId, 1, AuditFault.NotIndexed));
            }
        }
        return findings.ToImmutable();
    }

    private async Task<bool> IsMissingAsync(string caseId, string idHash, CancellationToken cancellation) => !(await index.ListAsync(IndexKind.IdNumber, idHash, cancellation)).Contains(caseId);
}
