using System.Globalization;

namespace OneVisit.Domain.Directories;

/// <summary>What may be there once only: on a day, or at all.</summary>
internal static class Overlaps
{
    /// <summary>Every row whose key a row before it had.</summary>
    public static void TellTwice<TKey>(IEnumerable<(SheetRow Row, TKey Key)> rows, string column)
        where TKey : notnull
    {
        var first = new Dictionary<TKey, int>();
        foreach (var (row, key) in rows)
        {
            if (!first.TryAdd(key, row.Number))
                row.Fault(DirectoryFaultKind.Duplicate, column, Written(first[key]));
        }
    }

    /// <summary>Every row that shares a day with another one of its key; the row lower down is told, and names the other.</summary>
    /// <param name="areSame">Two rows that are not two, such as one person's two terms in a post.</param>
    public static void Tell<TKey>(IEnumerable<(SheetRow Row, TKey Key, IEffective Days)> rows, string column, Func<IEffective, IEffective, bool>? areSame = null)
        where TKey : notnull
    {
        foreach (var group in rows.GroupBy(row => row.Key).Where(group => group.Skip(1).Any()))
        {
            (SheetRow Row, IEffective Days)? last = null;
            foreach (var (row, _, days) in group.OrderBy(row => row.Days.From).ThenBy(row => row.Row.Number))
            {
                if (last is { } before && (before.Days.To is null || days.From <= before.Days.To) && areSame?.Invoke(before.Days, days) != true)
                {
                    var (upper, lower) = before.Row.Number < row.Number ? (before.Row, row) : (row, before.Row);
                    lower.Fault(DirectoryFaultKind.Overlap, column, Written(upper.Number));
                }
                if (last is null || (last.Value.Days.To is { } end && (days.To is null || days.To > end)))
                    last = (row, days);
            }
        }
    }

    private static string Written(int row) => row.ToString(CultureInfo.InvariantCulture);
}
