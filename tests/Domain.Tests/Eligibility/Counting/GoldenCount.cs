using System.Globalization;
using OneVisit.Domain.Eligibility;
using YamlDotNet.RepresentationModel;

namespace OneVisit.Domain.Tests.Eligibility.Counting;

/// <summary>A household of the golden files on counting: the day, the facts, and what the office would count.</summary>
/// <param name="Then">A number, or <c>?</c>.</param>
/// <param name="Who">Lines of the people, joined by blanks; empty where the file does not look at them.</param>
public sealed record GoldenCount(string Name, DateOnly On, string Then, string Who)
{
    internal Household Household { get; init; } = new();

    public override string ToString() => Name;

    internal static IEnumerable<GoldenCount> In(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StreamReader(typeof(GoldenCount).Assembly.GetManifestResourceStream("Counting." + file)!));
        return ((YamlSequenceNode)yaml.Documents[0].RootNode["cases"]).Children.Cast<YamlMappingNode>().Select(Read);
    }

    private static GoldenCount Read(YamlMappingNode node)
    {
        var day = Text(node, "on") is { } on ? DateOnly.Parse(on, CultureInfo.InvariantCulture) : Households.Parameters.On;
        return new(Text(node, "is")!, day, Text(node, "then")!, Text(node, "who") ?? "")
        {
            Household = new()
            {
                ListsEverybody = Text(node, "everybody") switch { "yes" => true, "no" => false, _ => null },
                People = node.Children.TryGetValue("people", out var people)
                    ? [.. ((YamlSequenceNode)people).Children.Cast<YamlMappingNode>().Select(GoldenHousehold.Person)]
                    : null,
                Incomes = node.Children.TryGetValue("incomes", out var incomes) ? GoldenHousehold.Incomes(incomes) : null,
            },
        };
    }

    private static string? Text(YamlMappingNode map, string key) => map.Children.TryGetValue(key, out var value) ? value.ToString() : null;
}
