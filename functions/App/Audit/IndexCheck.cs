using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OneVisit.Domain.Audit;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Audit;

/// <summary>
/// Whether the number of an applicant leads to their case. The journal says whose it is; without its row in the index a person's next application, their kin and their own proof would
/// pass the case by, and no chain would show it. What is missing is written again.
/// </summary>
public sealed class IndexCheck(CaseIndex index, CaseCabinet cabinet, PersonalData personal, TimeProvider clock, ILogger<IndexCheck> logger)
{
    // The journal comes before the index: whoever is being taken in now is not missed yet.
    private static readonly TimeSpan Intake = TimeSpan.FromHours(1);

    /// <summary>What the first entry of a case says of it, under every look-up key.</summary>
    /// <param name="key">What is sealed in it opens with.</param>
    /// <returns><c>null</c>: nothing that can be read; the check of its chain says so.</returns>
    public PersonHash? IdHashOf(string opening, JournalKey? key)
    {
        try
        {
            return JournalJson.Read(opening) is Submitted { Applicant: { } applicant } ? personal.HashOf(applicant, key) : null;
        }
        catch (Exception odd) when (odd is JsonException or NotSupportedException or ArgumentException or FormatException or InvalidOperationException or CryptographicException)
        {
            return null;
        }
    }

    /// <param name="cases">All cases with the keyed hashes of their applicants' numbers.</param>
    public async Task<ImmutableArray<AuditFinding>> MendAsync(IReadOnlyCollection<(string CaseId, PersonHash IdHash)> cases, CancellationToken cancellation)
    {
        var (known, findings) = (await index.ApplicantsAsync(cancellation), ImmutableArray.CreateBuilder<AuditFinding>());
        foreach (var (caseId, idHash) in cases)
        {
            try
            {
                if (!known.Leads(idHash, caseId) && await MendAsync(caseId, idHash, cancellation))
                    findings.Add(new(caseId, 1, AuditFault.NotIndexed));
            }
            // Of a case that cannot be read the others know nothing.
            catch (Exception broken) when (broken is JournalDamagedException or InvalidDataException or CryptographicException)
            {
                logger.LogError("Whether the number of its applicant leads to {CaseId} is not known: {Trouble}", caseId, broken.GetType().FullName);
            }
        }
        return findings.ToImmutable();
    }

    /// <returns>It was missing, and should not have been.</returns>
    private async Task<bool> MendAsync(string caseId, PersonHash idHash, CancellationToken cancellation)
    {
        if (await cabinet.FindAsync(caseId, cancellation) is not { } file || !await IsMissingAsync(caseId, idHash, cancellation))
            return false;
        await index.AddApplicantAsync(idHash, caseId, cancellation);
        if (await cabinet.FindAsync(caseId, cancellation) is not null)
            return file.Entries[0].At <= clock.GetUtcNow() - Intake;
        await index.RemoveApplicantAsync(idHash, caseId, cancellation);
        return false;
    }

    private async Task<bool> IsMissingAsync(string caseId, PersonHash idHash, CancellationToken cancellation) => !(await index.OfPersonAsync(idHash, cancellation)).Own.Contains(caseId);
}
