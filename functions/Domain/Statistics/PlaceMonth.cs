using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OneVisit.Domain.Calendars;

namespace OneVisit.Domain.Statistics;

/// <summary>A month of a service point or a village: a cell for each item, and what who decided was reviewed of.</summary>
/// <param name="Items">By the code of the service; empty cells are not there.</param>
/// <param name="Deciders">By participant; who decided nothing is not there.</param>
public sealed record PlaceMonth(ImmutableSortedDictionary<string, Cell> Items, ImmutableSortedDictionary<string, Sampled> Deciders)
{
    public static PlaceMonth Empty { get; } = new(
        ImmutableSortedDictionary<string, Cell>.Empty.WithComparers(StringComparer.Ordinal), ImmutableSortedDictionary<string, Sampled>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>Months that a fact counts in.</summary>
    public static IEnumerable<DateOnly> MonthsOf(CaseFact fact)
    {
        var came = Months.FirstOf(fact.SubmittedOn);
        return fact.DecidedOn is { } decided && Months.FirstOf(decided) != came ? [came, Months.FirstOf(decided)] : [came];
    }

    /// <summary>With what a case adds to that month; <c>null</c>: nothing.</summary>
    public PlaceMonth With(CaseFact? fact, DateOnly month) => Changed(fact, month, 1);

    /// <summary>Without it again.</summary>
    public PlaceMonth Without(CaseFact? fact, DateOnly month) => Changed(fact, month, -1);

    private PlaceMonth Changed(CaseFact? fact, DateOnly month, int sign)
    {
        if (fact is null)
            return this;
        var items = Items;
        foreach (var (_, cell) in Contributions.Of(fact).Where(part => part.Month == month))
        {
            var before = items.GetValueOrDefault(fact.Item, Cell.Empty);
            var after = sign > 0 ? before.Plus(cell) : before.Minus(cell);
            items = after.IsEmpty ? items.Remove(fact.Item) : items.SetItem(fact.Item, after);
        }
        if (fact is not { Decider: { } decider, DecidedOn: { } decided } || Months.FirstOf(decided) != month)
            return this with { Items = items };
        var sampled = Deciders.GetValueOrDefault(decider);
        sampled = new(sampled.Decided + sign, sampled.Reviewed + (fact.ReviewGrade is null ? 0 : sign));
        return new(items, sampled.Decided == 0 ? Deciders.Remove(decider) : Deciders.SetItem(decider, sampled));
    }

    public bool Equals(PlaceMonth? other) => other is not null && Items.SequenceEqual(other.Items) && Deciders.SequenceEqual(other.Deciders);

    public override int GetHashCode() => HashCode.Combine(Items.Count, Deciders.Count);

    /// <summary>As it is kept: a line for each item and each decider.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var (item, cell) in Items)
            text.Append(item).Append('|').Append(cell).Append('\n');
        foreach (var (decider, sampled) in Deciders)
            text.Append(CultureInfo.InvariantCulture, $"@{decider}|{sampled.Decided}|{sampled.Reviewed}\n");
        return text.ToString();
    }

    /// <exception cref="FormatException">The text is none of ours.</exception>
    public static PlaceMonth Parse(string text)
    {
        var (items, deciders) = (Empty.Items.ToBuilder(), Empty.Deciders.ToBuilder());
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var first = line.IndexOf('|');
            if (first < 0)
                continue;
            if (line[0] != '@')
            {
                items[line[..first].ToString()] = Cell.Parse(line[(first + 1)..]);
                continue;
            }
            var second = line.LastIndexOf('|');
            deciders[line[1..first].ToString()] = new(int.Parse(line[(first + 1)..second], CultureInfo.InvariantCulture), int.Parse(line[(second + 1)..], CultureInfo.InvariantCulture));
        }
        return new(items.ToImmutable(), deciders.ToImmutable());
    }
}

/// <summary>How many cases somebody decided, and how many of them were reviewed.</summary>
public readonly record struct Sampled(int Decided, int Reviewed);
