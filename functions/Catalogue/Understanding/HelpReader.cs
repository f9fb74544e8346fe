using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Understanding;

namespace OneVisit.Catalogue.Understanding;

/// <summary>Who helps when the bureau does not or must not wait, from <c>understanding/offices.yaml</c> and <c>emergencies.yaml</c>.</summary>
internal static class HelpReader
{
    public static ImmutableArray<OtherOffice> ReadOffices(YamlMap file)
    {
        var offices = ImmutableArray.CreateBuilder<OtherOffice>();
        foreach (var map in file.Maps("offices"))
        {
            var office = new OtherOffice(map.Scalar("topic"), map.Words("subject"), new CallNumber(map.Words("office"), map.Scalar("phone")));
            if (offices.Any(other => other.Topic == office.Topic)) map.Fault(FaultKind.DuplicateId, office.Topic, "topic");
            offices.Add(office);
            map.Done();
        }
        if (offices.All(office => office.Topic != Reception.OtherTopic)) file.Fault(FaultKind.MissingKey, Reception.OtherTopic, "offices");
        file.Done();
        return offices.ToImmutable();
    }

    public static ImmutableArray<(Emergency Emergency, EmergencySigns Signs)> ReadEmergencies(YamlMap file)
    {
        var emergencies = ImmutableArray.CreateBuilder<(Emergency, EmergencySigns)>();
        foreach (var map in file.Maps("emergencies"))
        {
            var kind = map.Scalar("kind");
            var calls = map.Maps("call").Select(ReadCall).ToImmutableArray();
            var signs = new EmergencySigns(kind, Expressions(map, "signs"), Expressions(map, "unless"), Expressions(map, "always"));
            if (signs.Signs.IsEmpty || calls.IsEmpty) map.Fault(FaultKind.MissingKey, kind, "signs");
            else emergencies.Add((new Emergency(kind, calls), signs));
            map.Done();
        }
        file.Done();
        return emergencies.ToImmutable();
    }

    private static CallNumber ReadCall(YamlMap map)
    {
        var call = new CallNumber(map.Words("who"), map.Scalar("phone"));
        map.Done();
        return call;
    }

    private static ImmutableArray<string> Expressions(YamlMap map, string key)
    {
        var read = ImmutableArray.CreateBuilder<string>();
        foreach (var expression in map.Scalars(key))
        {
            if (IsExpression(expression)) read.Add(expression);
            else map.Fault(FaultKind.WrongValue, expression, key);
        }
        return read.ToImmutable();
    }

    private static bool IsExpression(string text)
    {
        try
        {
            return new Regex(text, RegexOptions.None, TimeSpan.FromSeconds(1)).ToString().Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
