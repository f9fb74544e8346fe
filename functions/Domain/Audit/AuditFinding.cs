using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Audit;

/// <summary>A journal that is not as it was written.</summary>
/// <param name="Journal">Its number: of a case, a review, a complaint, a point's authority; empty: the anchors themselves.</param>
/// <param name="Sequence">The first entry that is not as it was written; 0: all of it.</param>
public sealed record AuditFinding(string Journal, int Sequence, AuditFault Fault)
{
    /// <summary>Somebody looked into it, and it stands as it stood then: it stays in the list and is no alarm.</summary>
    public bool IsAccepted { get; init; }

    public static AuditFinding Of(string journal, ChainReading.Broken broken) => new(journal, broken.Sequence, broken.Fault switch
    {
        ChainFault.Missing => AuditFault.Missing,
        ChainFault.NotLinked => AuditFault.NotLinked,
        ChainFault.Unreadable => AuditFault.Unreadable,
        _ => AuditFault.Changed,
    });
}

/// <summary>What is wrong.</summary>
public enum AuditFault
{
    /// <summary>An entry, or the whole journal, is not there.</summary>
    Missing,

    /// <summary>An entry does not build on the one before.</summary>
    NotLinked,

    /// <summary>An entry is not what its hash was taken of.</summary>
    Changed,

    /// <summary>A row is no entry any more.</summary>
    Unreadable,

    /// <summary>The chain holds in itself and is not the one that was anchored: it was written anew.</summary>
    NotAsAnchored,

    /// <summary>What came after the last anchor was not written by a program of the city: who did had no key, or somebody changed it since.</summary>
    NotSealed,

    /// <summary>A case that its applicant's number did not lead to: its row in the index was gone. It was written again.</summary>
    NotIndexed,

    /// <summary>An anchor, or the list that it is of, is not as it was written, or not there.</summary>
    Anchor,
}

/// <summary>Faults as they travel.</summary>
public static class AuditFaults
{
    public static string Code(this AuditFault fault) => fault switch
    {
        AuditFault.Missing => "missing",
        AuditFault.NotLinked => "not-linked",
        AuditFault.Changed => "changed",
        AuditFault.Unreadable => "unreadable",
        AuditFault.NotAsAnchored => "not-as-anchored",
        AuditFault.NotSealed => "not-sealed",
        AuditFault.NotIndexed => "not-indexed",
        _ => "anchor",
    };
}
