namespace OneVisit.Domain.Places;

/// <summary>How alike a typed name and a known one are.</summary>
internal static class Likeness
{
    /// <summary>Zero for the same; larger is less alike; <c>null</c> for not alike.</summary>
    public static int? Between(string typed, string known)
    {
        if (typed == known)
            return 0;
        // Of several names inside a longer sentence the longest is meant.
        if (known.Length >= 2 && typed.Contains(known, StringComparison.Ordinal))
            return 1000 - known.Length;
        if (typed.Length >= (char.IsAscii(typed[0]) ? 4 : 2) && known.Contains(typed, StringComparison.Ordinal))
            return 2000;
        var slips = Slips(typed, known);
        return slips <= SlipsForgiven(known) ? 3000 + slips : null;
    }

    // One wrong character in three or more; two letters in a longer spelling in Latin letters.
    private static int SlipsForgiven(string known) => known.Length < 3 ? 0 : char.IsAscii(known[0]) && known.Length >= 8 ? 2 : 1;

    /// <summary>Characters missing, added, wrong, or two neighbours swapped.</summary>
    private static int Slips(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2)
            return int.MaxValue;
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
                cost[i, j] = i == 0 || j == 0 ? i + j : Cheapest(a, b, i, j, cost);
        }
        return cost[a.Length, b.Length];
    }

    private static int Cheapest(string a, string b, int i, int j, int[,] cost)
    {
        var replaced = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var best = Math.Min(replaced, 1 + Math.Min(cost[i - 1, j], cost[i, j - 1]));
        var areSwapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return areSwapped ? Math.Min(best, cost[i - 2, j - 2] + 1) : best;
    }
}
