using System.Collections.Frozen;
using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.Rules;

namespace OneVisit.Domain.Eligibility.Composition;

/// <summary>Every rule that a service can name.</summary>
public static class RuleBook
{
    private static readonly FrozenDictionary<string, RuleDefinition> Rules =
        HouseholdRules.All.Concat(PersonRules.All).Concat(FamilyRules.All).Concat(ErrandRules.All).ToFrozenDictionary(rule => rule.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, RuleDefinition> ByOpposite =
        Rules.Values.Where(rule => rule.Opposite is not null).ToFrozenDictionary(rule => rule.Opposite!, StringComparer.Ordinal);

    /// <summary>In order of their names.</summary>
    public static IEnumerable<RuleDefinition> All => Rules.Values.OrderBy(rule => rule.Name, StringComparer.Ordinal);

    public static RuleDefinition? Find(string name) => Rules.GetValueOrDefault(name);

    /// <summary>The rule that is told under this name where the service demands that it does not hold.</summary>
    public static RuleDefinition? FindByOpposite(string name) => ByOpposite.GetValueOrDefault(name);

    internal static RuleDefinition Household(string name, Question question, ImmutableArray<ArgumentDefinition> arguments, Func<RuleLine, Test> test) =>
        new(name, false, [question], arguments, line => new LineOfLaw(line, test(line)));

    internal static RuleDefinition Household(
        string name, ImmutableArray<Question> asks, ImmutableArray<ArgumentDefinition> arguments, Func<RuleLine, Rule> make, string? opposite = null,
        params ImmutableArray<NumberByArea> reads) => new(name, false, asks, arguments, make) { Opposite = opposite, Reads = reads };

    internal static RuleDefinition Person(string name, Question question, ImmutableArray<ArgumentDefinition> arguments, Func<RuleLine, Test> test) =>
        new(name, true, [question], arguments, line => new LineOfLaw(line, test(line)));

    internal static RuleDefinition Person(
        string name, ImmutableArray<Question> asks, ImmutableArray<ArgumentDefinition> arguments, Func<RuleLine, Rule> make,
        params ImmutableArray<NumberByArea> reads) => new(name, true, asks, arguments, make) { Reads = reads };
}
