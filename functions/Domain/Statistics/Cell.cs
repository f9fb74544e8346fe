namespace OneVisit.Domain.Statistics;

/// <summary>
/// Sums over cases: counts by <see cref="Measure"/>, how many took how many working days, and how many were changed how many days after their month was over.
/// Adding and taking away are exact, in any order: a sum kept piece by piece equals one counted anew.
/// </summary>
public sealed class Cell : IEquatable<Cell>
{
    public const int Size = 120;

    // Without what is zero at the end, so that equal sums are equal arrays.
    private readonly int[] counts;
    private readonly int[] days;
    private readonly int[] late;

    /// <param name="counts">By <see cref="Measure"/>.</param>
    /// <param name="days">Cases by the working days they took.</param>
    /// <param name="late">Cases by the days after the end of their month on which they were last changed.</param>
    internal Cell(int[] counts, int[] days, int[] late) => (this.counts, this.days, this.late) = (Trimmed(counts), Trimmed(days), Trimmed(late));

    public static Cell Empty { get; } = new([], [], []);

    public int this[Measure measure] => At(measure, 0);

    public int At(Measure first, int place) => (int)first + place < counts.Length ? counts[(int)first + place] : 0;

    /// <summary>How many cases took so many working days from acceptance to decision: by the number of days, from 0.</summary>
    public ReadOnlySpan<int> Days => days;

    /// <summary>Cases that were changed after their month was over.</summary>
    public int Corrected => late.Sum();

    /// <summary>The last day on which a case of this month was changed when it was over; <c>null</c>: none was.</summary>
    /// <param name="nextMonth">First day of the month after.</param>
    public DateOnly? CorrectedOn(DateOnly nextMonth) => late.Length == 0 ? null : nextMonth.AddDays(late.Length - 1);

    public bool IsEmpty => counts.Length == 0 && days.Length == 0 && late.Length == 0;

    public Cell Plus(Cell other) => new(Added(counts, other.counts, 1), Added(days, other.days, 1), Added(late, other.late, 1));

    public Cell Minus(Cell other) => new(Added(counts, other.counts, -1), Added(days, other.days, -1), Added(late, other.late, -1));

    public static Cell Sum(IEnumerable<Cell> cells)
    {
        var (counts, days, late) = (new int[Size], Array.Empty<int>(), Array.Empty<int>());
        foreach (var cell in cells)
        {
            Add(ref counts, cell.counts, 1);
            Add(ref days, cell.days, 1);
            Add(ref late, cell.late, 1);
        }
        return new(counts, days, late);
    }

    private static int[] Added(int[] one, int[] other, int sign)
    {
        var sum = new int[Math.Max(one.Length, other.Length)];
        one.CopyTo(sum, 0);
        Add(ref sum, other, sign);
        return sum;
    }

    private static void Add(ref int[] sum, int[] other, int sign)
    {
        if (other.Length > sum.Length)
            Array.Resize(ref sum, other.Length);
        for (var i = 0; i < other.Length; i++)
            sum[i] += sign * other[i];
    }

    private static int[] Trimmed(int[] numbers) => numbers.AsSpan().LastIndexOfAnyExcept(0) + 1 is var length && length == numbers.Length ? numbers : numbers[..length];

    public bool Equals(Cell? other) =>
        other is not null && counts.AsSpan().SequenceEqual(other.counts) && days.AsSpan().SequenceEqual(other.days) && late.AsSpan().SequenceEqual(other.late);

    public override bool Equals(object? obj) => Equals(obj as Cell);

    public override int GetHashCode() => HashCode.Combine(this[Measure.Received], this[Measure.Clocked], days.Length);

    /// <summary>As it is kept: three lists of <c>place=count</c>, for example <c>0=12 2=9|14=3 15=6|</c>.</summary>
    public override string ToString() => $"{CellText.Write(counts)}|{CellText.Write(days)}|{CellText.Write(late)}";

    /// <exception cref="FormatException">The text is no cell.</exception>
    public static Cell Parse(ReadOnlySpan<char> text) => CellText.Read(text);
}
