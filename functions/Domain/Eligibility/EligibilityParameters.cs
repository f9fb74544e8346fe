using System.Collections.Frozen;
using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility;

/// <summary>A value, how far it may be shown as law, and when it is in force.</summary>
/// <param name="From">First day, inclusive; <c>null</c> only where nobody said.</param>
/// <param name="To">Last day, inclusive; <c>null</c>: it is in force.</param>
public readonly record struct Sourced<T>(T Value, SourceStatus Status, DateOnly? From = null, DateOnly? To = null)
    where T : struct;

/// <summary>The numbers in force on one day. <c>null</c>: none is known for that day, and what depends on it stays unknown.</summary>
/// <param name="StandardRural">Rural subsistence standard (STD_R), per head and month.</param>
/// <param name="StandardUrban">Urban subsistence standard (STD_U), per head and month.</param>
/// <param name="DisposableIncomeRural">Last year's local disposable income per rural head, per year.</param>
/// <param name="DisposableIncomeUrban">Last year's local disposable income per urban head, per year.</param>
/// <param name="FinancialAssetMonths">Financial assets per head may reach, inclusive, so many months of the urban standard.</param>
/// <param name="BusinessCapitalLimit">Business capital may reach this, inclusive.</param>
public sealed record EligibilityParameters(
    DateOnly On,
    Sourced<Money>? StandardRural, Sourced<Money>? StandardUrban,
    Sourced<Money>? DisposableIncomeRural, Sourced<Money>? DisposableIncomeUrban,
    Sourced<int>? FinancialAssetMonths, Sourced<Money>? BusinessCapitalLimit)
{
    /// <summary>The other dated numbers by their names in the catalogue: amounts in yuan, factors, months, years, people.</summary>
    public IReadOnlyDictionary<string, Sourced<decimal>> Others { get; init; } = FrozenDictionary<string, Sourced<decimal>>.Empty;

    /// <summary>Kinds of income that are left out, or were once: every period on record.</summary>
    public ImmutableArray<IncomeExclusion> IncomeExclusions { get; init; } = [];

    /// <summary>Leaves this kind of income out on the day; <c>null</c>: it counts.</summary>
    public IncomeExclusion? ExclusionOf(IncomeKind kind)
    {
        foreach (var exclusion in IncomeExclusions)
        {
            if (exclusion.Kind == kind && exclusion.IsInForceOn(On))
                return exclusion;
        }
        return null;
    }

    public Sourced<decimal>? Other(string name) => Others.TryGetValue(name, out var number) ? number : null;

    /// <summary>Any of the numbers, by its name in the catalogue.</summary>
    public Sourced<decimal>? Number(string name) => name switch
    {
        ParameterNames.StandardRural => Yuan(StandardRural),
        ParameterNames.StandardUrban => Yuan(StandardUrban),
        ParameterNames.DisposableIncomeRural => Yuan(DisposableIncomeRural),
        ParameterNames.DisposableIncomeUrban => Yuan(DisposableIncomeUrban),
        ParameterNames.FinancialAssetMonths => FinancialAssetMonths is { } months ? new(months.Value, months.Status, months.From, months.To) : null,
        ParameterNames.BusinessCapitalLimit => Yuan(BusinessCapitalLimit),
        _ => Other(name),
    };

    public Sourced<Money>? Standard(Area area) => area == Area.Urban ? StandardUrban : StandardRural;

    public Sourced<Money>? DisposableIncome(Area area) => area == Area.Urban ? DisposableIncomeUrban : DisposableIncomeRural;

    /// <summary>The numbers of a day, by their names.</summary>
    public static EligibilityParameters Of(DateOnly day, IReadOnlyDictionary<string, Sourced<decimal>> numbers)
    {
        return new(
            day,
            Money(ParameterNames.StandardRural), Money(ParameterNames.StandardUrban),
            Money(ParameterNames.DisposableIncomeRural), Money(ParameterNames.DisposableIncomeUrban),
            numbers.TryGetValue(ParameterNames.FinancialAssetMonths, out var months) ? new((int)months.Value, months.Status, months.From, months.To) : null,
            Money(ParameterNames.BusinessCapitalLimit))
        {
            Others = numbers,
        };

        Sourced<Money>? Money(string name) =>
            numbers.TryGetValue(name, out var yuan) ? new Sourced<Money>(new(yuan.Value), yuan.Status, yuan.From, yuan.To) : null;
    }

    private static Sourced<decimal>? Yuan(Sourced<Money>? amount) =>
        amount is { } money ? new(money.Value.Yuan, money.Status, money.From, money.To) : null;
}
