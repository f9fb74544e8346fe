using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Audit;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;

namespace OneVisit.Storage;

/// <summary>
/// Hash-chained journals in a table: partition the journal's id, row the sequence; append-only. One append is one transaction, so that its entries are
/// all there or none; a head row with ETag keeps two writers from taking the same place.
/// </summary>
/// <param name="seal"><c>null</c>: whoever writes here has no key.</param>
internal sealed class ChainedTable(TableClient table, HeadSeal? seal = null)
{
    // Of one transaction of a table.
    private const int MostAtOnce = 100;

    public async Task<(IReadOnlyList<TableEntity> Rows, TableEntity? Head, JournalKey? Key)> ReadAsync(string id, CancellationToken cancellation)
    {
        var partition = Keys.Of(id);
        var rows = new List<TableEntity>();
        TableEntity? head = null;
        JournalKey? key = null;
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
        {
            if (row.RowKey == JournalRows.Head)
                head = row;
            else if (row.RowKey == JournalRows.Key)
                key = JournalRows.KeyOf(row) with { Journal = id };
            else
                rows.Add(row);
        }
        return (rows, head, key);
    }

    /// <summary>Appends when the journal still stands at <paramref name="expectedVersion"/> (0: there is none yet).</summary>
    /// <param name="head">As it was last seen: whoever wrote since is noticed by its ETag.</param>
    /// <param name="extend">Makes, of the head's hash and the name of this attempt, the last entry and the rows of all, and the data key that is written with them; no key: there is one, or none is needed.</param>
    public async Task<ChainedAppend> AppendAsync(
        string id, int expectedVersion, TableEntity? head, Func<string, string, (ChainedEntry Last, IEnumerable<TableEntity> Rows, JournalKey? Key)> extend, CancellationToken cancellation)
    {
        if (VersionOf(head) != expectedVersion)
            return new(VersionOf(head));
        var attempt = Guid.NewGuid().ToString("N");
        var (last, rows, key) = extend(head?.GetString("Hash") ?? JournalChain.Genesis(id), attempt);
        var newHead = JournalRows.HeadRow(id, last, attempt, SealOf(id, head, expectedVersion, new(last.Sequence, last.Hash)));
        try
        {
            var written = await table.SubmitTransactionAsync(Actions(newHead, head, key is null ? rows : [.. rows, JournalRows.KeyRow(key)]), cancellation);
            return new(Conflict: null, SeenAs(newHead, written.Value));
        }
        catch (RequestFailedException taken) when (taken.Status is 409 or 412)
        {
            // Also what a repeated try sees when the first one happened and only its answer was lost.
            return await IsOursAsync(id, expectedVersion + 1, attempt, cancellation) ? new(Conflict: null) : new(VersionOf(await HeadAsync(id, cancellation)));
        }
        catch (StorageUnavailableException)
        {
            if (await IsOursAsync(id, expectedVersion + 1, attempt, cancellation))
                return new(Conflict: null);
            throw;
        }
    }

    /// <summary>Takes the content out of the first rows of a journal; their places in the chain stay. Broken off, it is done again.</summary>
    /// <param name="through">The last of them; what is behind it says that they were erased.</param>
    public async Task EraseAsync(string id, int through, CancellationToken cancellation)
    {
        var (rows, _, _) = await ReadAsync(id, cancellation);
        // Whoever does the same at the same time writes the same.
        foreach (var some in rows.Take(through).Where(row => !JournalRows.IsBlank(row)).Chunk(MostAtOnce))
            await table.SubmitTransactionAsync(some.Select(row => new TableTransactionAction(TableTransactionActionType.UpdateReplace, JournalRows.BlankOf(row), ETag.All)), cancellation);
    }

    /// <summary>Ids of journals behind one, in the order in which they lie.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(string? after, int most, CancellationToken cancellation)
    {
        var (ids, first, from) = (new List<string>(most), JournalRows.KeyOf(1), after is null ? "" : Keys.Of(after));
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey gt {from} and RowKey eq {first}"), Math.Min(most, 1000), [nameof(TableEntity.PartitionKey)], cancellation))
        {
            ids.Add(Keys.Read(row.PartitionKey));
            if (ids.Count == most)
                break;
        }
        return ids;
    }

    /// <summary>Where it stands, and what its sealed values open with.</summary>
    public async Task<(TableEntity? Head, JournalKey? Key)> EndAsync(string id, CancellationToken cancellation)
    {
        TableEntity? head = null;
        JournalKey? key = null;
        // Both lie behind the entries.
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Of(id)} and RowKey ge {JournalRows.Head}"), cancellationToken: cancellation))
            (head, key) = row.RowKey == JournalRows.Head ? (row, key) : (head, JournalRows.KeyOf(row) with { Journal = id });
        return (head, key);
    }

    public async Task<TableEntity?> HeadAsync(string id, CancellationToken cancellation)
    {
        var head = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Of(id), JournalRows.Head, cancellationToken: cancellation);
        return head.HasValue ? head.Value : null;
    }

    public static int VersionOf(TableEntity? head) => head?.GetInt32("Version") ?? 0;

    // Unbroken since when it was; after a head that nobody with a key wrote, since now.
    private string? SealOf(string id, TableEntity? before, int version, JournalHead now) =>
        seal?.Of(id, now, (JournalRows.HeadOf(before) is { } head ? seal.FromOf(id, head, before!.GetString(JournalRows.Seal)) : null) ?? version + 1);

    private static IEnumerable<TableTransactionAction> Actions(TableEntity newHead, TableEntity? head, IEnumerable<TableEntity> rows)
    {
        yield return head is null
            ? new TableTransactionAction(TableTransactionActionType.Add, newHead)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, newHead, head.ETag);
        foreach (var row in rows)
            yield return new TableTransactionAction(TableTransactionActionType.Add, row);
    }

    // The answers come in the order of the actions, the head's first.
    private static TableEntity? SeenAs(TableEntity head, IReadOnlyList<Response> answers)
    {
        if (answers is not [{ Headers.ETag: { } etag }, ..])
            return null;
        head.ETag = etag;
        return head;
    }

    private async Task<bool> IsOursAsync(string id, int sequence, string attempt, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Of(id), JournalRows.KeyOf(sequence), [JournalRows.Attempt], cancellation);
        return row.HasValue && row.Value!.GetString(JournalRows.Attempt) == attempt;
    }
}

/// <summary>What came of an append.</summary>
/// <param name="Conflict"><c>null</c>: appended; otherwise where the journal stood when somebody was first.</param>
/// <param name="Head">As it now stands, for who goes on from there; <c>null</c>: it has to be looked at.</param>
internal readonly record struct ChainedAppend(int? Conflict, TableEntity? Head = null);
