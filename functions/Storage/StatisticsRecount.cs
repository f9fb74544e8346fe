using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Statistics;

namespace OneVisit.Storage;

/// <summary>How far a rebuild of the statistics has come: first it enters every case anew, then it adds up every point anew.</summary>
/// <param name="IsUnderWay">It was begun and has not ended.</param>
/// <param name="Cursor">Number of the last case that it took; <c>null</c>: it is at its beginning.</param>
/// <param name="Done">Cases it took so far; <paramref name="Unreadable"/>: of them, those it could not read. <paramref name="Points"/>: points it added up.</param>
public sealed record StatisticsRebuild(bool IsUnderWay = false, string? Cursor = null, int Done = 0, int Unreadable = 0, int Points = 0, DateTimeOffset? StartedAt = null)
{
    internal string? ETag { get; init; }
}

/// <summary>Adds the sums of table <c>Statistics</c> up anew, and remembers how far a rebuild has come.</summary>
public sealed class StatisticsRecount(OneVisitStorage storage)
{
    private const string Key = "rebuild";
    private const int Tries = 20;
    private readonly TableClient table = storage.Table(Names.Statistics);

    public async Task<StatisticsRebuild> ReadAsync(CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Key, Key, cancellationToken: cancellation);
        return row.HasValue ? Records.Of<StatisticsRebuild>(row.Value!) with { ETag = row.Value!.ETag.ToString() } : new();
    }

    /// <returns><c>false</c>: somebody changed it since <paramref name="before"/> was read.</returns>
    public async Task<bool> TryPutAsync(StatisticsRebuild before, StatisticsRebuild after, CancellationToken cancellation = default)
    {
        try
        {
            var row = Records.RowOf(Key, Key, after);
            if (before.ETag is { } etag)
                await table.UpdateEntityAsync(row, new ETag(etag), TableUpdateMode.Replace, cancellation);
            else
                await table.AddEntityAsync(row, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Adds the closed cases of a point up anew, and puts right what differs. Cases that are closed meanwhile are counted once.</summary>
    public async Task AddUpAsync(string point, CancellationToken cancellation = default)
    {
        for (var tries = 1; !await TryAddUpAsync(point, cancellation); tries++)
        {
            if (tries == Tries)
                throw new InvalidOperationException($"The sums of {point} are being written by others all the time.");
        }
    }

    private async Task<bool> TryAddUpAsync(string point, CancellationToken cancellation)
    {
        // The sums first: whatever changes a case after that changes the row of its month, and is noticed when that is written.
        var kept = new Dictionary<DateOnly, TableEntity>();
        await foreach (var row in RowsAsync(point, StatisticsRows.Months, cancellation))
            kept[StatisticsRows.MonthOf(row)] = row;
        var counted = new Dictionary<(DateOnly Month, string? Village), PlaceMonth>();
        await foreach (var row in RowsAsync(point, StatisticsRows.Facts, cancellation))
        {
            if (Records.Of<CaseFact>(row) is { Closed: true } fact)
                Count(fact);
        }
        foreach (var month in kept.Keys.Union(counted.Keys.Select(place => place.Month)).Order().ToArray())
        {
            var before = kept.GetValueOrDefault(month);
            var places = new string?[] { null }.Concat(before is null ? [] : StatisticsRows.VillagesOf(before)).Union(counted.Keys.Where(place => place.Month == month).Select(place => place.Village)).ToArray();
            if (places.Any(place => !counted.GetValueOrDefault((month, place), PlaceMonth.Empty).Equals(StatisticsRows.SumsOf(before, place))) && !await TryPutAsync(before, month, places))
                return false;
        }
        return true;

        void Count(CaseFact fact)
        {
            foreach (var month in PlaceMonth.MonthsOf(fact))
            {
                foreach (var place in (string?[])[null, fact.Village])
                    counted[(month, place)] = counted.GetValueOrDefault((month, place), PlaceMonth.Empty).With(fact, month);
            }
        }

        async Task<bool> TryPutAsync(TableEntity? before, DateOnly month, IEnumerable<string?> places)
        {
            var row = new TableEntity(StatisticsRows.PartitionOf(point), StatisticsRows.MonthKey(month));
            foreach (var place in places)
                StatisticsRows.Put(row, place, counted.GetValueOrDefault((month, place), PlaceMonth.Empty));
            try
            {
                await (before is null ? table.AddEntityAsync(row, cancellation) : table.UpdateEntityAsync(row, before.ETag, TableUpdateMode.Replace, cancellation));
                return true;
            }
            catch (RequestFailedException changed) when (changed.Status is 404 or 409 or 412)
            {
                return false;
            }
        }
    }

    private AsyncPageable<TableEntity> RowsAsync(string point, string prefix, CancellationToken cancellation)
    {
        var (partition, last) = (StatisticsRows.PartitionOf(point), Keys.After(prefix));
        return table.QueryAsync<TableEntity>(row => row.PartitionKey == partition && row.RowKey.CompareTo(prefix) >= 0 && row.RowKey.CompareTo(last) < 0, cancellationToken: cancellation);
    }
}
