using System.Collections.Frozen;

namespace OneVisit.Domain.Eligibility;

/// <summary>The rules of every service that has some, by its code.</summary>
public static class ServiceRules
{
    private static readonly FrozenDictionary<string, RuleSet> Rules = new Dictionary<string, RuleSet>
    {
        ["D1.1"] = new LowIncomeAllowance(Area.Urban),
        ["D1.2"] = new LowIncomeAllowance(Area.Rural),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Is there a rule set for this service?</summary>
    public static bool Knows(string serviceCode) => Rules.ContainsKey(serviceCode);

    /// <exception cref="ArgumentException">No rules for this service; ask <see cref="Knows"/> first.</exception>
    public static Evaluation Evaluate(string serviceCode, Household household, EligibilityParameters parameters) =>
        Rules.TryGetValue(serviceCode, out var rules)
            ? rules.Evaluate(household, parameters)
            : throw new ArgumentException(serviceCode, nameof(serviceCode));
}
