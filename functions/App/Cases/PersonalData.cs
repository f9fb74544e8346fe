using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Supervision;

namespace OneVisit.Functions.Cases;

/// <summary>Seals and opens what identifies a person. Each kind is sealed for its own purpose, so that one never opens as another.</summary>
public sealed class PersonalData(Sealer sealer, LookupHash lookup)
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
    private const string SenderPurpose = "quarantine-sender";
    private const string ObjectionPurpose = "objection-words";

    internal SealedApplicant Seal(Submission submission) => new(
        sealer.Seal(submission.Name.Reveal(), NamePurpose), submission.Name.Masked,
        sealer.Seal(submission.Id.Reveal(), IdPurpose), IdHash(submission.Id), submission.Id.Masked,
        sealer.Seal(submission.Phone.Reveal(), PhonePurpose), submission.Phone.Masked,
        submission.Village.Code, submission.Village.Township)
    {
        GridCode = submission.Form.Applicant.Grid,
    };

    internal SealedMember Seal(PersonName name, ResidentId id) => new(
        sealer.Seal(name.Reveal(), MemberNamePurpose), name.Masked, sealer.Seal(id.Reveal(), MemberIdPurpose), IdHash(id), id.Masked);

    public string? SealStory(string? story) => story is null ? null : sealer.Seal(story, StoryPurpose);

    public string? StoryOf(Submitted application) => application.StorySealed is { } story ? sealer.Open(story, StoryPurpose) : null;

    public string NameOf(SealedApplicant applicant) => sealer.Open(applicant.NameSealed, NamePurpose);

    /// <summary>Who sent a paper that waits for the virus scanner.</summary>
    public string SealSender(string participant) => sealer.Seal(participant, SenderPurpose);

    public string SenderOf(string sealedSender) => sealer.Open(sealedSender, SenderPurpose);

    /// <summary>Under it is counted how much somebody sent today.</summary>
    public string UploadsKey(string participant) => lookup.Of("uploads", participant);

    /// <summary>The number in full: for its owner only.</summary>
    public string IdOf(SealedApplicant applicant) => sealer.Open(applicant.IdSealed, IdPurpose);

    /// <summary>Whose case it is, for who asks or tells the registries.</summary>
    /// <returns><c>null</c>: the number is none of a person born by then.</returns>
    public ResidentId? PersonOf(SealedApplicant applicant, DateOnly today) => (ResidentId.Read(IdOf(applicant), today) as IdReading.Valid)?.Id;

    /// <summary>Who that member of the household is, as <see cref="PersonOf(SealedApplicant, DateOnly)"/>.</summary>
    public ResidentId? PersonOf(SealedMember member, DateOnly today) => (ResidentId.Read(sealer.Open(member.IdSealed, MemberIdPurpose), today) as IdReading.Valid)?.Id;

    public string PhoneOf(SealedApplicant applicant) => sealer.Open(applicant.PhoneSealed, PhonePurpose);

    public string SealComplaint(string words) => sealer.Seal(words, ComplaintPurpose);

    public string ComplaintOf(MatterSubject.OfComplaint complaint) => sealer.Open(complaint.WordsSealed, ComplaintPurpose);

    public string SealChange(string words) => sealer.Seal(words, ChangePurpose);

    public string? ChangeOf(MatterSubject.OfBenefit benefit) => benefit.WordsSealed is { } words ? sealer.Open(words, ChangePurpose) : null;

    public string SealContact(string contact) => sealer.Seal(contact, ContactPurpose);

    public string? ContactOf(MatterSubject.OfComplaint complaint) => complaint.ContactSealed is { } contact ? sealer.Open(contact, ContactPurpose) : null;

    /// <summary>From it the number and the code of a complaint are made, the same for the same submission.</summary>
    public string ComplaintSecret(string submissionId) => lookup.Of("complaint", submissionId);

    public string SealObjection(string words) => sealer.Seal(words, ObjectionPurpose);

    public string ObjectionOf(MatterSubject.OfObjection objection) => sealer.Open(objection.WordsSealed, ObjectionPurpose);

    public string? ContactOf(MatterSubject.OfObjection objection) => objection.ContactSealed is { } contact ? sealer.Open(contact, ContactPurpose) : null;

    /// <summary>From it the number and the code of an objection are made, the same for the same submission.</summary>
    public string ObjectionSecret(string submissionId) => lookup.Of("objection", submissionId);

    /// <summary>From it the number of a public notice is made: who knows the notice does not know the case.</summary>
    public string NoticeSecret(string caseId, int round) => lookup.Of("public-notice", $"{caseId}\n{round}");

    /// <summary>Recognises a pickup code without keeping it.</summary>
    public string PickupHash(string complaintId, string code) => lookup.Of("complaint-pickup", $"{complaintId}\n{code}");

    /// <summary>Finds a person's cases again without the number.</summary>
    public string IdHash(ResidentId id) => lookup.Of(id);

    /// <summary>Tells equal contents from different ones without keeping them.</summary>
    public string ContentHash(string content) => lookup.Of("submission-content", content);

    /// <summary>The key under which a participant's submission is claimed: nobody can claim another's.</summary>
    public string SubmissionKey(string participant, string submissionId) => lookup.Of("submission", $"{participant}\n{submissionId}");
}
