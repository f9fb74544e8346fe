using System.Collections.Immutable;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Law;

namespace OneVisit.Catalogue.Reading;

/// <summary>Dated numbers, from <c>parameters.yaml</c>, by their names.</summary>
internal sealed class ParameterBook
{
    // Read by rules that need not name them, and by supervision.
    private static readonly string[] Always =
    [
        ParameterNames.StandardRural, ParameterNames.StandardUrban, ParameterNames.DisposableIncomeRural, ParameterNames.DisposableIncomeUrban,
        .. SupervisionBook.Parameters,
    ];

    private readonly ImmutableDictionary<string, ImmutableArray<Entry>> entries;
    private readonly HashSet<string> unread;
    private readonly YamlMap file;

    private readonly ImmutableDictionary<string, Text> words;

    /// <param name="words">What each number is called.</param>
    public ParameterBook(YamlMap file, YamlMap words, ActBook acts)
    {
        this.file = file;
        // What is read without being named is asked for whether the file holds it or not, so that a misspelt name is a missing key.
        entries = Always.Union(file.Keys).ToImmutableDictionary(name => name, name => Read(file, name, acts));
        unread = [.. entries.Keys.Except(Always).Where(name => !name.StartsWith(ParameterNames.ExcludedIncomePrefix, StringComparison.Ordinal))];
        file.Done();
        this.words = entries.Keys.ToImmutableDictionary(name => name, words.Words);
        words.Done();
    }

    /// <summary>What a number is called; its name where there is no such number.</summary>
    public Text NameOf(string name) => words.GetValueOrDefault(name, new Text(name, name));

    public EligibilityParameters On(DateOnly day) => EligibilityParameters.Of(
        day,
        entries.Keys.Select(name => (Name: name, Number: Number(name, day))).Where(found => found.Number is not null)
            .ToDictionary(found => found.Name, found => found.Number!.Value, StringComparer.Ordinal));

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
            read.Add((new Entry(Period.Of(map), map.Number("value"), acts.SourcedStatus(map)), map));
            map.Done();
        }
        Period.Check(read.Select(entry => (entry.Entry.Period, entry.Map, name)));
        return [.. read.Select(entry => entry.Entry)];
    }

    private sealed record Entry(Period Period, decimal Value, SourceStatus Status);
}
