namespace OneVisit.Contracts;

/// <summary>A household's application. The same <see cref="SubmissionId"/> twice gives the same case.</summary>
/// <param name="SubmissionId">Chosen by the front door, 16 to 64 characters of <c>[A-Za-z0-9-]</c>.</param>
/// <param name="Language">Language the applicant reads, <c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Materials">Codes of the frozen one-time list as promised to the applicant.</param>
/// <param name="PrivacyNotice">Version of the personal-data notice the applicant confirmed.</param>
/// <param name="Story">What happened, in the applicant's words; at most 1,000 characters.</param>
/// <param name="Choices">What the applicant chose about the papers; <c>null</c>: bring everything asked for.</param>
/// <param name="Mandate">With <paramref name="MandateToAgent"/>: to whom and for what; <c>null</c>: the usual.</param>
public sealed record SubmitCase(
    string SubmissionId, string Service, string Language, HouseholdFacts Household, ApplicantDetails Applicant,
    IReadOnlyList<string> Materials, string PrivacyNotice, bool MandateToAgent, string? Story = null,
    MaterialChoices? Choices = null, MandateOffer? Mandate = null)
{
    /// <summary>Whether somebody of the household is closely related to somebody of the offices; <c>null</c>: it was not asked.</summary>
    public RelativesTold? Relatives { get; init; }

    /// <summary>Who acts for the applicant; <c>null</c>: the applicant acts alone. Not with an agent's own application.</summary>
    public RepresentativeDetails? Representative { get; init; }
}

/// <summary>The household's answer about kinship with the offices (近亲属备案).</summary>
/// <param name="Answer"><c>yes</c>, <c>no</c> or <c>unknown</c>; not knowing is fine.</param>
/// <param name="Who">Of a yes: who it is, where they work and what they are to the household, in the household's words, at most 100 characters.</param>
public sealed record RelativesTold(string Answer, string? Who = null);

/// <summary>Who applies: the person the case is about, whoever acts for them. Travels only inside this one request; at rest it is sealed.</summary>
/// <param name="Phone">Their own; may be empty where somebody acts for them and they have none.</param>
/// <param name="Village">Code of the village, for example <c>370982103201</c>.</param>
public sealed record ApplicantDetails(string Name, string IdNumber, string Phone, string Village)
{
    /// <summary>Code of the grid in that village, fifteen digits, where it was named; <c>null</c>: the village is enough.</summary>
    public string? Grid { get; init; }

    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(ApplicantDetails);
}

/// <summary>What the applicant gets back.</summary>
/// <param name="ClaimCode">Where an agent applied: the code with which the household sees the case in its own conversation.</param>
/// <param name="AlreadyThere">The same submission had come before: nothing new was made.</param>
/// <param name="AwaitsAcceptance">An officer accepts it first: <paramref name="AcceptedOn"/> is the day on which it came, <paramref name="DueOn"/> the day by which the applicant knows.</param>
public sealed record CaseReceipt(
    string CaseId, string Service, DateOnly AcceptedOn, DateOnly DueOn, bool DueIsProvisional, bool AlreadyThere, IReadOnlyList<string> NextStages,
    string? ClaimCode = null, bool AwaitsAcceptance = false);
