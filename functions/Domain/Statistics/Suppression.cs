using System.Collections.Immutable;

namespace OneVisit.Domain.Statistics;

/// <summary>
/// Hides small counts in a list whose total is shown. A count of 1 to 4 is hidden; and so that nobody computes it from the total, further counts are, the smallest
/// first, until at least two are hidden that together make 5 or more. Where the list is too short for that, the total is hidden too. Zero stays: it tells of nobody.
/// </summary>
public static class Suppression
{
    /// <returns>For each count whether it is hidden, and whether the total is.</returns>
    public static (ImmutableArray<bool> Rows, bool Total) Of(IReadOnlyList<int> counts)
    {
        var hidden = counts.Select(count => count is > 0 and < Rate.Least).ToArray();
        if (!hidden.Contains(true))
            return ([.. hidden], counts.Sum() is > 0 and < Rate.Least);
        while (hidden.Count(row => row) < 2 || counts.Where((_, row) => hidden[row]).Sum() < Rate.Least)
        {
            var next = Enumerable.Range(0, counts.Count).Where(row => !hidden[row] && counts[row] > 0).OrderBy(row => counts[row]).Cast<int?>().FirstOrDefault();
            if (next is not { } row)
                return ([.. hidden], true);
            hidden[row] = true;
        }
        return ([.. hidden], false);
    }
}
