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

    /// <summary>Kinds of income that a number may leave out.</summary>
    private static FrozenDictionary<string, IncomeKind> ExclusionNames { get; } = new[]
    {
        IncomeKind.PreferentialPay, IncomeKind.FamilyPlanningAward, IncomeKind.Scholarship, IncomeKind.BraveryAward, IncomeKind.GovernmentRelief, IncomeKind.BasePension,
    }.ToFrozenDictionary(kind => kind.ExclusionParameter());

    // Read by rules that need not name them, while income is counted, and by supervision.
    private static readonly string[] Always =
    [
        ParameterNames.StandardRural, ParameterNames.StandardUrban, ParameterNames.DisposableIncomeRural, ParameterNames.DisposableIncomeUrban,
        .. ExclusionNames.Keys, .. SupervisionBook.Parameters,
    ];

    private readonly ImmutableDictionary<string, ImmutableArray<Entry>> entries;
    private readonly ImmutableArray<IncomeExclusion> exclusions;
    private readonly HashSet<string> unread;
    private readonly YamlMap file;
    private readonly ImmutableDictionary<string, Text> words;

    /// <param name="words">What each number is called.</param>
    public ParameterBook(YamlMap file, YamlMap words, ActBook acts)
    {
        this.file = file;
        // What is read without being named is asked for whether the file holds it or not, so that a misspelt name is a missing key.
        entries = Always.Union(file.Keys).ToImmutableDictionary(name => name, name => Read(file, name, acts));
        exclusions = [.. ExclusionNames.SelectMany(named => entries[named.Key].Where(entry => entry.Value == LeftOut).Select(entry => ExclusionOf(named.Value, named.Key, entry)))];
        unread = [.. entries.Keys.Except(Always).Except(SupervisionBook.Newer).Except(CaseRuleBook.Parameters)];
        file.Done();
        this.words = entries.Keys.ToImmutableDictionary(name => name, words.Words);
        words.Done();
    }

    /// <summary>What a number is called; its name where there is no such number.</summary>
    public Text NameOf(string name) => words.GetValueOrDefault(name, new Text(name, name));

    public EligibilityParameters On(DateOnly day) => EligibilityParameters.Of(
        day,
        entries.Keys.Select(name => (Name: name, Number: Number(name, day))).Where(found => found.Number is not null)
            .ToDictionary(found => found.Name, found => found.Number!.Value, StringComparer.Ordinal)) with { IncomeExclusions = exclusions };

    /// <summary>The number of that name in force on a day; <c>null</c>: none is.</summary>
    public Sourced<decimal>? Number(string name, DateOnly day) =>
        entries.TryGetValue(name, out var dated) && dated.FirstOrDefault(entry => entry.Period.Contains(day)) is { } found
            ? new Sourced<decimal>(found.Value, found.Status, found.Period.From, found.Period.To)
            : null;

    /// <summary>Reads the name of a number that a rule or a formula goes by.</summary>
    public string Named(YamlMap map, string key)
    {
        var name = map.Scalar(key);
        if (name.Length > 0 && !entries.ContainsKey(name))
            map.Fault(FaultKind.UnknownParameter, name, key);
        unread.Remove(name);
        return name;
    }

    /// <summary>Notes the numbers that no rule and no formula goes by, once everything is read: changing one would change nothing.</summary>
    public void CheckRead()
    {
        foreach (var name in unread)
            file.Fault(FaultKind.UnreadParameter, name, name);
    }

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

    // Where a demo value names no source, the law that has income counted stands for it.
    private static IncomeExclusion ExclusionOf(IncomeKind kind, string name, Entry entry) => new(
        kind, name, entry.Period.From, entry.Period.To, entry.Source ?? CountedHousehold.Law, entry.Status);

    private sealed record Entry(Period Period, decimal Value, SourceStatus Status, LawReference? Source);
}
