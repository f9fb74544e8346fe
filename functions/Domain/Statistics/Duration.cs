using System.Collections.Immutable;

namespace OneVisit.Domain.Statistics;

/// <summary>How long cases took, in working days from acceptance to decision. Quantiles are days that a case really took (nearest rank).</summary>
/// <param name="N">Cases.</param>
/// <param name="Median">Half of them took so long or less.</param>
/// <param name="P90">Nine of ten did.</param>
/// <param name="Within">How many kept each of <see cref="Marks"/>.</param>
public sealed record Duration(int N, int Median, int P90, int Fastest, int Slowest, ImmutableArray<WithinMark> Within)
{
    /// <summary>Working days against which the reform is measured: 55 before it, 30 by law, 20 committed, 7.</summary>
    public static ImmutableArray<int> Marks { get; } = [7, 20, 30, 55];

    /// <returns><c>null</c>: no case.</returns>
    public static Duration? Of(Cell cell)
    {
        var n = cell.Days.Values.Sum();
        return n == 0
            ? null
            : new(n, At(cell, (n + 1) / 2), At(cell, (n * 9 + 9) / 10), cell.Days.Keys.First(), cell.Days.Keys.Last(),
                [.. Marks.Select(mark => new WithinMark(mark, cell.Days.Where(took => took.Key <= mark).Sum(took => took.Value)))]);
    }

    private static int At(Cell cell, int rank)
    {
        var seen = 0;
        return cell.Days.First(took => (seen += took.Value) >= rank).Key;
    }
}

/// <summary>Cases that took at most so many working days.</summary>
public readonly record struct WithinMark(int WorkingDays, int Cases);
