using Azure.Data.Tables;
using System.Collections.Immutable;
using OneVisit.Domain.Audit;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;

namespace OneVisit.Storage;

/// <summary>
/// The journals of all cases: table <c>Journal</c>, partition case id, row sequence; append-only. One append is one transaction,
/// so that its events are all there or none; a head row with ETag keeps two writers from taking the same place. What people wrote lies sealed with the journal's data key.
/// </summary>
/// <param name="sealer"><c>null</c>: for who needs nobody's words; they are left as they lie.</param>
/// <param name="seal"><c>null</c>: without a key, as a command from outside; the audit tells such entries of cases.</param>
public sealed class CaseJournal(OneVisitStorage storage, JournalSealer? sealer = null, HeadSeal? seal = null)
{
    /// <summary>Most events of one append: a table transaction has 100 rows, one of them the head, one the key.</summary>
    public const int MostEvents = 98;

    private readonly ChainedTable table = new(storage.Table(Names.Journal), seal);

    /// <exception cref="JournalDamagedException">A row is no entry any more.</exception>
    public Task<JournalRead> ReadAsync(string caseId, CancellationToken cancellation = default) => ReadAsync(caseId, kept => kept, cancellation);

    /// <summary>As if its data key had been destroyed: what is sealed is not told, whether or not it would open.</summary>
    /// <exception cref="JournalDamagedException">A row is no entry any more.</exception>
    public Task<JournalRead> ReadClosedAsync(string caseId, CancellationToken cancellation = default) =>
        ReadAsync(caseId, kept => JournalKey.Destroyed(caseId, kept?.Id ?? ""), cancellation);

    private async Task<JournalRead> ReadAsync(string caseId, Func<JournalKey?, JournalKey?> with, CancellationToken cancellation)
    {
        var (rows, head, kept) = await table.ReadAsync(caseId, cancellation);
        var key = with(kept);
        var ink = InkOf(caseId, ChainedTable.VersionOf(head), key);
        if (rows is not [var first, .., var last] || !JournalRows.IsBlank(first))
            return new(caseId, [.. rows.Select(row => JournalRows.EntryOf(caseId, row, ink))], ChainedTable.VersionOf(head), head?.GetString("Hash")) { Head = head, Key = key };
        var end = JournalRows.EntryOf(caseId, last, ink);
        return new(caseId, [], ChainedTable.VersionOf(head), head?.GetString("Hash")) { Erasure = end.Event as Erased, ErasedAt = end.At };
    }

    /// <summary>Takes the content out of a journal that ends with <see cref="Erased"/>. Done again, it changes nothing.</summary>
    /// <param name="through">The last entry whose content goes.</param>
    public Task EraseAsync(string caseId, int through, CancellationToken cancellation = default) => table.EraseAsync(caseId, through, cancellation);

    /// <summary>Where a journal stands, without reading it; 0 when there is none.</summary>
    public async Task<int> VersionAsync(string caseId, CancellationToken cancellation = default) => ChainedTable.VersionOf(await table.HeadAsync(caseId, cancellation));

    /// <summary>Appends when the journal still stands at <paramref name="expectedVersion"/> (0: there is none yet).</summary>
    /// <exception cref="StorageUnavailableException">Not known whether it happened; the caller reads again before it decides again.</exception>
    public async Task<AppendResult> AppendAsync(
        string caseId, int expectedVersion, IReadOnlyList<CaseEvent> events, Actor actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        Check(events.Count);
        var (head, key) = await table.EndAsync(caseId, cancellation);
        return await AppendAsync(caseId, expectedVersion, head, key, [new(actor, events)], now, cancellation);
    }

    /// <summary>
    /// Appends when the journal still stands as it was read; saves the look at its head. <see cref="AppendResult.Conflict"/> also when what was read
    /// does not end with its head, as when somebody wrote while it was being read.
    /// </summary>
    /// <exception cref="StorageUnavailableException">Not known whether it happened; the caller reads again before it decides again.</exception>
    public Task<AppendResult> AppendAsync(JournalRead read, IReadOnlyList<CaseEvent> events, Actor actor, DateTimeOffset now, CancellationToken cancellation = default) =>
        AppendAsync(read, [new(actor, events)], now, cancellation);

    /// <summary>As for one act; several, one after the other, are one transaction.</summary>
    /// <exception cref="StorageUnavailableException">Not known whether it happened; the caller reads again before it decides again.</exception>
    public Task<AppendResult> AppendAsync(JournalRead read, IReadOnlyList<JournalAct> acts, DateTimeOffset now, CancellationToken cancellation = default)
    {
        Check(acts.Sum(act => act.Events.Count));
        return AppendAsync(read.CaseId, read.Version, read.Head, read.Key, acts, now, cancellation);
    }

    private static void Check(int events)
    {
        ArgumentOutOfRangeException.ThrowIfZero(events);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(events, MostEvents);
    }

    private async Task<AppendResult> AppendAsync(
        string caseId, int expectedVersion, TableEntity? known, JournalKey? key, IReadOnlyList<JournalAct> acts, DateTimeOffset now, CancellationToken cancellation)
    {
        var (entries, ink) = (ImmutableArray<Entry>.Empty, InkOf(caseId, expectedVersion, key));
        var appended = await table.AppendAsync(
            caseId, expectedVersion, known, (head, attempt) =>
            {
                foreach (var act in acts)
                    entries = [.. entries, .. JournalChain.Extend(expectedVersion + entries.Length, entries.IsEmpty ? head : entries[^1].Hash, act.Events, act.Actor, now, ink)];
                return (entries[^1], entries.Select(entry => JournalRows.RowOf(caseId, entry, entry.Event.Type, attempt)), expectedVersion == 0 && key is not null ? key : ink?.Made);
            },
            cancellation);
        return appended.Conflict is { } version ? new AppendResult.Conflict(version) : new AppendResult.Appended(entries) { Head = appended.Head, Made = ink?.Made };
    }

    private JournalInk? InkOf(string caseId, int version, JournalKey? key) => sealer is null ? null : new(sealer, caseId, key, isNew: version == 0);
}
