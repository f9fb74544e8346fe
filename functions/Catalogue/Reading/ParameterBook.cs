using System.Collections.Frozen;
using System.Collections.Immutable;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Law;

namespace OneVisit.Catalogue.Reading;

/// <summary>Dated numbers, from <c>parameters.yaml</c>, by their names.</summary>
internal sealed class ParameterBook
{
    private const decimal LeftOut = 1;

    private readonly ImmutableDictionary<string, ImmutableArray<Entry>> entries;
    private readonly ImmutableArray<IncomeExclusion> exclusions;

    public ParameterBook(YamlMap file, ActBook acts)
    {
        // What rules ask for by name is read whether the file holds it or not, so that a misspelt name is a missing key.
        entries = Names.Union(file.Keys).ToImmutableDictionary(name => name, name => Read(file, name, acts));
        exclusions = [.. ExclusionNames.SelectMany(named => entries[named.Key].Where(entry => entry.Value == LeftOut).Select(entry => ExclusionOf(named.Value, named.Key, entry)))];
        file.Done();
    }

    private static IEnumerable<string> Names =>
    [
        "standard_rural", "standard_urban", "disposable_income_rural", "disposable_income_urban", "financial_asset_months", "business_capital_limit",
        .. ParameterNames.All, .. ExclusionNames.Keys,
    ];

    /// <summary>Kinds of income that a number may leave out.</summary>
    private static FrozenDictionary<string, IncomeKind> ExclusionNames { get; } = new[]
    {
        IncomeKind.PreferentialPay, IncomeKind.FamilyPlanningAward, IncomeKind.Scholarship, IncomeKind.BraveryAward, IncomeKind.GovernmentRelief, IncomeKind.BasePension,
    }.ToFrozenDictionary(kind => kind.ExclusionParameter());

    public EligibilityParameters On(DateOnly day) => new(
        day,
        Amount("standard_rural", day), Amount("standard_urban", day),
        Amount("disposable_income_rural", day), Amount("disposable_income_urban", day),
        Number("financial_asset_months", day) is { } months ? new Sourced<int>((int)months.Value, months.Status) : null,
        Amount("business_capital_limit", day))
    {
        Others = ParameterNames.All.Select(name => (Name: name, Number: Number(name, day))).Where(found => found.Number is not null)
            .ToDictionary(found => found.Name, found => found.Number!.Value),
        IncomeExclusions = exclusions,
    };

    /// <summary>The number of that name in force on a day; <c>null</c>: none is.</summary>
    public Sourced<decimal>? Number(string name, DateOnly day) =>
        entries.TryGetValue(name, out var dated) && dated.FirstOrDefault(entry => entry.Period.Contains(day)) is { } found
            ? new Sourced<decimal>(found.Value, found.Status)
            : null;

    private static ImmutableArray<Entry> Read(YamlMap file, string name, ActBook acts)
    {
        var read = new List<(Entry Entry, YamlMap Map)>();
        foreach (var map in file.Maps(name))
        {
            var (status, source) = acts.Sourced(map);
            var entry = new Entry(Period.Of(map), map.Number("value"), status, source);
            // A kind of income is left out as a whole, or it is not.
            if (ExclusionNames.ContainsKey(name) && entry.Value is not (0 or LeftOut))
                map.Fault(FaultKind.WrongValue, $"{name}: {entry.Value}", "value");
            read.Add((entry, map));
            map.Done();
        }
        Period.Check(read.Select(entry => (entry.Entry.Period, entry.Map, name)));
        return [.. read.Select(entry => entry.Entry)];
    }

    private Sourced<Money>? Amount(string name, DateOnly day) => Number(name, day) is { } yuan ? new Sourced<Money>(new Money(yuan.Value), yuan.Status) : null;

    // Where a demo value names no source, the law that has income counted stands for it.
    private static IncomeExclusion ExclusionOf(IncomeKind kind, string name, Entry entry) => new(
        kind, name, entry.Period.From, entry.Period.To, entry.Source ?? Acts.AllowanceReviewAsRead.AsAWhole(), entry.Status);

    private sealed record Entry(Period Period, decimal Value, SourceStatus Status, LawReference? Source);
}
