using System.Collections.Immutable;

namespace OneVisit.Domain.Statistics;

/// <summary>
/// A rate that cannot be shown without what it rests on: of how many, what was left out and why, how many of those who were asked answered, and how far it is certain.
/// </summary>
/// <param name="N">Cases it was computed over.</param>
/// <param name="Excluded">What was left out, by reason; reasons without a case are not there.</param>
/// <param name="Asked">How many could have answered; <c>null</c>: nobody had to.</param>
public sealed record Rate(string Name, int Numerator, int N, ImmutableArray<Exclusion> Excluded, int? Asked = null)
{
    /// <summary>Of 95% (two-sided).</summary>
    private const double Z = 1.959963984540054;

    /// <summary>Fewer cases than these say nothing, and might tell of somebody: the rate is not shown.</summary>
    public const int Least = 5;

    public bool IsSuppressed => N < Least;

    /// <summary>0 to 1; <c>null</c>: of nothing.</summary>
    public double? Value => N == 0 ? null : (double)Numerator / N;

    /// <summary>
    /// The Wilson interval of 95%: between which rates the true one lies, if these cases were a sample of how the office works. It is what makes 100% of 12 (76% to 100%)
    /// differ from 100% of 1,511 (99.7% to 100%). <c>null</c>: of nothing.
    /// </summary>
    public (double Low, double High)? Interval
    {
        get
        {
            if (Value is not { } p)
                return null;
            double n = N;
            var middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
            var half = Z / (1 + Z * Z / n) * Math.Sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
            // Of none and of all the end is exact; computed, it would miss by a hair and be shown as 99.9%.
            return (Numerator == 0 ? 0 : Math.Max(0, middle - half), Numerator == N ? 1 : Math.Min(1, middle + half));
        }
    }

    /// <summary>Answers of those who were asked, 0 to 1; <c>null</c>: nobody was, or nobody had to.</summary>
    public double? Response => Asked is null or 0 ? null : (double)(N + Excluded.Where(left => left.Reason == Exclusions.LeftOut).Sum(left => left.Cases)) / Asked;
}

/// <summary>Cases that a rate leaves out, and why.</summary>
/// <param name="Reason">See <see cref="Exclusions"/>.</param>
public readonly record struct Exclusion(string Reason, int Cases);

/// <summary>Why a case does not count in a rate, as it travels.</summary>
public static class Exclusions
{
    /// <summary>Not decided, and its limit is not over.</summary>
    public const string Open = "open";

    /// <summary>Turned away before a clock ran.</summary>
    public const string NotAccepted = "not-accepted";

    /// <summary>Answered, and left out by a reviewer with a reason.</summary>
    public const string LeftOut = "left-out";

    /// <summary>Could have answered and did not.</summary>
    public const string Silent = "silent";

    /// <summary>No registry could say.</summary>
    public const string Unknown = "unknown";

    /// <summary>Decided and not drawn for review.</summary>
    public const string NotReviewed = "not-reviewed";
}
