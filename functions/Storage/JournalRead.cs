using System.Collections.Immutable;
using Azure.Data.Tables;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;

namespace OneVisit.Storage;

/// <summary>A journal as it stands in the table.</summary>
/// <param name="Entries">In order; empty when there is no such case.</param>
/// <param name="HeadVersion">Version that the last append noted; 0 without one.</param>
/// <param name="HeadHash">Hash of the entry of that version.</param>
public sealed record JournalRead(string CaseId, ImmutableArray<Entry> Entries, int HeadVersion, string? HeadHash)
{
    public int Version => Entries.Length;

    /// <summary>There was such a case, and its content was erased by this: none of its entries can be read. <c>null</c>: they can.</summary>
    public Erased? Erasure { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset ErasedAt { get; init; }

    /// <summary>What its sealed values open with; <c>null</c>: it has none, as journals of earlier releases.</summary>
    public JournalKey? Key { get; init; }

    /// <summary>The head as it was read, for who appends to what they have read; <c>null</c>: there is none.</summary>
    internal TableEntity? Head { get; init; }

    /// <summary>The journal of a case that is not there yet.</summary>
    /// <param name="key">Written with its first entry.</param>
    public static JournalRead None(string caseId, JournalKey? key = null) => new(caseId, [], HeadVersion: 0, HeadHash: null) { Key = key };

    /// <summary>The journal as it stands after an append to just this: who goes on from there need not read it again.</summary>
    public JournalRead After(AppendResult.Appended appended) => this with
    {
        Entries = [.. Entries, .. appended.Entries],
        HeadVersion = appended.Entries[^1].Sequence,
        HeadHash = appended.Entries[^1].Hash,
        Head = appended.Head,
        Key = appended.Made ?? Key,
    };

    /// <summary>Checks the chain and that its end was not cut off.</summary>
    public ChainReading Verify() => JournalChain.Verify(CaseId, Entries, HeadVersion, HeadHash);
}

/// <summary>A row of a journal is no entry any more, or its words do not open: somebody changed it by hand, or the sealing key of its time is not known.</summary>
public sealed class JournalDamagedException(string caseId, int sequence, Exception? inner = null)
    : Exception($"Entry {sequence} of case {caseId} cannot be read.", inner)
{
    public string CaseId => caseId;

    public int Sequence => sequence;
}
