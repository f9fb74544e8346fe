using System.Collections.Immutable;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;

namespace OneVisit.Storage;

/// <summary>The journals of supervision (reviews, remedies, complaints, draws, authority of points): table <c>Matters</c>, in the manner of <see cref="CaseJournal"/>.</summary>
public sealed class SupervisionJournal(OneVisitStorage storage)
{
    private readonly ChainedTable table = new(storage.Table(Names.Matters));

    /// <summary>In order; empty when there is none of that number.</summary>
    /// <exception cref="JournalDamagedException">A row is no entry any more.</exception>
    public async Task<ImmutableArray<SupervisionEntry>> ReadAsync(string id, CancellationToken cancellation = default)
    {
        var (rows, _) = await table.ReadAsync(id, cancellation);
        return [.. rows.Select(row => JournalRows.EntryOf(
            id, row, (sequence, at, actor, body, previous, hash) => new SupervisionEntry(sequence, at, actor, SupervisionJson.Read(body), body, previous, hash)))];
    }

    /// <summary>Where a journal stands, without reading it; 0 when there is none.</summary>
    public async Task<int> VersionAsync(string id, CancellationToken cancellation = default) => ChainedTable.VersionOf(await table.HeadAsync(id, cancellation));

    /// <summary>Appends when the journal still stands at <paramref name="expectedVersion"/> (0: there is none yet).</summary>
    /// <returns>The entries as they now stand; <c>null</c>: somebody was first, and nothing was written.</returns>
    /// <exception cref="StorageUnavailableException">Not known whether it happened; the caller reads again before it decides again.</exception>
    public async Task<ImmutableArray<SupervisionEntry>?> AppendAsync(
        string id, int expectedVersion, IReadOnlyList<SupervisionEvent> events, Actor actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(events.Count);
        ImmutableArray<SupervisionEntry> entries = [];
        var appended = await table.AppendAsync(
            id, expectedVersion, await table.HeadAsync(id, cancellation), (head, attempt) =>
            {
                entries = SupervisionEntry.Extend(expectedVersion, head, events, actor, now);
                return (entries[^1], entries.Select(entry => JournalRows.RowOf(id, entry, entry.Event.Type, attempt)));
            },
            cancellation);
        return appended.Conflict is null ? entries : null;
    }
}
