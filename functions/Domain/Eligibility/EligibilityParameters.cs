using System.Collections.Frozen;
using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility;

/// <summary>A value and how far it may be shown as law.</summary>
public readonly record struct Sourced<T>(T Value, SourceStatus Status)
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
    /// <summary>The other dated numbers by their names in the catalogue: amounts in yuan, factors, months.</summary>
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

    public Sourced<Money>? Standard(Area area) => area == Area.Urban ? StandardUrban : StandardRural;

    public Sourced<Money>? DisposableIncome(Area area) => area == Area.Urban ? DisposableIncomeUrban : DisposableIncomeRural;
}
