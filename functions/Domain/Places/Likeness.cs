namespace OneVisit.Domain.Places;

/// <summary>How many slips of the finger lie between a typed name and a known one: characters missing, added, wrong, or two neighbours swapped.</summary>
internal static class Likeness
{
    /// <summary>Most that any name forgives.</summary>
    public const int MostSlips = 2;

    private const int LongestCompared = 64;

    /// <summary>One wrong character in three or more; in Latin letters one in five or more, two in eight or more.</summary>
    public static int SlipsForgiven(int length, bool isLatin) => isLatin ? length < 5 ? 0 : length < 8 ? 1 : 2 : length < 3 ? 0 : 1;

    /// <returns><c>null</c>: more than <paramref name="most"/>.</returns>
    public static int? Slips(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || a.Length > LongestCompared || b.Length > LongestCompared)
            return null;
        Span<int> before = stackalloc int[LongestCompared + 1], last = stackalloc int[LongestCompared + 1], now = stackalloc int[LongestCompared + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        var leastBefore = 0;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), 1 + Math.Min(last[j], now[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost = Math.Min(cost, before[j - 2] + 1);
                now[j] = cost;
                least = Math.Min(least, cost);
            }
            // Two rows: a swap looks back over one.
            if (least > most && leastBefore > most)
                return null;
            leastBefore = least;
            var free = before;
            before = last;
            last = now;
            now = free;
        }
        return last[b.Length] <= most ? last[b.Length] : null;
    }
}
