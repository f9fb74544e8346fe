namespace OneVisit.Contracts;

/// <summary>A household's application for one service or several at once: one applicant, one household, one list of papers, one mandate. The same <see cref="SubmissionId"/> twice gives the same cases.</summary>
/// <param name="SubmissionId">Chosen by the front door, 16 to 64 characters of <c>[A-Za-z0-9-]</c>; not shared with a <see cref="SubmitCase"/>.</param>
/// <param name="Services">Codes, 1 to <see cref="MostServices"/>, each once.</param>
/// <param name="Language">Language the applicant reads, <c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Materials">Codes of the combined one-time list as promised to the applicant, in any order; see <see cref="MaterialListView"/>.</param>
/// <param name="PrivacyNotice">Version of the personal-data notice the applicant confirmed.</param>
/// <param name="MandateToAgent">The village's agents may run the errands of all these services.</param>
/// <param name="Story">What happened, in the applicant's words; at most 1,000 characters.</param>
/// <param name="Choices">What the applicant chose about the papers; <c>null</c>: bring everything asked for.</param>
/// <param name="Mandate">With <paramref name="MandateToAgent"/>: to whom and for what; <c>null</c>: the usual.</param>
public sealed record SubmitApplication(
    string SubmissionId, IReadOnlyList<string> Services, string Language, HouseholdFacts Household, ApplicantDetails Applicant,
    IReadOnlyList<string> Materials, string PrivacyNotice, bool MandateToAgent, string? Story = null, MaterialChoices? Choices = null,
    MandateOffer? Mandate = null)
{
    public const int MostServices = 8;

    /// <summary>Whether somebody of the household is closely related to somebody of the offices; <c>null</c>: it was not asked.</summary>
    public RelativesTold? Relatives { get; init; }

    /// <summary>Who acts for the applicant; <c>null</c>: the applicant acts alone. Not with an agent's own application.</summary>
    public RepresentativeDetails? Representative { get; init; }
}

/// <summary>The applicant's choices about the papers that are asked of them. A paper stands in one of the two at most.</summary>
/// <param name="Later">Codes that follow later (容缺), of lines that carry <see cref="ListedPaper.Later"/>; the applicant accepts its commitment by choosing.</param>
/// <param name="ByCommitment">Codes replaced by a signed commitment (告知承诺), of lines with <see cref="ListedPaper.CommitmentInLieu"/>.</param>
public sealed record MaterialChoices(IReadOnlyList<string>? Later = null, IReadOnlyList<string>? ByCommitment = null);

/// <summary>What the applicant gets back: one linked case a service, in the order of the catalogue.</summary>
/// <param name="ApplicationId">For example <c>AP261124-7K2M9Q</c>.</param>
/// <param name="AlreadyThere">The same submission had come before: nothing new was made.</param>
public sealed record ApplicationReceipt(string ApplicationId, bool AlreadyThere, IReadOnlyList<CaseReceipt> Cases);

/// <summary>An application as its owner sees it.</summary>
/// <param name="Services">Codes applied for; a case that is not there yet comes when the same submission is sent again.</param>
/// <param name="Materials">The combined list: each paper once, with the cases it counts for; the strictest state of them.</param>
/// <param name="Mandated">A mandate to the village's agents is in force for at least one of the cases.</param>
public sealed record ApplicationView(
    string ApplicationId, DateOnly SubmittedOn, IReadOnlyList<string> Services, IReadOnlyList<CaseSummary> Cases, IReadOnlyList<ApplicationPaper> Materials, bool Mandated);

/// <summary>A paper of an application.</summary>
/// <param name="Paper">As in the first case that lists it.</param>
/// <param name="CaseIds">Cases that list it. A paper uploaded for one counts for all.</param>
public sealed record ApplicationPaper(CaseMaterial Paper, IReadOnlyList<string> CaseIds);
