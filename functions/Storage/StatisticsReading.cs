using Azure.Data.Tables;
using OneVisit.Domain.Statistics;

namespace OneVisit.Storage;

/// <summary>Sums of a month of a place.</summary>
/// <param name="Point">Code of the township.</param>
/// <param name="Village"><c>null</c>: of the whole point.</param>
public sealed record StatisticsMonth(string Point, string? Village, DateOnly Month, PlaceMonth Sums);

/// <summary>Reads table <c>Statistics</c>: for figures one range of one partition a point, never the cases themselves.</summary>
public sealed class StatisticsReading(OneVisitStorage storage)
{
    private readonly TableClient table = storage.Table(Names.Statistics);

    /// <param name="from">First month, inclusive.</param>
    /// <param name="to">Last month, inclusive.</param>
    public async Task<IReadOnlyList<StatisticsMonth>> PointAsync(int generation, string point, DateOnly from, DateOnly to, CancellationToken cancellation = default) =>
        await MonthsAsync(generation, point, StatisticsRows.PointKey(from), StatisticsRows.PointKey(to), cancellation);

    public async Task<IReadOnlyList<StatisticsMonth>> VillageAsync(int generation, string point, string village, DateOnly from, DateOnly to, CancellationToken cancellation = default) =>
        await MonthsAsync(generation, point, StatisticsRows.VillageKey(village, from), StatisticsRows.VillageKey(village, to), cancellation);

    /// <summary>All villages of a point.</summary>
    public async Task<IReadOnlyList<StatisticsMonth>> VillagesAsync(int generation, string point, DateOnly from, DateOnly to, CancellationToken cancellation = default) =>
        [.. (await MonthsAsync(generation, point, "village!", Keys.After("village!"), cancellation)).Where(month => month.Month >= from && month.Month <= to)];

    /// <summary>Cases of a point that are open.</summary>
    public async Task<IReadOnlyList<CaseFact>> OpenAsync(int generation, string point, CancellationToken cancellation = default)
    {
        var (partition, from, to) = (StatisticsRows.PartitionOf(generation, point), "open!", Keys.After("open!"));
        var open = new List<CaseFact>();
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition && row.RowKey.CompareTo(from) >= 0 && row.RowKey.CompareTo(to) < 0, cancellationToken: cancellation))
            open.Add(Records.Of<CaseFact>(row));
        return open;
    }

    /// <summary>Cases of a month, a page, in the order of their numbers. Reads through the cases of the point: for who looks behind a figure.</summary>
    /// <param name="item">Code of the service; <c>null</c>: all.</param>
    /// <param name="village"><c>null</c>: all.</param>
    /// <param name="kind">See <see cref="FactKinds"/>; <c>null</c>: all.</param>
    /// <param name="after">Number of the last case of the page before; <c>null</c>: from the beginning.</param>
    public async Task<IReadOnlyList<CaseFact>> CasesAsync(
        int generation, string point, DateOnly month, string? item, string? village, string? kind, string? after, int most, CancellationToken cancellation = default)
    {
        var (partition, from, to) = (StatisticsRows.PartitionOf(generation, point), after is null ? "fact!" : StatisticsRows.FactKey(after), Keys.After("fact!"));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {from} and RowKey lt {to} and Month eq {StatisticsRows.Stamp(month)}");
        filter += item is null ? "" : " and " + TableClient.CreateQueryFilter($"Item eq {item}");
        filter += village is null ? "" : " and " + TableClient.CreateQueryFilter($"Village eq {village}");
        var found = new List<CaseFact>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            var fact = Records.Of<CaseFact>(row);
            if (kind is not null && !FactKinds.Of(fact).Contains(kind))
                continue;
            found.Add(fact);
            if (found.Count == most)
                break;
        }
        return found;
    }

    private async Task<IReadOnlyList<StatisticsMonth>> MonthsAsync(int generation, string point, string from, string to, CancellationToken cancellation)
    {
        var partition = StatisticsRows.PartitionOf(generation, point);
        var months = new List<StatisticsMonth>();
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition && row.RowKey.CompareTo(from) >= 0 && row.RowKey.CompareTo(to) <= 0, cancellationToken: cancellation))
        {
            var (village, month) = StatisticsRows.PlaceOf(row.RowKey);
            months.Add(new(point, village, month, StatisticsRows.MonthOf(row)));
        }
        return months;
    }
}
