using System.Collections.Immutable;
using OneVisit.Domain.Places;
using OneVisit.Domain.Statistics;
using OneVisit.Functions.Operations;
using OneVisit.Storage;

namespace OneVisit.Functions.Statistics;

/// <summary>Sums as they were read.</summary>
/// <param name="Open">Cases that are not decided, whenever they came.</param>
/// <param name="Stamp">The same as long as they are the same reading.</param>
public sealed record Figures(DateTimeOffset AsOf, ImmutableArray<StatisticsMonth> Months, ImmutableArray<CaseFact> Open, int Stamp);

/// <summary>
/// Reads the sums for a page, all points side by side, and keeps them for half a minute: the page says as of when they are. What it keeps is bounded by the
/// number of places, never by the number of cases.
/// </summary>
public sealed class FiguresBook(StatisticsReading reading, TimeProvider clock)
{
    /// <summary>So old a figure may be.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private readonly KeptReadings<(string Point, string? Village, bool Villages, DateOnly From, DateOnly To), Figures> kept = new(128, clock);
    private int readings;

    /// <param name="points">Codes; the sums of each come from one range of its partition.</param>
    /// <param name="village">One village of one point; <c>null</c>: whole points.</param>
    /// <param name="villages">Beside the point, each of its villages.</param>
    public async Task<Figures> ReadAsync(IEnumerable<string> points, string? village, bool villages, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var parts = await Task.WhenAll(points.Select(point => KeptAsync(point, village, villages, from, to, cancellation)));
        return new(parts.Length == 0 ? clock.GetUtcNow() : parts.Min(part => part.AsOf), [.. parts.SelectMany(part => part.Months)], [.. parts.SelectMany(part => part.Open)],
            parts.Aggregate(0, (stamp, part) => HashCode.Combine(stamp, part.Stamp)));
    }

    private Task<Figures> KeptAsync(string point, string? village, bool villages, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        kept.ReadAsync((point, village, villages, from, to), Freshness, now => ReadOneAsync(point, village, villages, from, to, now), cancellation);

    private async Task<Figures> ReadOneAsync(string point, string? village, bool villages, DateOnly from, DateOnly to, DateTimeOffset now)
    {
        var read = await reading.PlaceAsync(point, village, villages, from, to);
        return new(now, [.. read.Months], [.. read.Open], Interlocked.Increment(ref readings));
    }
}
