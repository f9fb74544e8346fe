namespace OneVisit.Domain.Statistics;

/// <summary>
/// Whether a rate became worse: the last whole month against the three before it, by the test of two proportions, one-sided at 1% (z of 2.33 or more), and only where both have
/// 20 cases or more. Of 20 points that do not change, about one in five months names one by mere chance: it is a reason to look, never a verdict.
/// </summary>
/// <param name="Before">Rate of the three months before.</param>
/// <param name="Z">Distance in standard errors.</param>
public sealed record Trend(Rate Before, Rate Now, double Z)
{
    public const int LeastCases = 20;
    public const int Months = 3;
    public const double Threshold = 2.33;

    public bool Worsened => Z >= Threshold;

    /// <returns><c>null</c>: too few cases to say anything.</returns>
    public static Trend? Of(Rate before, Rate now)
    {
        if (before.N < LeastCases || now.N < LeastCases)
            return null;
        var pooled = (double)(before.Numerator + now.Numerator) / (before.N + now.N);
        var error = Math.Sqrt(pooled * (1 - pooled) * (1.0 / before.N + 1.0 / now.N));
        return new(before, now, error == 0 ? 0 : (before.Value!.Value - now.Value!.Value) / error);
    }
}
