using System.Globalization;

namespace OneVisit.Domain;

/// <summary>An amount in yuan, exact. Comparisons never round; only <see cref="ToFen"/> does, as the last step before money is named to a person.</summary>
public readonly record struct Money(decimal Yuan) : IComparable<Money>
{
    public static Money Zero { get; } = new(0);

    /// <summary>An amount that may be unknown.</summary>
    public static Money? OrNull(decimal? yuan) => yuan is { } known ? new Money(known) : null;

    /// <summary>Rounded to the fen (0.01 yuan), halves away from zero.</summary>
    public Money ToFen() => new(Math.Round(Yuan, 2, MidpointRounding.AwayFromZero));

    public int CompareTo(Money other) => Yuan.CompareTo(other.Yuan);

    /// <summary>Yuan without currency sign, grouping or trailing zeros: <c>1300.5</c>.</summary>
    public override string ToString() => Yuan.ToString("0.##########", CultureInfo.InvariantCulture);

    public static Money Max(Money a, Money b) => a > b ? a : b;

    public static Money operator +(Money a, Money b) => new(a.Yuan + b.Yuan);
    public static Money operator -(Money a, Money b) => new(a.Yuan - b.Yuan);
    public static Money operator *(Money a, decimal times) => new(a.Yuan * times);
    public static Money operator *(decimal times, Money a) => a * times;
    public static Money operator /(Money a, decimal parts) => new(a.Yuan / parts);
    public static bool operator <(Money a, Money b) => a.Yuan < b.Yuan;
    public static bool operator >(Money a, Money b) => a.Yuan > b.Yuan;
    public static bool operator <=(Money a, Money b) => a.Yuan <= b.Yuan;
    public static bool operator >=(Money a, Money b) => a.Yuan >= b.Yuan;
}
