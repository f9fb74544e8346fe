using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Statistics;

namespace OneVisit.Storage;

/// <summary>
/// Table <c>Statistics</c>: one row a case, and sums by month for each point and village. A case and the sums it is in change in one transaction, so that what is
/// told twice counts once, wherever the power goes. All of it can be made anew from the journals: a rebuild fills a generation of its own beside the one that is read.
/// </summary>
public sealed class StatisticsBook(OneVisitStorage storage)
{
    private const int Tries = 200;
    private readonly TableClient table = storage.Table(Names.Statistics);

    /// <summary>Takes the latest of a case; an older or the same version changes nothing. While a rebuild is under way, both generations hear of it.</summary>
    public async Task PutAsync(CaseFact fact, StatisticsHead head, CancellationToken cancellation = default)
    {
        await PutAsync(fact, head.Generation, cancellation);
        if (head.Building is { } building)
            await PutAsync(fact, building, cancellation);
    }

    /// <inheritdoc cref="PutAsync(CaseFact, StatisticsHead, CancellationToken)"/>
    public async Task PutAsync(CaseFact fact, int generation, CancellationToken cancellation = default)
    {
        var partition = StatisticsRows.PartitionOf(generation, fact.Point);
        for (var tries = 1; ; tries++)
        {
            var known = await FindAsync(partition, StatisticsRows.FactKey(fact.CaseId), cancellation);
            var before = known is null ? null : Records.Of<CaseFact>(known);
            if (before?.Version >= fact.Version)
                return;
            var actions = await ActionsAsync(partition, known, before, fact, cancellation);
            try
            {
                await table.SubmitTransactionAsync(actions, cancellation);
                return;
            }
            catch (RequestFailedException changed) when (changed.Status is 404 or 409 or 412 && tries < Tries)
            {
                // Another case of the point was first, or this was us and only the answer was lost: look again.
                await Task.Delay(Random.Shared.Next(1, 10 * Math.Min(tries, 10)), cancellation);
            }
        }
    }

    private async Task<List<TableTransactionAction>> ActionsAsync(string partition, TableEntity? known, CaseFact? before, CaseFact fact, CancellationToken cancellation)
    {
        var actions = new List<TableTransactionAction> { Written(StatisticsRows.FactRow(partition, StatisticsRows.FactKey(fact.CaseId), fact), known) };
        if (fact.DecidedOn is null)
            actions.Add(new(TableTransactionActionType.UpsertReplace, StatisticsRows.FactRow(partition, StatisticsRows.OpenKey(fact.CaseId), fact)));
        else if (before is { DecidedOn: null })
            actions.Add(new(TableTransactionActionType.Delete, new TableEntity(partition, StatisticsRows.OpenKey(fact.CaseId)) { ETag = ETag.All }));
        // Each by its keys, all at once: one query for rows that do not lie side by side would read through the partition.
        var sums = StatisticsRows.ChangedMonths(before, fact).SelectMany(month => new[] { StatisticsRows.PointKey(month), StatisticsRows.VillageKey(fact.Village, month) }.Select(async key =>
        {
            var row = await FindAsync(partition, key, cancellation);
            return Written(StatisticsRows.MonthRow(partition, key, (row is null ? PlaceMonth.Empty : StatisticsRows.MonthOf(row)).Without(before, month).With(fact, month)), row);
        }));
        return [.. actions, .. await Task.WhenAll(sums)];
    }

    private static TableTransactionAction Written(TableEntity row, TableEntity? known) => known is null
        ? new(TableTransactionActionType.Add, row)
        : new(TableTransactionActionType.UpdateReplace, row, known.ETag);

    /// <summary>Writes the sums of a month of a point as they are given, for who counted them elsewhere.</summary>
    internal Task PutMonthAsync(int generation, string point, DateOnly month, PlaceMonth sums, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(StatisticsRows.MonthRow(StatisticsRows.PartitionOf(generation, point), StatisticsRows.PointKey(month), sums), TableUpdateMode.Replace, cancellation);

    private async Task<TableEntity?> FindAsync(string partition, string key, CancellationToken cancellation) =>
        await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation) is { HasValue: true, Value: { } row } ? row : null;
}
