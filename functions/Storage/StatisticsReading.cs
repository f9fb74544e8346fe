using Azure.Data.Tables;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Statistics;

namespace OneVisit.Storage;

/// <summary>Figures of a month of a place.</summary>
/// <param name="Point">Code of the township.</param>
/// <param name="Village"><c>null</c>: of the whole point.</param>
public sealed record StatisticsMonth(string Point, string? Village, DateOnly Month, PlaceMonth Sums);

/// <summary>Figures of a place as they stand.</summary>
/// <param name="Months">All its cases counted, those under way too.</param>
/// <param name="Open">Cases that are not decided, whenever they came.</param>
public sealed record StatisticsPlace(IReadOnlyList<StatisticsMonth> Months, IReadOnlyList<CaseFact> Open);

/// <summary>Reads table <c>Statistics</c>: for figures one range of one partition a point, never the closed cases themselves.</summary>
public sealed class StatisticsReading(OneVisitStorage storage)
{
    private readonly TableClient table = storage.Table(Names.Statistics);

    /// <param name="village">Of this village; <c>null</c>: of the whole point.</param>
    /// <param name="villages">Beside it, each village of the point.</param>
    /// <param name="from">First month, inclusive.</param>
    /// <param name="to">Last month, inclusive.</param>
    public async Task<StatisticsPlace> PlaceAsync(string point, string? village, bool villages, DateOnly from, DateOnly to, CancellationToken cancellation = default)
    {
        var (sums, open) = (new Dictionary<(string? Village, DateOnly Month), PlaceMonth>(), new List<CaseFact>());
        // The sums and what is under way side by side, with one look: a case that is closed meanwhile is in one of them.
        var (partition, first, last) = (StatisticsRows.PartitionOf(point), StatisticsRows.MonthKey(from), Keys.After(StatisticsRows.Open));
        IEnumerable<string>? columns = villages ? null : ["PartitionKey", "RowKey", .. StatisticsRows.ColumnsOf(village), .. Records.Columns];
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition && row.RowKey.CompareTo(first) >= 0 && row.RowKey.CompareTo(last) < 0, select: columns, cancellationToken: cancellation))
        {
            if (row.RowKey.StartsWith(StatisticsRows.Open, StringComparison.Ordinal))
                open.Add(Records.Of<CaseFact>(row));
            else if (StatisticsRows.MonthOf(row) is var month && month <= to)
                Take(row, month);
        }
        open.RemoveAll(fact => village is not null && fact.Village != village);
        foreach (var (fact, month) in open.SelectMany(fact => PlaceMonth.MonthsOf(fact).Where(month => month >= from && month <= to), (fact, month) => (fact, month)))
        {
            foreach (var place in villages ? [village, fact.Village] : (string?[])[village])
                sums[(place, month)] = sums.GetValueOrDefault((place, month), PlaceMonth.Empty).With(fact, month);
        }
        return new(
            [.. sums.OrderBy(place => place.Key.Village, StringComparer.Ordinal).ThenBy(place => place.Key.Month).Select(place => new StatisticsMonth(point, place.Key.Village, place.Key.Month, place.Value))],
            [.. open.Where(fact => fact.DecidedOn is null)]);

        void Take(TableEntity row, DateOnly month)
        {
            foreach (var place in villages ? StatisticsRows.VillagesOf(row).Prepend(village) : [village])
                sums[(place, month)] = StatisticsRows.SumsOf(row, place);
        }
    }

    /// <summary>Cases of a month, a page, in the order of their numbers. Reads through the cases of the point: for who looks behind a figure.</summary>
    /// <param name="item">Code of the service; <c>null</c>: all.</param>
    /// <param name="village"><c>null</c>: all.</param>
    /// <param name="kind">See <see cref="FactKinds"/>; <c>null</c>: all.</param>
    /// <param name="after">Number of the last case of the page before; <c>null</c>: from the beginning.</param>
    public async Task<IReadOnlyList<CaseFact>> CasesAsync(string point, DateOnly month, string? item, string? village, string? kind, string? after, int most, CancellationToken cancellation = default)
    {
        var (partition, from, to) = (StatisticsRows.PartitionOf(point), after is null ? StatisticsRows.Facts : StatisticsRows.FactKey(after), Keys.After(StatisticsRows.Facts));
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
}
