using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Eligibility.Composition;

namespace OneVisit.Catalogue.Reading;

/// <summary>Rules and how they are put together: <c>rule</c>, <c>not</c>, <c>any_of</c>, <c>all_of</c>, <c>person</c>.</summary>
internal sealed class ClauseReader(ActBook acts, ParameterBook parameters)
{
    private const int MostNumber = 9999;

    private readonly List<(string Code, YamlMap Map, string Key)> services = [];

    public ImmutableArray<Clause> Read(YamlMap map, string key, bool ofAPerson, bool insideChoice = false) =>
        map.Has(key) ? [.. map.Maps(key).Select(item => Read(item, ofAPerson, insideChoice)).OfType<Clause>()] : [];

    public void CheckServices(IReadOnlySet<string> codes)
    {
        foreach (var (code, map, key) in services.Where(named => !codes.Contains(named.Code)))
            map.Fault(FaultKind.UnknownReference, code, key);
    }

    private Clause? Read(YamlMap map, bool ofAPerson, bool insideChoice)
    {
        Clause? read;
        if (map.Has("any_of"))
        {
            if (insideChoice)
                map.Fault(FaultKind.WrongValue, "any_of", "any_of");
            read = new Clause.AnyOf(Read(map, "any_of", ofAPerson, insideChoice: true));
        }
        else if (map.Has("all_of"))
        {
            read = new Clause.AllOf(Read(map, "all_of", ofAPerson, insideChoice));
        }
        else if (map.Has("person"))
        {
            if (ofAPerson)
                map.Fault(FaultKind.WrongValue, "person", "person");
            read = new Clause.Somebody(
                map.MapOrNull("first_asked") is { } first ? ReadLine(first, ofAPerson: false, turnedRound: false) : null,
                Read(map, "person", ofAPerson: true, insideChoice));
        }
        else if (map.MapOrNull("not") is { } not)
        {
            read = ReadLine(not, ofAPerson, turnedRound: true) is { } line ? new Clause.Not(line) : null;
        }
        else
        {
            return ReadLine(map, ofAPerson, turnedRound: false);
        }
        map.Done();
        return read;
    }

    private Clause.Line? ReadLine(YamlMap map, bool ofAPerson, bool turnedRound)
    {
        var name = map.Scalar("rule");
        if (name.Length == 0)
            return null;
        if (RuleBook.Find(name) is not { } definition)
        {
            map.Fault(FaultKind.UnknownRule, name, "rule");
            return null;
        }
        if (definition.IsAboutAPerson != ofAPerson || (turnedRound && definition.Opposite is null))
            map.Fault(FaultKind.MisplacedRule, name, "rule");
        var law = map.Map("law");
        var line = new Clause.Line(
            name, law.IsBroken ? new("", "") : acts.Reference(law), [.. definition.Arguments.Select(argument => Read(map, argument))]);
        map.Done();
        return line;
    }

    private Argument Read(YamlMap map, ArgumentDefinition argument)
    {
        switch (argument.Kind)
        {
            case ArgumentKind.Parameter:
                return Argument.Of(argument.Name, parameters.Named(map, argument.Name));
            case ArgumentKind.Services:
                ImmutableArray<string> codes = [.. map.Scalars(argument.Name)];
                services.AddRange(codes.Select(code => (code, map, argument.Name)));
                return new Argument(argument.Name, codes);
            case ArgumentKind.Date:
                return Argument.Of(argument.Name, map.Date(argument.Name).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            default:
                var number = map.Int(argument.Name);
                if (number > MostNumber)
                    map.Fault(FaultKind.WrongValue, $"{argument.Name}: {number}", argument.Name);
                return Argument.Of(argument.Name, number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
