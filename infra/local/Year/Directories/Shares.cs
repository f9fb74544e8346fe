namespace OneVisit.Local.Year.Directories;

/// <summary>A whole number divided by weights, to the last one.</summary>
internal static class Shares
{
    /// <param name="weights">All above zero.</param>
    /// <returns>At least one each, as many as <paramref name="total"/> together; what is left over goes to the largest remainders, the first of them first.</returns>
    public static int[] Of(int total, IReadOnlyList<int> weights)
    {
        var (free, all) = (total - weights.Count, weights.Sum());
        var shares = weights.Select(weight => 1 + (int)((long)free * weight / all)).ToArray();
        var rest = Enumerable.Range(0, weights.Count).OrderByDescending(i => (long)free * weights[i] % all).ThenBy(i => i).Take(total - shares.Sum());
        foreach (var i in rest) shares[i]++;
        return shares;
    }
}
