using System.Collections.Immutable;
using Azure.Data.Tables;
using OneVisit.Domain.Audit;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Supervision;

namespace OneVisit.Storage;

/// <summary>The journals of supervision (reviews, remedies, complaints, draws, authority of points): table <c>Matters</c>, in the manner of <see cref="CaseJournal"/>.</summary>
/// <param name="sealer"><c>null</c>: for who neither writes nor needs anybody's words.</param>
/// <param name="seal"><c>null</c>: without a key, as a command from outside.</param>
public sealed class SupervisionJournal(OneVisitStorage storage, JournalSealer? sealer = null, HeadSeal? seal = null)
{
    private readonly ChainedTable table = new(storage.Table(Names.Matters), seal);

    /// <summary>In order; empty when there is none of that number, or none any more whose content was not erased.</summary>
    /// <exception cref="JournalDamagedException">A row is no entry any more.</exception>
    public async Task<ImmutableArray<SupervisionEntry>> ReadAsync(string id, CancellationToken cancellation = default) => (await ReadWithKeyAsync(id, cancellation)).Entries;

    /// <summary>With what its sealed values open with; <c>null</c>: it has none.</summary>
    /// <exception cref="JournalDamagedException">A row is no entry any more.</exception>
    public async Task<(ImmutableArray<SupervisionEntry> Entries, JournalKey? Key)> ReadWithKeyAsync(string id, CancellationToken cancellation = default)
    {
        var (rows, head, key) = await table.ReadAsync(id, cancellation);
        var ink = InkOf(id, ChainedTable.VersionOf(head), key);
        return rows is [var first, ..] && JournalRows.IsBlank(first) ? ([], key) : ([.. rows.Select(row => EntryOf(id, row, ink))], key);
    }

    /// <summary>As if its data key had been destroyed: what is sealed is not told, whether or not it would open.</summary>
    /// <returns><c>null</c>: its chain does not hold.</returns>
    /// <exception cref="JournalDamagedException">A row is no entry any more.</exception>
    public async Task<ImmutableArray<SupervisionEntry>?> ReadClosedAsync(string id, CancellationToken cancellation = default)
    {
        var (rows, head, key) = await table.ReadAsync(id, cancellation);
        var ink = InkOf(id, ChainedTable.VersionOf(head), JournalKey.Destroyed(id, key?.Id ?? ""));
        ImmutableArray<SupervisionEntry> entries = [.. rows.Select(row => EntryOf(id, row, ink))];
        return JournalChain.Verify(id, entries, ChainedTable.VersionOf(head), head?.GetString("Hash")) is ChainReading.Intact ? entries : null;
    }

    /// <summary>Takes the content out of a journal that ends with <see cref="MatterErased"/>. Done again, it changes nothing.</summary>
    /// <param name="through">The last entry whose content goes.</param>
    public Task EraseAsync(string id, int through, CancellationToken cancellation = default) => table.EraseAsync(id, through, cancellation);

    /// <summary>What erases a journal whose content is out only in part, and since when: that broke off.</summary>
    /// <returns><c>null</c>: it is whole, or all of it is out.</returns>
    public async Task<(MatterErased Erased, DateTimeOffset At)?> BrokenOffAsync(string id, CancellationToken cancellation = default)
    {
        var (rows, _, _) = await table.ReadAsync(id, cancellation);
        if (rows is not [var first, .., var last] || !JournalRows.IsBlank(first) || JournalRows.IsBlank(last))
            return null;
        var entry = EntryOf(id, last, null);
        return entry.Event is MatterErased erased && !rows.Take(erased.Through).All(JournalRows.IsBlank) ? (erased, entry.At) : null;
    }

    /// <summary>Numbers behind one, in the order in which they lie, at most so many: for who goes through all of them bit by bit.</summary>
    /// <param name="after"><c>null</c>: from the beginning.</param>
    public Task<IReadOnlyList<string>> NumbersAsync(string? after, int most, CancellationToken cancellation = default) => table.IdsAsync(after, most, cancellation);

    /// <summary>Where a journal stands, without reading it; 0 when there is none.</summary>
    public async Task<int> VersionAsync(string id, CancellationToken cancellation = default) => ChainedTable.VersionOf(await table.HeadAsync(id, cancellation));

    /// <summary>Appends when the journal still stands at <paramref name="expectedVersion"/> (0: there is none yet).</summary>
    /// <returns>The entries as they now stand; <c>null</c>: somebody was first, and nothing was written.</returns>
    /// <exception cref="StorageUnavailableException">Not known whether it happened; the caller reads again before it decides again.</exception>
    public Task<ImmutableArray<SupervisionEntry>?> AppendAsync(
        string id, int expectedVersion, IReadOnlyList<SupervisionEvent> events, Actor actor, DateTimeOffset now, CancellationToken cancellation = default) =>
        AppendAsync(id, expectedVersion, events, actor, now, null, cancellation);

    /// <summary>As without a key.</summary>
    /// <param name="key">The journal's data key, written with its first entry; <c>null</c>: it has one, or needs none.</param>
    /// <returns>The entries as they now stand; <c>null</c>: somebody was first, and nothing was written.</returns>
    /// <exception cref="StorageUnavailableException">Not known whether it happened; the caller reads again before it decides again.</exception>
    public async Task<ImmutableArray<SupervisionEntry>?> AppendAsync(
        string id, int expectedVersion, IReadOnlyList<SupervisionEvent> events, Actor actor, DateTimeOffset now, JournalKey? key, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(events.Count);
        ImmutableArray<SupervisionEntry> entries = [];
        var (known, kept) = await table.EndAsync(id, cancellation);
        var ink = InkOf(id, expectedVersion, kept ?? key);
        var appended = await table.AppendAsync(
            id, expectedVersion, known, (head, attempt) =>
            {
                entries = SupervisionEntry.Extend(expectedVersion, head, events, actor, now, ink);
                return (entries[^1], entries.Select(entry => JournalRows.RowOf(id, entry, entry.Event.Type, attempt)), kept is null ? key ?? ink?.Made : null);
            },
            cancellation);
        return appended.Conflict is null ? entries : null;
    }

    private static SupervisionEntry EntryOf(string id, TableEntity row, JournalInk? ink) => JournalRows.EntryOf(
        id, row, (sequence, at, actor, body, previous, hash) => new SupervisionEntry(sequence, at, actor, SupervisionJson.Read(body, ink), body, previous, hash));

    private JournalInk? InkOf(string id, int version, JournalKey? key) => sealer is null ? null : new(sealer, id, key, isNew: version == 0);
}
