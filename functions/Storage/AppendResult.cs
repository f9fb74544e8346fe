using System.Collections.Immutable;
using Azure.Data.Tables;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;

namespace OneVisit.Storage;

/// <summary>What came of an append.</summary>
public abstract record AppendResult
{
    /// <param name="Entries">As they now stand in the journal.</param>
    public sealed record Appended(ImmutableArray<Entry> Entries) : AppendResult
    {
        /// <summary>The head as it was written; <c>null</c>: it has to be looked at.</summary>
        internal TableEntity? Head { get; init; }

        /// <summary>The journal's data key, where it got one by this; <c>null</c>: it had one, or needs none.</summary>
        internal JournalKey? Made { get; init; }
    }

    /// <summary>Somebody was first; nothing was written. Read again and decide again.</summary>
    /// <param name="Version">Where the journal stood when we looked.</param>
    public sealed record Conflict(int Version) : AppendResult;

    private AppendResult() { }
}
