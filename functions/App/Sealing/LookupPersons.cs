using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Sealing;

/// <summary>Who a row is of, and where it belongs.</summary>
public sealed partial class LookupRotation
{
    // Whom the row was of is not asked: all that the case knows in that part are found by it again.
    private async Task AddAsync(Case current, IndexedAs part, CancellationToken cancellation)
    {
        if (part == IndexedAs.Applicant)
            await index.AddApplicantAsync(current.Applicant.IdHash, current.CaseId, cancellation);
        if (part == IndexedAs.Representative && current.Application.Representative is { } acting)
            await index.AddRepresentativeAsync(acting.IdHash, current.CaseId, cancellation);
        foreach (var member in part == IndexedAs.Member ? current.NamedMembers : [])
            await index.AddMemberAsync(member.Person.IdHash, current.CaseId, cancellation);
    }

    private async Task RemoveAsync(Case current, CancellationToken cancellation)
    {
        await index.RemoveApplicantAsync(current.Applicant.IdHash, current.CaseId, cancellation);
        if (current.Application.Representative is { } acting)
            await index.RemoveRepresentativeAsync(acting.IdHash, current.CaseId, cancellation);
        foreach (var member in current.NamedMembers)
            await index.RemoveMemberAsync(member.Person.IdHash, current.CaseId, cancellation);
    }

    /// <returns><c>null</c>: neither a case nor an application.</returns>
    private async Task<string?> ClaimOfAsync(string number, CancellationToken cancellation)
    {
        var together = ApplicationNumber.IsOne(number);
        foreach (var caseId in together ? await index.ListAsync(IndexKind.Application, number, cancellation) : [number])
        {
            if (await cabinet.FindAsync(caseId, cancellation) is not { Current.Application: var application })
                continue;
            var claimed = together || application.Together is null ? application.SubmissionId : $"{application.SubmissionId}\n{application.Service}";
            return personal.SubmissionKeys(application.Participant, claimed)[0];
        }
        return null;
    }

    // About the case, or about the submission that it was then.
    private async Task<string?> PersonOfAsync(LoggedLookUp asked, CancellationToken cancellation)
    {
        if (CaseNumber.IsOne(asked.About))
            return await PersonInAsync([asked.About], asked.PersonHash, cancellation);
        foreach (var key in personal.SubmissionKeys(asked.By, asked.About))
        {
            if (await claims.FindAsync(key, cancellation) is { CaseId: var number })
                return await PersonInAsync(ApplicationNumber.IsOne(number) ? await index.ListAsync(IndexKind.Application, number, cancellation) : [number], asked.PersonHash, cancellation);
        }
        return null;
    }

    private async Task<string?> PersonOfAsync(string hash, CancellationToken cancellation)
    {
        var known = await index.OfPersonAsync(hash, cancellation);
        return await PersonInAsync(known.All.Union(known.Acted, StringComparer.Ordinal), hash, cancellation);
    }

    /// <returns>The hash under which that person stands from now on; <c>null</c>: in none of these cases is anybody known by it.</returns>
    private async Task<string?> PersonInAsync(IEnumerable<string> cases, string hash, CancellationToken cancellation)
    {
        foreach (var caseId in cases)
        {
            if (await cabinet.FindAsync(caseId, cancellation) is { Current: var current } && current.Everybody.FirstOrDefault(person => person.Is(hash)) is { Text: { Length: > 0 } anew })
                return anew;
        }
        return null;
    }
}
