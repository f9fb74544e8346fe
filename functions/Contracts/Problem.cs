namespace OneVisit.Contracts;

/// <summary>RFC 9457 problem details. <see cref="Code"/> is the stable name a program may branch on; <see cref="Detail"/> is in the reader's language.</summary>
/// <param name="Report">With <see cref="ProblemCodes.BrokenDirectory"/>: every line that is wrong.</param>
public sealed record Problem(string Type, string Title, int Status, string? Detail = null, string? Code = null, IReadOnlyDictionary<string, string[]>? Errors = null, string? ActedBy = null, DateTimeOffset? ActedAt = null,
    DirectoryReport? Report = null);

/// <summary>Stable names of problems.</summary>
public static class ProblemCodes
{
    public const string Malformed = "malformed";
    public const string Invalid = "invalid";
    public const string TooLarge = "too-large";
    public const string NotSignedIn = "not-signed-in";
    public const string NotYours = "not-yours";
    public const string NotFound = "not-found";

    /// <summary>The program has no such address; perhaps another release has. What an address is about, and is not there, is <see cref="NotFound"/>.</summary>
    public const string NoSuchAddress = "no-such-address";

    /// <summary>The address is there, but not for that method; the header <c>Allow</c> says for which.</summary>
    public const string OtherMethods = "other-methods";
    public const string AlreadyDone = "already-done";
    public const string OutOfOrder = "out-of-order";
    public const string ReasonRequired = "reason-required";
    public const string ReturnedOnce = "returned-once";
    public const string UnsupportedFile = "unsupported-file";

    /// <summary>Enough files for a day, or for an application that is still being written.</summary>
    public const string TooManyFiles = "too-many-files";
    public const string ExtraMaterial = "extra-material";
    public const string SameSubmissionOtherContent = "same-submission-other-content";
    public const string BrokenCatalogue = "broken-catalogue";
    public const string BrokenDirectory = "broken-directory";
    public const string SomebodyWasFirst = "somebody-was-first";
    public const string FormChanged = "form-changed";

    /// <summary>The public notice does not hang any more, or not yet.</summary>
    public const string NoticeOver = "notice-over";

    /// <summary>A task lies on another desk; the detail says on whose.</summary>
    public const string OtherDesk = "other-desk";

    /// <summary>The city suspended the point's authority to decide; the detail says since when and who decides.</summary>
    public const string AuthoritySuspended = "authority-suspended";

    /// <summary>The household's mandate ended, or never covered this; the detail says since when and who goes on.</summary>
    public const string MandateEnded = "mandate-ended";

    /// <summary>The caller acted for the person of the case and does so no longer; the detail says since when, why, and who may go on.</summary>
    public const string RepresentationEnded = "representation-ended";

    /// <summary>The mandate does not name that act.</summary>
    public const string NotInMandate = "not-in-mandate";

    /// <summary>The one-time code is not right; the detail says how many tries are left, or that a new one is needed.</summary>
    public const string CodeWrong = "code-wrong";

    /// <summary>Too many codes were sent within an hour.</summary>
    public const string TooManyCodes = "too-many-codes";

    /// <summary>Too many applications were handed in from one conversation within a day, or for one person and service; the detail says where to go.</summary>
    public const string TooManyApplications = "too-many-applications";

    /// <summary>Too many values were asked for in full within an hour.</summary>
    public const string TooManyLooks = "too-many-looks";

    /// <summary>It was erased by law and cannot be told any more.</summary>
    public const string Erased = "erased";

    /// <summary>A notice that was theirs and is not any more.</summary>
    public const string NoticeGone = "notice-gone";

    /// <summary>No code can be sent here: sign on the screen.</summary>
    public const string NoCodes = "no-codes";

    /// <summary>The case is this conversation's, and who sits there has yet to prove whose it is: see <see cref="Routes.ProofCodes"/>.</summary>
    public const string ProofNeeded = "proof-needed";

    /// <summary>The caller is related to the household; the detail says who else could act.</summary>
    public const string Related = "related";

    /// <summary>The city has to visit first; the detail says who.</summary>
    public const string CityVisitRequired = "city-visit-required";
    /// <summary>No authority of the caller reaches this decision today; the detail says who could decide and from or until when.</summary>
    public const string WithoutAuthority = "without-authority";

    /// <summary>Deciding on this item takes a training that the caller has not passed, or that counts no more; the detail names it and who could decide.</summary>
    public const string TrainingRequired = "training-required";

    /// <summary>A decision takes two signatures of two people; the detail says who has signed.</summary>
    public const string SecondSignature = "second-signature";

    /// <summary>The caller asks faster than people do; <c>Retry-After</c> says in how many seconds they may again.</summary>
    public const string TooMany = "too-many";
    public const string Busy = "busy";
    public const string Unexpected = "unexpected";
}
