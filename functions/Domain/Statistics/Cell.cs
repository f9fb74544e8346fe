using System.Collections.Immutable;

namespace OneVisit.Domain.Statistics;

/// <summary>
/// Sums over cases: counts by <see cref="Measure"/>, how many took how many working days, and how many were changed after their month was over, by the day of the
/// change. Adding and taking away are exact, in any order: a sum kept piece by piece equals one counted anew.
/// </summary>
public sealed class Cell : IEquatable<Cell>
{
    public const int Size = 120;

    private readonly int[] counts;
    private readonly SortedDictionary<int, int> days;
    private readonly SortedDictionary<int, int> corrections;

    internal Cell(int[] counts, SortedDictionary<int, int> days, SortedDictionary<int, int> corrections) => (this.counts, this.days, this.corrections) = (counts, days, corrections);

    public static Cell Empty { get; } = new(new int[Size], [], []);

    public int this[Measure measure] => counts[(int)measure];

    public int At(Measure first, int place) => counts[(int)first + place];

    /// <summary>Working days from acceptance to decision, ascending, and how many cases took them.</summary>
    public IReadOnlyDictionary<int, int> Days => days;

    /// <summary>The last day on which a case of a month that was over was changed; <c>null</c>: none was.</summary>
    public DateOnly? CorrectedOn => corrections.Count == 0 ? null : DateOnly.FromDayNumber(corrections.Keys.Last());

    /// <summary>Cases that were changed after their month was over.</summary>
    public int Corrected => corrections.Values.Sum();

    public bool IsEmpty => days.Count == 0 && corrections.Count == 0 && counts.All(count => count == 0);

    public Cell Plus(Cell other) => Sum([(this, 1), (other, 1)]);

    public Cell Minus(Cell other) => Sum([(this, 1), (other, -1)]);

    public static Cell Sum(IEnumerable<Cell> cells) => Sum(cells.Select(cell => (cell, 1)));

    private static Cell Sum(IEnumerable<(Cell Cell, int Sign)> cells)
    {
        var (counts, days, corrections) = (new int[Size], new SortedDictionary<int, int>(), new SortedDictionary<int, int>());
        foreach (var (cell, sign) in cells)
        {
            for (var i = 0; i < Size; i++)
                counts[i] += sign * cell.counts[i];
            Add(days, cell.days, sign);
            Add(corrections, cell.corrections, sign);
        }
        return new(counts, days, corrections);
    }

    private static void Add(SortedDictionary<int, int> to, SortedDictionary<int, int> from, int sign)
    {
        foreach (var (key, count) in from)
        {
            if (to.GetValueOrDefault(key) + sign * count is not 0 and var sum)
                to[key] = sum;
            else
                to.Remove(key);
        }
    }

    public bool Equals(Cell? other) =>
        other is not null && counts.AsSpan().SequenceEqual(other.counts) && days.SequenceEqual(other.days) && corrections.SequenceEqual(other.corrections);

    public override bool Equals(object? obj) => Equals(obj as Cell);

    public override int GetHashCode() => HashCode.Combine(counts[0], counts[5], days.Count);

    /// <summary>As it is kept: three lists of <c>place=count</c>, for example <c>0=12 2=9|14=3 15=6|</c>.</summary>
    public override string ToString() => string.Join('|',
        CellText.Write(counts.Select((count, place) => KeyValuePair.Create(place, count)).Where(pair => pair.Value != 0)), CellText.Write(days), CellText.Write(corrections));

    /// <exception cref="FormatException">The text is no cell.</exception>
    public static Cell Parse(ReadOnlySpan<char> text) => CellText.Read(text);
}
