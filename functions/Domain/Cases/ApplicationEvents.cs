using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>A household applied (申请). What it was promised is frozen here.</summary>
/// <param name="Participant">Who owns the case: a digest of the channel identity, never a name.</param>
/// <param name="Language"><c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Materials">The one-time list (一次性告知): nothing beyond it may be asked for.</param>
/// <param name="PrivacyNotice">Version of the personal-data notice the applicant confirmed.</param>
/// <param name="StorySealed">What happened, in the applicant's words, sealed.</param>
/// <param name="CatalogueVersion">Id of the catalogue version the case goes by to its end; <c>null</c>: the one built into the program, as in cases of before there were versions.</param>
public sealed record Submitted(
    string CaseId, string SubmissionId, string Service, string ProcedureVersion, string Participant, string Language,
    SealedApplicant Applicant, [property: SealedInJournal("{}")] Household Household, [property: SealedInJournal("[]")] ImmutableArray<ListedMaterial> Materials, string PrivacyNotice,
    [property: SealedInJournal("""{"kind":"unknown"}""")] PreliminaryVerdict Verdict, string? StorySealed = null, string? CatalogueVersion = null) : CaseEvent
{
    /// <summary>The stamp under the list; <c>null</c> in journals from before lists were stamped.</summary>
    public ListStamp? Stamp { get; init; }

    /// <summary>The application for several services that this case is part of; <c>null</c>: it came alone.</summary>
    public LinkedApplication? Together { get; init; }

    /// <summary>Who acts for the applicant; <c>null</c>: nobody, as in journals from before somebody could.</summary>
    public SealedRepresentative? Representative { get; init; }
}

/// <summary>The stamp under a frozen list.</summary>
/// <param name="Version">Of the service's description that the list was made by.</param>
public sealed record ListStamp(int Version, DateTimeOffset At);

/// <summary>One application, several services, a case each. The cases are found by its id: they are numbered one by one as they open.</summary>
/// <param name="Services">Codes of all of them, this one's too.</param>
public sealed record LinkedApplication(string ApplicationId, ImmutableArray<string> Services);

/// <summary>A material on the frozen list. <see cref="HeldByPlatform"/>: the city holds it, looks it up or fills it in; nobody brings it.</summary>
/// <param name="Provision">How it comes to the case; <c>null</c> in journals from before that was told.</param>
/// <param name="AsOf">The day its register was looked at.</param>
/// <param name="LaterBy">容缺: it follows later, at the latest on this day; the applicant signed for it.</param>
/// <param name="ByCommitment">告知承诺: the applicant's commitment stands for it.</param>
/// <param name="LaterByIsProvisional"><paramref name="LaterBy"/> lies in a year without a published calendar.</param>
/// <param name="LaterWorkingDays">How many working days <paramref name="LaterBy"/> was counted by, from the day after the application; <c>null</c> in journals from before that was kept.</param>
/// <param name="AfterResult">It does not hold up the result, only the end of the case.</param>
public sealed record ListedMaterial(
    string Code, bool HeldByPlatform, Provision? Provision = null, DateOnly? AsOf = null, DateOnly? LaterBy = null, bool? ByCommitment = null,
    bool? LaterByIsProvisional = null, bool? AfterResult = null, int? LaterWorkingDays = null)
{
    /// <summary>The resident brings it now or later: an office may ask for it.</summary>
    [JsonIgnore]
    public bool MayBeAskedFor => !HeldByPlatform || Provision == Services.Provision.Prefilled;
}

/// <summary>What the rules said on the day of application. A person decides, not this.</summary>
/// <param name="Monthly">Estimated yuan per month for the household when likely.</param>
public sealed record PreliminaryVerdict(VerdictKind Kind, Money? Monthly = null);

/// <summary>How the preliminary verdict went. Unknown is not no.</summary>
public enum VerdictKind { Likely, Unlikely, Unknown }

/// <summary>The application was accepted (受理); limits count from the day after <see cref="On"/>.</summary>
/// <param name="DueIsProvisional">A year on the way has no published calendar yet.</param>
/// <param name="YellowAt">From this instant on 90% of the committed time is used.</param>
/// <param name="RedAt">From this instant on the committed time is exceeded: the end of the due day in Beijing.</param>
public sealed record Accepted(DateOnly On, DateOnly DueOn, bool DueIsProvisional, DateTimeOffset YellowAt, DateTimeOffset RedAt) : CaseEvent
{
    /// <summary>The day on which the office had the papers, where an officer accepted; <c>null</c>: accepted as it came.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>By silence past the limit (行政许可法 §32).</summary>
    public bool? Deemed { get; init; }
}

/// <summary>A paper came in.</summary>
/// <param name="DocumentId">Content hash, base64url of SHA-256: the same bytes have the same id.</param>
/// <param name="ContentType">What the bytes are, by content.</param>
/// <param name="SignedContent">For a form signed on a screen: the fingerprint of what was signed, base64url of SHA-256.</param>
public sealed record DocumentAdded(string DocumentId, [property: SealedInJournal] string Material, string ContentType, long Bytes, string? SignedContent = null) : CaseEvent
{
    /// <summary>For a form signed on a screen: how, see <see cref="SignatureKinds"/>; <c>null</c> in journals from before that was told.</summary>
    public string? SignedBy { get; init; }

    /// <summary>The agent on whose telephone it was signed; <c>null</c>: the household's own.</summary>
    public string? TakenBy { get; init; }
}
