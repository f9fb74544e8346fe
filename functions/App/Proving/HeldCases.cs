using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Proving;

/// <summary>The cases of one person under one telephone on record.</summary>
/// <param name="Phone">In full; <c>null</c>: there is nobody of that name and number, which looks the same from outside.</param>
internal sealed record HeldCases(string? Phone, IReadOnlyList<CaseFile> Files)
{
    /// <summary>Never prints a telephone.</summary>
    public override string ToString() => nameof(HeldCases);
}

/// <summary>
/// Looks up what a person may prove. A code goes to each telephone on record and opens the cases under that telephone alone: who applies in another's
/// name with a telephone of their own opens nothing of the other's.
/// </summary>
public sealed class HeldCasesOf(CaseIndex index, CaseCabinet cabinet, PersonalData personal)
{
    // Those of the longest standing: what somebody adds later crowds out nobody.
    private const int MostPhones = 3;

    internal async Task<IReadOnlyList<HeldCases>> FindAsync(ClaimedPerson claimed, CancellationToken cancellation)
    {
        var files = new List<CaseFile>();
        foreach (var caseId in await index.ListAsync(IndexKind.IdNumber, personal.IdHash(claimed.Id), cancellation))
        {
            if (await cabinet.FindAsync(caseId, cancellation) is { } file && personal.NameOf(file.Current).TextOrNull == claimed.Name.Reveal())
                files.Add(file);
        }
        var held = files.OrderBy(file => file.Current.SubmittedAt).GroupBy(file => personal.PhoneOf(file.Current).TextOrNull).Where(same => same.Key is not null).Take(MostPhones).Select(same => new HeldCases(same.Key, [.. same])).ToArray();
        return held.Length > 0 ? held : [new HeldCases(null, [])];
    }
}
