using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Sealing;

/// <summary>Who a row is of, and where it belongs.</summary>
public sealed partial class LookupRotation
{
    /// <summary>Writes anew what a row says. Whom it was of is not asked: all that the case knows in that part are found by it again.</summary>
    /// <returns><c>false</c>: the case cannot be read, or does not tell the number; the row stays.</returns>
    private async Task<bool> MoveAsync(IndexedPerson row, CancellationToken cancellation)
    {
        var (file, isBroken) = await LookAsync(row.CaseId, cancellation);
        // A case comes before its rows: one that is not there was erased.
        if (file is null)
            return !isBroken;
        var current = file.Current;
        PersonHash[] persons = row.As switch
        {
            IndexedAs.Applicant => [current.Applicant.IdHash],
            IndexedAs.Representative => [.. current.Representations.Select(one => one.Who.IdHash)],
            _ => [.. current.NamedMembers.Select(member => member.Person.IdHash)],
        };
        if (persons.Any(person => person.Text.Length == 0 || PersonHash.KeyOf(person.Text) == PersonHash.KeyOf(row.Text)))
            return false;
        foreach (var person in persons)
            await AddAsync(person, row, cancellation);
        // Erased at this moment: what was just written leads nowhere.
        if (await LookAsync(row.CaseId, cancellation) is (null, false))
            await index.RemovePeopleAsync(current, cancellation);
        return true;
    }

    private Task AddAsync(PersonHash person, IndexedPerson row, CancellationToken cancellation) => row.As switch
    {
        IndexedAs.Applicant => index.AddApplicantAsync(person, row.CaseId, cancellation),
        IndexedAs.Representative => index.AddRepresentativeAsync(person, row.CaseId, cancellation),
        _ => index.AddMemberAsync(person, row.CaseId, cancellation),
    };

    // Of a case that cannot be read the others know nothing: they go on.
    private async Task<(CaseFile? File, bool IsBroken)> LookAsync(string caseId, CancellationToken cancellation)
    {
        try
        {
            return (await cabinet.FindAsync(caseId, cancellation), false);
        }
        catch (Exception broken) when (broken is JournalDamagedException or InvalidDataException or CryptographicException or CatalogueFaultsException or InvalidOperationException)
        {
            logger.LogError("What {CaseId} is found by cannot be written anew: {Trouble}", caseId, broken.GetType().FullName);
            return (null, true);
        }
    }

    /// <returns><c>null</c>: neither a case nor an application.</returns>
    private async Task<string?> ClaimOfAsync(string number, CancellationToken cancellation)
    {
        var together = ApplicationNumber.IsOne(number);
        foreach (var caseId in await CasesOfAsync(number, cancellation))
        {
            if ((await LookAsync(caseId, cancellation)).File is not { Current.Application: var application })
                continue;
            var claimed = together || application.Together is null ? application.SubmissionId : $"{application.SubmissionId}\n{application.Service}";
            return personal.SubmissionKeys(application.Participant, claimed)[0];
        }
        return null;
    }

    /// <summary>A claim that nobody will make again. What it was of tells when it came; where that is not there, it broke off, and the store has dated it.</summary>
    private async Task<bool> IsOverAsync(KeptClaim kept, CancellationToken cancellation)
    {
        if (LookupKinds.OfClaim(kept.Claimed.CaseId) != LookupKinds.Claims)
            return await rows.BegunAsync(kept.Claimed.CaseId, cancellation) is { } begun ? begun.AddDays(DaysOfClaims) < clock.GetUtcNow() : IsOld();
        foreach (var caseId in await CasesOfAsync(kept.Claimed.CaseId, cancellation))
        {
            // One that cannot be read is not gone.
            if (await LookAsync(caseId, cancellation) is not (null, false))
                return false;
        }
        return IsOld();

        bool IsOld() => kept.StoredAt.AddDays(DaysOfClaims) < TimeProvider.System.GetUtcNow();
    }

    private async Task<IReadOnlyList<string>> CasesOfAsync(string number, CancellationToken cancellation) =>
        ApplicationNumber.IsOne(number) ? await index.ListAsync(IndexKind.Application, number, cancellation) : [number];

    // About the case, or about the submission that it was then.
    private async Task<string?> PersonOfAsync(LoggedLookUp asked, CancellationToken cancellation)
    {
        if (CaseNumber.IsOne(asked.About))
            return await PersonInAsync([asked.About], asked.PersonHash, cancellation);
        foreach (var key in personal.SubmissionKeys(asked.By, asked.About))
        {
            if (await claims.FindAsync(key, cancellation) is { CaseId: var number })
                return await PersonInAsync(await CasesOfAsync(number, cancellation), asked.PersonHash, cancellation);
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
            if ((await LookAsync(caseId, cancellation)).File is { Current: var current } && current.Everybody.FirstOrDefault(person => person.Is(hash)) is { Text: { Length: > 0 } anew })
                return anew;
        }
        return null;
    }
}
