using System.Collections.Immutable;
using OneVisit.Domain.Audit;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;

namespace OneVisit.Storage;

/// <summary>A journal with what became of its check.</summary>
/// <param name="Cursor">For who goes on behind it.</param>
/// <param name="Hashes">Of its entries, in order; empty when it could not be read.</param>
public sealed record CheckedJournal(string Id, string Cursor, ChainReading Reading, ImmutableArray<string> Hashes)
{
    /// <summary>What is told in the first entry of a case; <c>null</c>: it was erased, or it is no case.</summary>
    public string? Opening { get; init; }

    /// <summary>What its sealed values open with; <c>null</c>: there is none.</summary>
    public JournalKey? Key { get; init; }

    /// <summary>The first entry since when only programs with a key wrote here; <c>null</c>: that is not known of any.</summary>
    public int? SealedFrom { get; init; }

    /// <summary>The journal of a case: nobody else writes into it. Of the others some are written by commands from outside.</summary>
    public bool MustBeSealed { get; init; }

    /// <summary>How it stands, see <see cref="Standing"/>.</summary>
    public required string Stands { get; init; }

    public JournalHead Head => new(Hashes.Length, Hashes.IsEmpty ? "" : Hashes[^1]);

    /// <summary>What is wrong with it, also against what was anchored; <c>null</c>: nothing.</summary>
    /// <param name="anchored">Where it ended when it was anchored; <c>null</c>: it was not.</param>
    /// <param name="isSealing">All that was written since that anchor has to be sealed.</param>
    public AuditFinding? Against(JournalHead? anchored, bool isSealing = false) => Reading switch
    {
        ChainReading.Broken broken => AuditFinding.Of(Id, broken),
        _ when anchored is not null && anchored.Version > Hashes.Length => new(Id, Hashes.Length + 1, AuditFault.Missing),
        _ when anchored is not null && Hashes[anchored.Version - 1] != anchored.Hash => new(Id, anchored.Version, AuditFault.NotAsAnchored),
        _ when isSealing && MustBeSealed && (anchored?.Version ?? 0) is var before && before < Hashes.Length && !(SealedFrom <= before + 1) => new(Id, before + 1, AuditFault.NotSealed),
        _ => null,
    };

    /// <summary>The same, where findings were accepted: a chain that holds and goes on from where it was accepted is in order; one that does not hold, and was left alone since, is known.</summary>
    public AuditFinding? Against(JournalHead? anchored, bool isSealing, AcceptedFindings accepted) => (Against(anchored, isSealing), Reading) switch
    {
        (null, _) => null,
        ({ } finding, ChainReading.Broken) => finding with { IsAccepted = accepted.Know(finding, Stands) },
        _ when accepted.HeadOf(Id) is { } head && Against(head, isSealing) is null => null,
        var (finding, _) => finding,
    };
}
