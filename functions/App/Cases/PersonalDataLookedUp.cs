using System.Collections.Immutable;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;

namespace OneVisit.Functions.Cases;

/// <summary>What people, submissions and notices are found by, and what is made of it. What was made with an older look-up key counts as long as that is there.</summary>
public sealed partial class PersonalData
{
    /// <summary>Finds a person's cases again without the number.</summary>
    public PersonHash IdHash(ResidentId id) => lookup.Of(id);

    /// <summary>The case that a journal tells, with its people as <see cref="Told"/> has them.</summary>
    /// <param name="key">As it lies beside the journal.</param>
    public Case CaseOf(ImmutableArray<Entry> entries, JournalKey? key) => Told(Case.Of(entries) with { Key = key });

    /// <summary>A case with its people as every live key finds them. Opens their numbers only where an entry does not tell it.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A number does not open.</exception>
    public Case Told(Case current) => !IsBehind(current) ? current : current.Telling(
        applicant => HashOf(applicant.IdHash, () => IdOf(current)), acting => HashOf(acting.IdHash, () => IdOf(current, acting)), member => HashOf(member.IdHash, () => IdOf(current, member)));

    /// <summary>Number of a member of the household.</summary>
    public Opened IdOf(Case current, SealedMember member) => sealer.Open(current.Key, member.IdSealed, MemberIdPurpose);

    /// <summary>The household with the telephone on record in a case, as a proof names it, the name a new proof has first: with another telephone it is another.</summary>
    /// <returns>None: the telephone was erased, or there is none.</returns>
    public IReadOnlyList<string> ProofSubjects(Case current) => ProofSubjects(current.Applicant.IdHash, PhoneOf(current));

    /// <summary>The same of somebody who applies with that telephone.</summary>
    internal IReadOnlyList<string> ProofSubjects(ResidentId id, PhoneNumber? phone) => phone is null ? [] : ProofSubjects(IdHash(id), new Opened.Clear(phone.Reveal()));

    /// <summary>Who acts for the applicant with the telephone on record, as a proof names them: the same as in their own cases.</summary>
    public IReadOnlyList<string> ProofSubjects(Case current, SealedRepresentative who) => ProofSubjects(who.IdHash, PhoneOf(current, who));

    /// <summary>Tells equal contents from different ones without keeping them.</summary>
    public string ContentHash(string content) => lookup.Of(ContentPurpose, content);

    /// <summary>What <see cref="ContentHash"/> gave, under whichever key; under one that is gone it is not told from others.</summary>
    public bool IsContent(string kept, string content) => lookup.Under(ContentPurpose, content).Contains(kept, StringComparer.Ordinal) || !lookup.Ids.Contains(PersonHash.KeyOf(kept));

    /// <summary>The key under which a participant's submission is claimed, that of a new one first: nobody can claim another's.</summary>
    public IReadOnlyList<string> SubmissionKeys(string participant, string submissionId) => lookup.Under("submission", $"{participant}\n{submissionId}");

    /// <summary>From it the number and the code of a complaint are made, the same for the same submission; that of a new one first.</summary>
    public IReadOnlyList<string> ComplaintSecrets(string submissionId) => lookup.Under("complaint", submissionId);

    /// <summary>From it the number and the code of an objection are made, the same for the same submission; that of a new one first.</summary>
    public IReadOnlyList<string> ObjectionSecrets(string submissionId) => lookup.Under("objection", submissionId);

    /// <summary>From it the number of a public notice is made: who knows the notice does not know the case.</summary>
    /// <param name="at">When its round was opened: the key of that time makes it, so that it is the same on the sheet that is printed and on the board.</param>
    /// <returns><c>null</c>: that key is there no more.</returns>
    public string? NoticeSecretAt(string caseId, int round, DateTimeOffset at) => lookup.At(at, NoticePurpose, $"{caseId}\n{round}");

    /// <summary>The same under every live key, the current one first.</summary>
    public IReadOnlyList<string> NoticeSecrets(string caseId, int round) => lookup.Under(NoticePurpose, $"{caseId}\n{round}");

    /// <summary>Recognises a pickup code without keeping it.</summary>
    public string PickupHash(string matterId, string code) => lookup.Of(PickupPurpose, $"{matterId}\n{code}");

    /// <summary>It is the code of a matter.</summary>
    /// <param name="kept">As it was noted, under the key of its time.</param>
    public bool IsPickup(string? kept, string matterId, string code) => kept is not null && lookup.Under(PickupPurpose, $"{matterId}\n{code}").Contains(kept, StringComparer.Ordinal);

    /// <summary>The same of an applicant alone, as the first entry of a journal has it, sealed or not.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It does not open.</exception>
    public PersonHash? HashOf(SealedApplicant applicant, JournalKey? key)
    {
        var kept = applicant.IdHash;
        if (JournalSealer.IsSealed(kept.Text))
            kept = key is null ? "" : new JournalInk(sealer, key.Journal, key, isNew: false).Open(kept.Text);
        var hash = HashOf(kept, () => sealer.Open(key, applicant.IdSealed, IdPurpose));
        return hash.Text.Length == 0 ? default(PersonHash?) : hash;
    }

    private const string ContentPurpose = "submission-content";
    private const string NoticePurpose = "public-notice";
    private const string PickupPurpose = "complaint-pickup";

    private bool IsBehind(Case current) => !lookup.Covers(current.Applicant.IdHash) || (current.Application.Representative is { } first && !lookup.Covers(first.IdHash))
        || current.Representations.Any(one => !lookup.Covers(one.Who.IdHash)) || current.NamedMembers.Any(member => !lookup.Covers(member.Person.IdHash));

    private PersonHash HashOf(PersonHash kept, Func<Opened> number) =>
        !lookup.Covers(kept) && PersonOf(number(), DateOnly.MaxValue) is { } id ? lookup.Of(id) : kept;

    // Number and telephone of one key, as the proof was made.
    private IReadOnlyList<string> ProofSubjects(PersonHash person, Opened? phone) => phone?.TextOrNull is not { } known ? [] :
        [.. person.Texts.SelectMany(text => lookup.Under("proof-person", $"{text}\n{known}").Where(subject => PersonHash.KeyOf(subject) == PersonHash.KeyOf(text))).Select(subject => "person-" + subject.Replace('.', ':'))];
}
