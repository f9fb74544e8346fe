using System.Collections.Immutable;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Law;

namespace OneVisit.Catalogue.Reading;

/// <summary>Dated numbers, from <c>parameters.yaml</c>, by their names.</summary>
internal sealed class ParameterBook
{
    private readonly ImmutableDictionary<string, ImmutableArray<Entry>> entries;

    public ParameterBook(YamlMap file, ActBook acts)
    {
        // What rules ask for by name is read whether the file holds it or not, so that a misspelt name is a missing key.
        entries = Names.Union(file.Keys).ToImmutableDictionary(name => name, name => Read(file, name, acts));
        file.Done();
    }

    private static IEnumerable<string> Names =>
    [
        "standard_rural", "standard_urban", "disposable_income_rural", "disposable_income_urban", "financial_asset_months", "business_capital_limit",
        .. ParameterNames.All, .. SupervisionBook.Parameters,
    ];

    public EligibilityParameters On(DateOnly day) => new(
        day,
        Amount("standard_rural", day), Amount("standard_urban", day),
        Amount("disposable_income_rural", day), Amount("disposable_income_urban", day),
        Number("financial_asset_months", day) is { } months ? new Sourced<int>((int)months.Value, months.Status) : null,
        Amount("business_capital_limit", day))
    {
        Others = ParameterNames.All.Select(name => (Name: name, Number: Number(name, day))).Where(found => found.Number is not null)
            .ToDictionary(found => found.Name, found => found.Number!.Value),
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
            read.Add((new Entry(Period.Of(map), map.Number("value"), acts.SourcedStatus(map)), map));
            map.Done();
        }
        Period.Check(read.Select(entry => (entry.Entry.Period, entry.Map, name)));
        return [.. read.Select(entry => entry.Entry)];
    }

    private Sourced<Money>? Amount(string name, DateOnly day) => Number(name, day) is { } yuan ? new Sourced<Money>(new Money(yuan.Value), yuan.Status) : null;

    private sealed record Entry(Period Period, decimal Value, SourceStatus Status);
}
