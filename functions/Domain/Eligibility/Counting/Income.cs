namespace OneVisit.Domain.Eligibility.Counting;

/// <summary>The stretch of time an amount is told for.</summary>
public enum Per
{
    Month,
    Year,
}

/// <summary>One income of the household. A value that cannot be throws <see cref="ArgumentOutOfRangeException"/>.</summary>
/// <param name="Amount">In yuan, for <paramref name="Per"/>.</param>
/// <param name="Person">Place in the household's list of the one whose it is; <c>null</c>: the household's, as from its fields.</param>
public sealed record Income(IncomeKind Kind, Money Amount, Per Per, int? Person = null)
{
    /// <summary>So many a household tells at most.</summary>
    public const int Most = 60;

    public Money Amount { get; } =
        Amount is { Yuan: >= 0 and <= Household.MostYuan } ? Amount : throw new ArgumentOutOfRangeException(nameof(Amount));

    /// <summary>For twelve months: nothing is divided before the sum is.</summary>
    internal Money Yearly => Per == Per.Month ? Amount * 12 : Amount;
}

/// <summary>Stretches of time as they travel.</summary>
public static class Stretches
{
    public static Per? Parse(string? code) => code switch
    {
        "month" => Per.Month,
        "year" => Per.Year,
        _ => null,
    };
}
