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
        var n = Up(cell, int.MaxValue);
        return n == 0
            ? null
            : new(n, At(cell, (n + 1) / 2), At(cell, (n * 9 + 9) / 10), At(cell, 1), cell.Days.Length - 1, [.. Marks.Select(mark => new WithinMark(mark, Up(cell, mark)))]);
    }

    /// <summary>The median alone; <c>null</c>: of fewer cases than may be told of.</summary>
    public static int? MedianOf(Cell cell) => Of(cell) is { N: >= Rate.Least } duration ? duration.Median : null;

    /// <summary>Cases that took from so many to so many working days, both inclusive.</summary>
    public static int Between(Cell cell, int first, int last) => Up(cell, last) - Up(cell, first - 1);

    private static int Up(Cell cell, int last)
    {
        var cases = 0;
        for (var days = 0; days < cell.Days.Length && days <= last; days++)
            cases += cell.Days[days];
        return cases;
    }

    // Working days of the case that is at this rank, from 1.
    private static int At(Cell cell, int rank)
    {
        var days = 0;
        for (var seen = cell.Days[0]; seen < rank; seen += cell.Days[days])
            days++;
        return days;
    }
}

/// <summary>Cases that took at most so many working days.</summary>
public readonly record struct WithinMark(int WorkingDays, int Cases);
