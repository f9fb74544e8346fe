using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Cases;

namespace OneVisit.Storage;

/// <summary>
/// The journals of all cases: table <c>Journal</c>, partition case id, row sequence; append-only. One append is one transaction,
/// so that its events are all there or none; a head row with ETag keeps two writers from taking the same place.
/// </summary>
public sealed class CaseJournal(OneVisitStorage storage)
{
    /// <summary>Most events of one append: a table transaction has 100 rows, one of them the head.</summary>
    public const int MostEvents = 99;

    private readonly TableClient table = storage.Table(Names.Journal);

    /// <exception cref="JournalDamagedException">A row is no entry any more.</exception>
    public async Task<JournalRead> ReadAsync(string caseId, CancellationToken cancellation = default)
    {
        var partition = Keys.Of(caseId);
        var entries = ImmutableArray.CreateBuilder<Entry>();
        TableEntity? head = null;
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
        {
            if (row.RowKey == JournalRows.Head)
                head = row;
            else
                entries.Add(JournalRows.EntryOf(caseId, row));
        }
        return new JournalRead(caseId, entries.ToImmutable(), VersionOf(head), head?.GetString("Hash"));
    }

    /// <summary>Where a journal stands, without reading it; 0 when there is none.</summary>
    public async Task<int> VersionAsync(string caseId, CancellationToken cancellation = default) => VersionOf(await HeadAsync(caseId, cancellation));

    /// <summary>Appends when the journal still stands at <paramref name="expectedVersion"/> (0: there is none yet).</summary>
    /// <exception cref="StorageUnavailableException">Not known whether it happened; the caller reads again before it decides again.</exception>
    public async Task<AppendResult> AppendAsync(
        string caseId, int expectedVersion, IReadOnlyList<CaseEvent> events, Actor actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(events.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(events.Count, MostEvents);
        var head = await HeadAsync(caseId, cancellation);
        if (VersionOf(head) != expectedVersion)
            return new AppendResult.Conflict(VersionOf(head));
        var entries = JournalChain.Extend(expectedVersion, head?.GetString("Hash") ?? JournalChain.Genesis(caseId), events, actor, now);
        var attempt = Guid.NewGuid().ToString("N");
        try
        {
            await table.SubmitTransactionAsync(Rows(caseId, entries, head, attempt), cancellation);
            return new AppendResult.Appended(entries);
        }
        catch (RequestFailedException taken) when (taken.Status is 409 or 412)
        {
            // Also what a repeated try sees when the first one happened and only its answer was lost.
            return await IsOursAsync(caseId, expectedVersion + 1, attempt, cancellation)
                ? new AppendResult.Appended(entries)
                : new AppendResult.Conflict(await VersionAsync(caseId, cancellation));
        }
        catch (StorageUnavailableException)
        {
            if (await IsOursAsync(caseId, expectedVersion + 1, attempt, cancellation))
                return new AppendResult.Appended(entries);
            throw;
        }
    }

    private static IEnumerable<TableTransactionAction> Rows(string caseId, ImmutableArray<Entry> entries, TableEntity? head, string attempt)
    {
        var newHead = JournalRows.HeadRow(caseId, entries[^1], attempt);
        yield return head is null
            ? new TableTransactionAction(TableTransactionActionType.Add, newHead)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, newHead, head.ETag);
        foreach (var entry in entries)
            yield return new TableTransactionAction(TableTransactionActionType.Add, JournalRows.RowOf(caseId, entry, attempt));
    }

    private async Task<bool> IsOursAsync(string caseId, int sequence, string attempt, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            Keys.Of(caseId), JournalRows.KeyOf(sequence), [JournalRows.Attempt], cancellation);
        return row.HasValue && row.Value!.GetString(JournalRows.Attempt) == attempt;
    }

    private async Task<TableEntity?> HeadAsync(string caseId, CancellationToken cancellation)
    {
        var head = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Of(caseId), JournalRows.Head, cancellationToken: cancellation);
        return head.HasValue ? head.Value : null;
    }

    private static int VersionOf(TableEntity? head) => head?.GetInt32("Version") ?? 0;
}
