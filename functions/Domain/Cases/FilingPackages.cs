using System.Collections.Immutable;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>The file that goes to the city was put together (备案卷包): index, documents, records, proof of the notice, decision, and the journal.</summary>
/// <param name="DocumentId">Content hash of its bytes, base64url of SHA-256.</param>
/// <param name="Hash">The same, lower-case hex: as it stands in letters and lists.</param>
/// <param name="Items">Pieces in it, the index not counted.</param>
/// <param name="Head">Hash of the journal entry up to which it tells.</param>
/// <param name="Missing">See <see cref="PackagePieces"/>; empty: nothing is.</param>
public sealed record FilingPackaged(string DocumentId, string Hash, int Items, long Bytes, string Head, ImmutableArray<string> Missing) : CaseEvent;

/// <summary>The latest package of a case.</summary>
/// <param name="IsStale">A paper came in, or was issued, since it was put together.</param>
public sealed record FilingPackage(string DocumentId, string Hash, int Items, long Bytes, ImmutableArray<string> Missing, DateTimeOffset At, bool IsStale = false);

/// <summary>Pieces that a file should hold and may lack, as they are kept.</summary>
public static class PackagePieces
{
    public const string Survey = "survey";
    public const string Verification = "verification";
    public const string NoticeProof = PaperKinds.NoticeCertificate;
    public const string DecisionLetter = PaperKinds.DecisionLetter;

    /// <summary>Followed by the code of the paper.</summary>
    public const string Paper = "paper:";

    /// <summary>What is owed to the file of a case and not in it.</summary>
    /// <param name="issued">Kinds of papers that the office issued in it.</param>
    public static ImmutableArray<string> MissingIn(Case current, Procedure procedure, IReadOnlySet<string> issued)
    {
        return [.. Missing()];

        IEnumerable<string> Missing()
        {
            if (Has(StageKind.Survey) && current.Survey is null)
                yield return Survey;
            if (Has(StageKind.Verify) && current.Verification is null)
                yield return Verification;
            if (Has(StageKind.Notice) && !NoticeRules.IsForbidden(current, procedure) && !issued.Contains(NoticeProof))
                yield return NoticeProof;
            if (!issued.Contains(DecisionLetter))
                yield return DecisionLetter;
            foreach (var listed in current.NotThere(current.First?.Ended?.On ?? DateOnly.MinValue))
                yield return Paper + listed.Code;
        }

        bool Has(StageKind kind) => procedure.Stages.Any(stage => stage.Kind == kind);
    }
}

public static partial class CaseDecisions
{
    /// <summary>The case goes to the city's file and has no package yet, or one that lacks what came in since.</summary>
    public static bool NeedsPackage(Case current) =>
        current is { DeliveredAt: not null, FiledAt: null, IsClosed: false } && current.OpenTasks.Any(task => task.Kind == StageKind.File) && current.Package is null or { IsStale: true };

    /// <summary>Journals a package; the same one again, or one that nobody needs any more, writes nothing.</summary>
    public static Decision Package(Case current, FilingPackaged packaged) =>
        NeedsPackage(current) && current.Package?.DocumentId != packaged.DocumentId ? Accept(Actor.System, [packaged]) : Accept(Actor.System, []);
}

public sealed partial record Case
{
    /// <summary>What goes to the city's file; <c>null</c>: nothing was put together.</summary>
    public FilingPackage? Package { get; private init; }

    private static FilingPackage? Stale(FilingPackage? package) => package is null ? null : package with { IsStale = true };
}
