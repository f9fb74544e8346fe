using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using OneVisit.Domain.Audit;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;

namespace OneVisit.Storage;

/// <summary>Goes through every journal there is, of cases and of supervision, and recomputes its chain. Reads the tables from end to end, a page at a time: for the night, not for people.</summary>
/// <param name="seal"><c>null</c>: seals of heads are not looked at.</param>
public sealed class JournalAudit(OneVisitStorage storage, HeadSeal? seal = null)
{
    private readonly ImmutableArray<TableClient> tables = [storage.Table(Names.Journal), storage.Table(Names.Matters)];

    /// <summary>All journals behind one, in the order in which they lie.</summary>
    /// <param name="after">Cursor of the last that was seen; <c>null</c>: from the beginning.</param>
    public async IAsyncEnumerable<CheckedJournal> AllAsync(string? after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (first, partition) = JournalCursor.Read(after);
        for (var table = first; table < tables.Length; table++)
        {
            var from = table == first ? partition : "";
            var rows = new List<TableEntity>();
            await foreach (var row in tables[table].QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey gt {from}"), cancellationToken: cancellation))
            {
                if (rows.Count > 0 && rows[0].PartitionKey != row.PartitionKey)
                {
                    yield return await CheckAsync(table, rows, cancellation);
                    rows.Clear();
                }
                rows.Add(row);
            }
            if (rows.Count > 0)
                yield return await CheckAsync(table, rows, cancellation);
        }
    }

    /// <summary>One journal; <c>null</c>: there is none of that number.</summary>
    public async Task<CheckedJournal?> OneAsync(string journal, CancellationToken cancellation = default)
    {
        for (var table = 0; table < tables.Length; table++)
        {
            if (await RowsAsync(table, Keys.Of(journal), cancellation) is { Count: > 0 } rows)
                return await CheckAsync(table, rows, cancellation);
        }
        return null;
    }

    /// <summary>Whether anything lies under that number; nothing of it is read.</summary>
    public async Task<bool> ExistsAsync(string journal, CancellationToken cancellation = default)
    {
        var partition = Keys.Of(journal);
        foreach (var table in tables)
        {
            await foreach (var _ in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, maxPerPage: 1, select: ["PartitionKey"], cancellationToken: cancellation))
                return true;
        }
        return false;
    }

    // Somebody may have written while the page was turned: what looks broken is read once more, alone.
    private async Task<CheckedJournal> CheckAsync(int table, List<TableEntity> rows, CancellationToken cancellation)
    {
        var partition = rows[0].PartitionKey;
        var seen = Check(table, rows);
        return seen.Reading is ChainReading.Intact || await RowsAsync(table, partition, cancellation) is not { Count: > 0 } again ? seen : Check(table, again);
    }

    private async Task<List<TableEntity>> RowsAsync(int table, string partition, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in tables[table].QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
            rows.Add(row);
        return rows;
    }

    private CheckedJournal Check(int table, IReadOnlyList<TableEntity> rows)
    {
        var (partition, id) = (rows[0].PartitionKey, IdOf(rows[0].PartitionKey));
        var cursor = JournalCursor.Of(table, partition);
        try
        {
            StoredEntry[] entries = [.. rows.Where(row => row.RowKey is not (JournalRows.Head or JournalRows.Key)).Select(row => JournalRows.EntryOf(
                id, row, (sequence, at, actor, body, previous, hash) => new StoredEntry(sequence, at, actor, body, previous, hash) { IsBlank = JournalRows.IsBlank(row) }))];
            var opening = table == 0 && entries is [{ IsBlank: false, Body: var told }, ..] ? told : null;
            var head = rows.FirstOrDefault(row => row.RowKey == JournalRows.Head);
            var reading = JournalChain.Verify(id, entries, ChainedTable.VersionOf(head), head?.GetString("Hash"));
            return new(id, cursor, reading, [.. entries.Select(entry => entry.Hash)])
            {
                Stands = reading is ChainReading.Intact intact ? Standing.Of(new JournalHead(intact.Version, intact.Head)) : StandingOf(rows),
                Opening = opening,
                Key = rows.FirstOrDefault(row => row.RowKey == JournalRows.Key) is { } key ? JournalRows.KeyOf(key) with { Journal = id } : null,
                SealedFrom = head is null ? null : seal?.FromOf(id, JournalRows.HeadOf(head)!, head.GetString(JournalRows.Seal)),
                MustBeSealed = table == 0 && seal is not null,
            };
        }
        catch (JournalDamagedException damaged)
        {
            return new(id, cursor, new ChainReading.Broken(damaged.Sequence, ChainFault.Unreadable), []) { Stands = StandingOf(rows) };
        }
        // Also where a value is of another kind than we write.
        catch (Exception odd) when (odd is FormatException or InvalidOperationException or OverflowException)
        {
            return new(id, cursor, new ChainReading.Broken(0, ChainFault.Unreadable), []) { Stands = StandingOf(rows) };
        }
    }

    // A row that somebody put there under no key of ours must not hide all others.
    private static string IdOf(string partition)
    {
        try
        {
            var id = Keys.Read(partition);
            // None of ours has one, and in the list of heads it would part a line: it stays as written, under which no chain holds.
            return id.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) ? Keys.Of(id) : id;
        }
        catch (FormatException)
        {
            return partition;
        }
    }

    // Whatever somebody may have written, and nothing that the store or a change of keys writes by itself.
    private static string StandingOf(IEnumerable<TableEntity> rows) => Standing.Of(rows.Where(row => row.RowKey != JournalRows.Key).Select(row => string.Join('\t', row
        .Where(cell => cell.Key is not ("odata.etag" or "Timestamp" or JournalRows.Seal)).OrderBy(cell => cell.Key, StringComparer.Ordinal)
        .Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell.Key}={cell.Value}")))));

    private sealed record StoredEntry(int Sequence, DateTimeOffset At, Actor Actor, string Body, string PreviousHash, string Hash)
        : ChainedEntry(Sequence, At, Actor, Body, PreviousHash, Hash);
}
