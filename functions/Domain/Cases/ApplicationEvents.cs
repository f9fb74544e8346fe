using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Domain.Cases;

/// <summary>A household applied (申请). What it was promised is frozen here.</summary>
/// <param name="Participant">Who owns the case: a digest of the channel identity, never a name.</param>
/// <param name="Language"><c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Materials">The one-time list (一次性告知): nothing beyond it may be asked for.</param>
/// <param name="PrivacyNotice">Version of the personal-data notice the applicant confirmed.</param>
/// <param name="StorySealed">What happened, in the applicant's words, sealed.</param>
public sealed record Submitted(
    string CaseId, string SubmissionId, string Service, string ProcedureVersion, string Participant, string Language,
    SealedApplicant Applicant, Household Household, ImmutableArray<ListedMaterial> Materials, string PrivacyNotice,
    PreliminaryVerdict Verdict, string? StorySealed = null) : CaseEvent;

/// <summary>A material on the frozen list. <see cref="HeldByPlatform"/>: the city already holds it, nobody brings it.</summary>
public sealed record ListedMaterial(string Code, bool HeldByPlatform);

/// <summary>What the rules said on the day of application. A person decides, not this.</summary>
/// <param name="Monthly">Estimated yuan per month for the household when likely.</param>
public sealed record PreliminaryVerdict(VerdictKind Kind, Money? Monthly = null);

/// <summary>How the preliminary verdict went. Unknown is not no.</summary>
public enum VerdictKind { Likely, Unlikely, Unknown }

/// <summary>The application was accepted (受理); limits count from the day after <see cref="On"/>.</summary>
/// <param name="DueIsProvisional">A year on the way has no published calendar yet.</param>
/// <param name="YellowAt">From this instant on 90% of the committed time is used.</param>
/// <param name="RedAt">From this instant on the committed time is exceeded: the end of the due day in Beijing.</param>
public sealed record Accepted(DateOnly On, DateOnly DueOn, bool DueIsProvisional, DateTimeOffset YellowAt, DateTimeOffset RedAt) : CaseEvent;

/// <summary>The resident authorised the village agent (代办授权).</summary>
/// <param name="Scope">Stable name of what the agent may do, see <see cref="Mandate.CollectAndSubmit"/>.</param>
/// <param name="HolderOffice">Office whose agents hold it, for example <c>village/370982103201</c>.</param>
/// <param name="ExpiresOn">Last day on which it counts.</param>
public sealed record MandateGranted(string Scope, string HolderOffice, DateOnly ExpiresOn) : CaseEvent;

/// <summary>The resident took the mandate back; it needs no reason.</summary>
public sealed record MandateRevoked : CaseEvent;

/// <summary>A paper came in.</summary>
/// <param name="DocumentId">Content hash, base64url of SHA-256: the same bytes have the same id.</param>
/// <param name="ContentType">What the bytes are, by content.</param>
/// <param name="SignedContent">For a form signed on a screen: the fingerprint of what was signed, base64url of SHA-256.</param>
public sealed record DocumentAdded(string DocumentId, string Material, string ContentType, long Bytes, string? SignedContent = null) : CaseEvent;
