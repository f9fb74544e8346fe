namespace OneVisit.Domain.Cases;

/// <summary>The office issued a paper: printed once, its bytes kept.</summary>
/// <param name="Kind">See <see cref="PaperKinds"/>.</param>
/// <param name="Number">As it stands on the paper; with the kind unique within the case.</param>
/// <param name="DocumentId">Content hash of its bytes, base64url of SHA-256.</param>
/// <param name="CheckCode">Code by which anybody checks it, see <see cref="Cases.CheckCode"/>; plain, without hyphens.</param>
/// <param name="Office">Whose seal it bears, for example <c>township/370982103</c>.</param>
/// <param name="Fingerprint">Of its Chinese words, base64url of SHA-256; the end of it stands on the paper.</param>
/// <param name="Seal">Number of the seal.</param>
/// <param name="TaskId">The task it came of, for example <c>notice-r2</c>; <c>null</c>: of the case itself.</param>
/// <param name="Replaces">Number of the paper of the same kind that it takes the place of; <c>null</c>: of none.</param>
public sealed record PaperIssued(
    string Kind, string Number, string DocumentId, string CheckCode, string Office,
    string? Fingerprint = null, string? Seal = null, long? Bytes = null, string? TaskId = null, string? Replaces = null) : CaseEvent;

/// <summary>A paper of the office does not count any more.</summary>
public sealed record PaperWithdrawn(string Kind, string Number, [property: SealedInJournal] string Reason) : CaseEvent;

/// <summary>Kinds of papers that the office issues, as they are kept. Their names for people are sentences <c>paper.{kind}</c>.</summary>
public static class PaperKinds
{
    /// <summary>受理通知书.</summary>
    public const string Receipt = "receipt";

    /// <summary>决定书, 不予确认决定书.</summary>
    public const string DecisionLetter = "decision-letter";

    /// <summary>公示证明.</summary>
    public const string NoticeCertificate = "notice-certificate";

    /// <summary>民主评议记录.</summary>
    public const string AppraisalMinutes = "appraisal-minutes";

    /// <summary>案卷目录 and what belongs to it.</summary>
    public const string FilingPackage = "filing-package";
}
