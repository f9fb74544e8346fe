using System.Collections.Immutable;
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
