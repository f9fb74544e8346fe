using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Supervision;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>Seals and opens what identifies a person. Each kind is sealed for its own purpose, so that one never opens as another.</summary>
public sealed partial class PersonalData(JournalSealer sealer, JournalKeys keys, LookupHash lookup)
{
    private const string NamePurpose = "applicant-name";
    private const string IdPurpose = "applicant-id";
    private const string MemberNamePurpose = "member-name";
    private const string MemberIdPurpose = "member-id";
    private const string PhonePurpose = "applicant-phone";
    private const string StoryPurpose = "applicant-story";
    private const string ComplaintPurpose = "complaint-words";
    private const string ChangePurpose = "change-words";
    private const string ContactPurpose = "complaint-contact";
    private const string ObjectionPurpose = "objection-words";
    private const string LookPurpose = "look-words";

    /// <summary>For a journal that is about to begin; it counts once it is kept beside the first entry.</summary>
    public JournalKey NewKey(string journal) => sealer.New(journal);

    /// <summary>What sealed values of a case are sealed with. Beside a journal that an earlier release began there lies none yet.</summary>
    public async Task<JournalKey> KeyOfAsync(CaseFile file, CancellationToken cancellation) =>
        file.Current.Key ?? await keys.EnsureAsync(sealer.NewLater(file.CaseId), cancellation) ?? throw new InvalidOperationException($"Case {file.CaseId} is not there.");

    internal SealedApplicant Seal(JournalKey key, Submission submission) => new(
        sealer.Seal(key, submission.Name.Reveal(), NamePurpose), submission.Name.Masked,
        sealer.Seal(key, submission.Id.Reveal(), IdPurpose), IdHash(submission.Id), submission.Id.Masked,
        submission.Phone is { } phone ? sealer.Seal(key, phone.Reveal(), PhonePurpose) : "", submission.Phone?.Masked ?? "",
        submission.Village.Code, submission.Village.Township)
    {
        GridCode = submission.Form.Applicant.Grid,
    };

    internal SealedMember Seal(JournalKey key, PersonName name, ResidentId id) => new(
        sealer.Seal(key, name.Reveal(), MemberNamePurpose), name.Masked, sealer.Seal(key, id.Reveal(), MemberIdPurpose), IdHash(id), id.Masked);

    public string? SealStory(JournalKey key, string? story) => story is null ? null : sealer.Seal(key, story, StoryPurpose);

    /// <returns><c>null</c>: none was told.</returns>
    public Opened? StoryOf(Case current) => current.Application.StorySealed is { } story ? sealer.Open(current.Key, story, StoryPurpose) : null;

    public Opened NameOf(Case current) => sealer.Open(current.Key, current.Applicant.NameSealed, NamePurpose);

    /// <summary>The number in full: for its owner, and for who stated a reason.</summary>
    public Opened IdOf(Case current) => sealer.Open(current.Key, current.Applicant.IdSealed, IdPurpose);

    /// <returns><c>null</c>: they have none of their own, and somebody acts for them.</returns>
    public Opened? PhoneOf(Case current) => current.Applicant.PhoneSealed is { Length: > 0 } phone ? sealer.Open(current.Key, phone, PhonePurpose) : null;

    /// <summary>All telephones of the applicant's that ever were on record, the earliest first.</summary>
    public IEnumerable<Opened> PhonesOf(CaseFile file) => file.Entries
        .Select(entry => entry.Event switch { Submitted submitted => submitted.Applicant.PhoneSealed, PhoneReplaced { OfRepresentative: not true } replaced => replaced.PhoneSealed, _ => null })
        .Where(phone => !string.IsNullOrEmpty(phone)).OfType<string>().Select(phone => sealer.Open(file.Current.Key, phone, PhonePurpose));

    /// <summary>What somebody asks for in full.</summary>
    /// <returns><c>null</c>: there is none.</returns>
    public Opened? ValueOf(Case current, RevealedKind what) => (what, current.Representation?.Who) switch
    {
        (RevealedKind.Name, _) => NameOf(current),
        (RevealedKind.IdNumber, _) => IdOf(current),
        (RevealedKind.Phone, _) => PhoneOf(current),
        (RevealedKind.RepresentativeName, { } who) => NameOf(current, who),
        (RevealedKind.RepresentativeIdNumber, { } who) => IdOf(current, who),
        (RevealedKind.RepresentativePhone, { } who) => PhoneOf(current, who),
        _ => null,
    };

    public string SealLook(JournalKey key, string words) => sealer.Seal(key, words, LookPurpose);

    /// <summary>What it was for, in the words of who looked.</summary>
    public Opened WordsOf(Case current, Revealed look) => sealer.Open(current.Key, look.WordsSealed, LookPurpose);

    /// <summary>Whose case it is, for who asks or tells the registries.</summary>
    /// <returns><c>null</c>: the number is none of a person born by then, or was erased.</returns>
    public ResidentId? PersonOf(Case current, DateOnly today) => PersonOf(IdOf(current), today);

    /// <summary>Who that member of the household is, as <see cref="PersonOf(Case, DateOnly)"/>.</summary>
    public ResidentId? PersonOf(Case current, SealedMember member, DateOnly today) => PersonOf(IdOf(current, member), today);

    /// <summary>All names under which a case knows who is found by <paramref name="idHash"/>: as the applicant, as who acts for them, of the household.</summary>
    public IEnumerable<Opened> NamesOf(Case current, PersonHash idHash)
    {
        if (current.Applicant.IdHash.IsOf(idHash))
            yield return NameOf(current);
        foreach (var one in current.Representations.Where(one => one.Who.IdHash.IsOf(idHash)))
            yield return NameOf(current, one.Who);
        foreach (var member in current.NamedMembers.Where(member => member.Person.IdHash.IsOf(idHash)))
            yield return sealer.Open(current.Key, member.Person.NameSealed, MemberNamePurpose);
    }

    public string SealPhone(JournalKey key, PhoneNumber phone) => sealer.Seal(key, phone.Reveal(), PhonePurpose);

    public string SealComplaint(JournalKey key, string words) => sealer.Seal(key, words, ComplaintPurpose);

    public string SealChange(JournalKey key, string words) => sealer.Seal(key, words, ChangePurpose);

    public string SealContact(JournalKey key, string contact) => sealer.Seal(key, contact, ContactPurpose);

    public string SealObjection(JournalKey key, string words) => sealer.Seal(key, words, ObjectionPurpose);

    /// <summary>What was written when a matter was begun.</summary>
    /// <returns><c>null</c>: nothing was.</returns>
    public Opened? WordsOf(Matter matter) => matter.Subject switch
    {
        MatterSubject.OfComplaint complaint => sealer.Open(matter.Key, complaint.WordsSealed, ComplaintPurpose),
        MatterSubject.OfObjection objection => sealer.Open(matter.Key, objection.WordsSealed, ObjectionPurpose),
        MatterSubject.OfBenefit { WordsSealed: { } words } => sealer.Open(matter.Key, words, ChangePurpose),
        _ => null,
    };

    /// <summary>Where to reach who wrote.</summary>
    /// <returns><c>null</c>: they did not say.</returns>
    public Opened? ContactOf(Matter matter) => matter.Subject switch
    {
        MatterSubject.OfComplaint { ContactSealed: { } contact } => sealer.Open(matter.Key, contact, ContactPurpose),
        MatterSubject.OfObjection { ContactSealed: { } contact } => sealer.Open(matter.Key, contact, ContactPurpose),
        _ => null,
    };

    private static ResidentId? PersonOf(Opened number, DateOnly today) =>
        number is Opened.Clear { Text: var text } ? (ResidentId.Read(text, today) as IdReading.Valid)?.Id : null;
}
