using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Identity;

namespace OneVisit.Storage;

/// <summary>The data keys of journals, each a row in its journal's own partition, outside the chain. Written with the first entry by <see cref="CaseJournal"/> and <see cref="SupervisionJournal"/>.</summary>
public sealed class JournalKeys(OneVisitStorage storage)
{
    private readonly ImmutableArray<TableClient> tables = [storage.Table(Names.Journal), storage.Table(Names.Matters)];

    /// <returns><c>null</c>: the journal has none.</returns>
    public async Task<JournalKey?> FindAsync(string journal, CancellationToken cancellation = default)
    {
        foreach (var table in tables)
        {
            if (await FindAsync(table, journal, cancellation) is { } key)
                return key;
        }
        return null;
    }

    /// <summary>Gives a key to a journal that an earlier release began without one.</summary>
    /// <returns>The key it has now, <paramref name="key"/> or one that was there first; <c>null</c>: there is no such journal.</returns>
    public async Task<JournalKey?> EnsureAsync(JournalKey key, CancellationToken cancellation = default)
    {
        if (await TableOfAsync(key.Journal, cancellation) is not { } table)
            return null;
        try
        {
            await table.AddEntityAsync(JournalRows.KeyRow(key), cancellation);
            return key;
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            return await FindAsync(table, key.Journal, cancellation);
        }
    }

    /// <summary>
    /// Destroys the key of a journal: what is sealed in it never opens again, for anybody, as soon as the journal is read anew; no program keeps keys.
    /// Copies of tables made before still hold the wrapped key until they are thrown away. Safe to repeat.
    /// </summary>
    /// <returns><c>false</c>: there is no such journal.</returns>
    public async Task<bool> DestroyAsync(string journal, CancellationToken cancellation = default)
    {
        if (await TableOfAsync(journal, cancellation) is not { } table)
            return false;
        var id = (await FindAsync(table, journal, cancellation))?.Id ?? "";
        // Whatever became of it meanwhile: who wraps it anew goes by its version and is refused.
        await table.UpsertEntityAsync(JournalRows.KeyRow(JournalKey.Destroyed(journal, id)), TableUpdateMode.Replace, cancellation);
        return true;
    }

    /// <summary>All journals behind one with their keys, in the order in which they lie. Reads the tables from end to end, a page at a time.</summary>
    /// <param name="after">Cursor of the last that was seen; <c>null</c>: from the beginning.</param>
    public async IAsyncEnumerable<KeptKey> AllAsync(string? after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (first, partition) = JournalCursor.Read(after);
        for (var table = first; table < tables.Length; table++)
        {
            var from = table == first ? partition : "";
            TableEntity? head = null;
            var filter = TableClient.CreateQueryFilter($"PartitionKey gt {from} and (RowKey eq {JournalRows.Head} or RowKey eq {JournalRows.Key})");
            // The head comes before the key; a head without one belongs to a journal of an earlier release, or to one in which nothing is sealed.
            await foreach (var row in tables[table].QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            {
                if (head is not null && head.PartitionKey != row.PartitionKey)
                    yield return new(table, head.PartitionKey, null, default);
                head = row.RowKey == JournalRows.Head ? row : null;
                if (row.RowKey == JournalRows.Key)
                    yield return new(table, row.PartitionKey, JournalRows.KeyOf(row), row.ETag);
            }
            if (head is not null)
                yield return new(table, head.PartitionKey, null, default);
        }
    }

    /// <summary>Puts a key in the place of just the one that was seen.</summary>
    /// <returns><c>false</c>: it was changed or destroyed meanwhile, and stays so.</returns>
    public async Task<bool> ReplaceAsync(KeptKey seen, JournalKey anew, CancellationToken cancellation = default)
    {
        var row = JournalRows.KeyRow(anew);
        row.PartitionKey = seen.Partition;
        try
        {
            await tables[seen.Table].UpdateEntityAsync(row, seen.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }

    private async Task<TableClient?> TableOfAsync(string journal, CancellationToken cancellation)
    {
        foreach (var table in tables)
        {
            if ((await table.GetEntityIfExistsAsync<TableEntity>(Keys.Of(journal), JournalRows.Head, [nameof(TableEntity.RowKey)], cancellation)).HasValue)
                return table;
        }
        return null;
    }

    private static async Task<JournalKey?> FindAsync(TableClient table, string journal, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Of(journal), JournalRows.Key, cancellationToken: cancellation);
        return row.HasValue ? JournalRows.KeyOf(row.Value!) with { Journal = journal } : null;
    }
}
