using System.Collections.Immutable;

namespace OneVisit.Domain.Cases;

/// <summary>An office asked the household for papers. Of the list, freely; beyond it, only with a reason of the law.</summary>
/// <param name="Materials">Codes, each once.</param>
/// <param name="LegalReason">Id of the reason for a paper beyond the list; <c>null</c>: all are on it.</param>
/// <param name="Authority">Act and article of that reason, as printed.</param>
/// <param name="DueOn">Last day on which they are waited for; <c>null</c> in journals from when requests had no day.</param>
public sealed record MaterialRequested(
    string TaskId, [property: SealedInJournal] ImmutableArray<string> Materials, [property: SealedInJournal] string Reason, string? LegalReason = null, string? Authority = null,
    DateOnly? DueOn = null) : CaseEvent;

/// <summary>An office wanted papers beyond the list without a reason of the law (额外添加审批要件) and was refused. Counted; the household was not asked.</summary>
/// <param name="Materials">The codes beyond the list.</param>
public sealed record ExtraMaterialRefused(string TaskId, [property: SealedInJournal] ImmutableArray<string> Materials) : CaseEvent;

/// <summary>The last day of papers that were to follow (容缺) has come, and they are not there.</summary>
public sealed record PapersDue([property: SealedInJournal] ImmutableArray<string> Materials, DateOnly DueOn) : CaseEvent;

/// <summary>Somebody of the household was there in person: a visit.</summary>
/// <param name="Cause">Why they had to come again, see <see cref="ComingCauses"/>; <c>null</c> at the first visit.</param>
public sealed record Attended(string TaskId, string? Cause = null) : CaseEvent;

/// <summary>Why a household had to come more than once, as it is kept.</summary>
public static class ComingCauses
{
    /// <summary>The law wants them twice, for example at a divorce (民法典 §1077).</summary>
    public const string Law = "law";

    /// <summary>A paper of the list was not there the first time.</summary>
    public const string MissingPaper = "missing-paper";

    /// <summary>We told them wrong, lost something or made a mistake.</summary>
    public const string OurMistake = "our-mistake";

    /// <summary>The system or a register did not answer.</summary>
    public const string SystemDown = "system-down";

    /// <summary>The file went back for correction and needs them.</summary>
    public const string Correction = "correction";

    /// <summary>They wished to come.</summary>
    public const string OwnWish = "own-wish";

    public static ImmutableArray<string> All { get; } = [Law, MissingPaper, OurMistake, SystemDown, Correction, OwnWish];
}
