using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Statistics;

namespace OneVisit.Storage;

/// <summary>
/// Table <c>Statistics</c>: one row a case, a second one as long as it is not closed, and sums by month of each point and its villages. The sums hold closed cases
/// only: what is under way is added up by who looks. A case and the sums it is in change in one transaction, so that what is told twice counts once, wherever
/// the power goes. All of it can be made anew from the journals.
/// </summary>
public sealed class StatisticsBook(OneVisitStorage storage)
{
    private const int Tries = 200;
    private readonly TableClient table = storage.Table(Names.Statistics);

    /// <summary>Takes the latest of a case; an older version, or the same told again, changes nothing.</summary>
    public async Task PutAsync(CaseFact fact, CancellationToken cancellation = default)
    {
        for (var tries = 1; ; tries++)
        {
            var row = await FindAsync(fact, cancellation);
            var before = row is null ? null : Records.Of<CaseFact>(row);
            if (before?.Version > fact.Version || (before?.Version == fact.Version && before.TellsTheSameAs(fact)))
                return;
            if (await TrySubmitAsync([.. StatisticsRows.CaseChanges(row, before, fact), .. await SumsAsync(before, fact, cancellation)], cancellation))
                return;
            if (tries == Tries)
                throw new InvalidOperationException($"The figures of {fact.Point} are being written by others all the time.");
            // Another case of the point was first, or this was us and only the answer was lost: look again.
            await Task.Delay(Random.Shared.Next(1, 10 * Math.Min(tries, 10)), cancellation);
        }
    }

    /// <summary>As the other, for who knows what was told last: a case that is not closed is written without a look. Where that is wrong, it is noticed and looked up.</summary>
    /// <param name="before"><c>null</c>: nothing was told yet.</param>
    public async Task PutAsync(CaseFact fact, CaseFact? before, CancellationToken cancellation = default)
    {
        // The row that says "not closed" is there exactly as long as no sum has the case.
        if (before is { Closed: true } || (before is null && fact.Closed)
            || !await TrySubmitAsync([.. StatisticsRows.CaseChanges(before, fact), .. await SumsAsync(before, fact, cancellation)], cancellation))
            await PutAsync(fact, cancellation);
    }

    // Of closed cases: the months that change, read with one look, each with the columns of the point and the village.
    private async Task<IReadOnlyList<TableTransactionAction>> SumsAsync(CaseFact? before, CaseFact fact, CancellationToken cancellation)
    {
        var (had, has) = (before is { Closed: true } ? before : null, fact.Closed ? fact : null);
        var months = StatisticsRows.ChangedMonths(had, has).ToArray();
        if (months.Length == 0)
            return [];
        var (partition, first, last) = (StatisticsRows.PartitionOf(fact.Point), StatisticsRows.MonthKey(months.Min()), StatisticsRows.MonthKey(months.Max()));
        var there = new Dictionary<DateOnly, TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(
            row => row.PartitionKey == partition && row.RowKey.CompareTo(first) >= 0 && row.RowKey.CompareTo(last) <= 0, select: ["RowKey", .. StatisticsRows.ColumnsOf(fact.Village)], cancellationToken: cancellation))
            there[StatisticsRows.MonthOf(row)] = row;
        return [.. months.Select(month => Changed(there.GetValueOrDefault(month), month))];

        TableTransactionAction Changed(TableEntity? row, DateOnly month)
        {
            var changed = new TableEntity(partition, StatisticsRows.MonthKey(month));
            foreach (var village in (string?[])[null, fact.Village])
                StatisticsRows.Put(changed, village, StatisticsRows.SumsOf(row, village).Without(had, month).With(has, month));
            return row is null ? new(TableTransactionActionType.Add, changed) : new(TableTransactionActionType.UpdateMerge, changed, row.ETag);
        }
    }

    /// <returns><c>false</c>: something there is not as it was thought to be; nothing was written.</returns>
    private async Task<bool> TrySubmitAsync(TableTransactionAction[] actions, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync(actions, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private async Task<TableEntity?> FindAsync(CaseFact fact, CancellationToken cancellation) =>
        await table.GetEntityIfExistsAsync<TableEntity>(StatisticsRows.PartitionOf(fact.Point), StatisticsRows.FactKey(fact.CaseId), cancellationToken: cancellation) is { HasValue: true, Value: { } row } ? row : null;

    /// <summary>Writes the sums of a month of a point as they are given, for who counted them elsewhere.</summary>
    internal Task PutMonthAsync(string point, DateOnly month, PlaceMonth sums, CancellationToken cancellation = default)
    {
        var row = new TableEntity(StatisticsRows.PartitionOf(point), StatisticsRows.MonthKey(month));
        StatisticsRows.Put(row, null, sums);
        return table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }
}
