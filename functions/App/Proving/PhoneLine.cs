using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Proving;

/// <summary>Which telephone of a case is meant: the applicant's own, or that of who acts for them.</summary>
internal sealed record PhoneLine(bool OfRepresentative)
{
    /// <returns><c>null</c>: there is none.</returns>
    public Opened? Of(PersonalData personal, Case current) =>
        !OfRepresentative ? personal.PhoneOf(current) : current.Representation is { Who: var who } ? personal.PhoneOf(current, who) : null;

    /// <summary>The other of the two.</summary>
    public Opened? Other(PersonalData personal, Case current) => (this with { OfRepresentative = !OfRepresentative }).Of(personal, current);

    public string Seal(PersonalData personal, JournalKey key, PhoneNumber phone) => OfRepresentative ? personal.SealRepresentativePhone(key, phone) : personal.SealPhone(key, phone);

    public PhoneWish Wish(string sealedPhone, PhoneNumber phone, Contracts.ReplacePhone posted) => new(sealedPhone, phone.Masked, posted.CardSeen, posted.Reason) { OfRepresentative = OfRepresentative };

    /// <summary>It is the same person's: who acted before in another case may have shared a telephone with who acts there now.</summary>
    public bool IsSame(Case one, Case other) => !OfRepresentative || (one.Representation is { Who.IdHash: var acting } && other.Representation?.Who.IdHash.IsOf(acting) == true);

    /// <summary>Cases of the same person in the same part.</summary>
    public async Task<IReadOnlyList<string>> CasesAsync(CaseIndex index, Case current, CancellationToken cancellation) => OfRepresentative
        ? current.Representation is { Who.IdHash: var acting } ? (await index.OfPersonAsync(acting, cancellation)).Acted : []
        : (await index.OfPersonAsync(current.Applicant.IdHash, cancellation)).Own;
}
