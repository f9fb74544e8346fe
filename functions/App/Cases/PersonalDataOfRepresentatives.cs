using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;

namespace OneVisit.Functions.Cases;

/// <summary>The same of who acts for an applicant: sealed in the same journal, for purposes of their own.</summary>
public sealed partial class PersonalData
{
    private const string RepresentativeNamePurpose = "representative-name";
    private const string RepresentativeIdPurpose = "representative-id";
    private const string RepresentativePhonePurpose = "representative-phone";

    internal SealedRepresentative Seal(JournalKey key, Representative who) => Masked(who) with
    {
        NameSealed = sealer.Seal(key, who.Name.Reveal(), RepresentativeNamePurpose),
        IdSealed = sealer.Seal(key, who.Id.Reveal(), RepresentativeIdPurpose),
        PhoneSealed = SealRepresentativePhone(key, who.Phone),
    };

    /// <summary>The same while nothing is sealed yet: for who asks first whether they may.</summary>
    internal SealedRepresentative Masked(Representative who) => new(who.Basis, who.Relation, "", who.Name.Masked, "", IdHash(who.Id), who.Id.Masked, "", who.Phone.Masked, who.Until)
    {
        EndsOfAge = who.EndsOfAge ? true : null,
    };

    public string SealRepresentativePhone(JournalKey key, PhoneNumber phone) => sealer.Seal(key, phone.Reveal(), RepresentativePhonePurpose);

    public Opened NameOf(Case current, SealedRepresentative who) => sealer.Open(current.Key, who.NameSealed, RepresentativeNamePurpose);

    public Opened IdOf(Case current, SealedRepresentative who) => sealer.Open(current.Key, who.IdSealed, RepresentativeIdPurpose);

    public Opened PhoneOf(Case current, SealedRepresentative who) => sealer.Open(current.Key, who.PhoneSealed, RepresentativePhonePurpose);

    /// <summary>Name of who speaks in the case's conversation: who acts for the applicant, or the applicant.</summary>
    public Opened SpeakerOf(Case current) => current.IsWithRepresentative ? NameOf(current, current.Representation.Who) : NameOf(current);

    /// <summary>Their telephone.</summary>
    /// <returns><c>null</c>: the applicant has none of their own.</returns>
    public Opened? SpeakersPhoneOf(Case current) => current.IsWithRepresentative ? PhoneOf(current, current.Representation.Who) : PhoneOf(current);
}
