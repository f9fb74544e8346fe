using System.Collections.Frozen;
using OneVisit.Domain.Eligibility.Sets;

namespace OneVisit.Domain.Eligibility;

/// <summary>The rules of every service that has some, by its code.</summary>
public static class ServiceRules
{
    private static readonly FrozenDictionary<string, RuleSet> Rules = new Dictionary<string, RuleSet>
    {
        ["D1.1"] = new LowIncomeAllowance(Area.Urban),
        ["D1.2"] = new LowIncomeAllowance(Area.Rural),
        ["D1.3"] = Hardship.AllowanceChange,
        ["D2.1"] = Hardship.ExtremeHardship,
        ["D2.2"] = Hardship.ExtremeHardshipReview,
        ["D3.1"] = Hardship.EmergencyRelief,
        ["D3.2"] = Hardship.SpendingRelief,
        ["D4.1"] = Hardship.Borderline,
        ["D4.2"] = Hardship.RigidSpending,
        ["D5.1"] = DisabledAndOld.DisabilityLiving,
        ["D5.2"] = DisabledAndOld.DisabilityCare,
        ["D6.1"] = DisabledAndOld.PoorElder,
        ["D6.2"] = DisabledAndOld.ElderInNeedOfCare,
        ["D7.1"] = DisabledAndOld.OldAge,
        ["D7.2"] = DisabledAndOld.HundredYears,
        ["D8.1"] = ChildrenAndOthers.Orphan,
        ["D9.1"] = ChildrenAndOthers.Unsupported,
        ["D10.1"] = ChildrenAndOthers.HardHit,
        ["D11.1"] = ChildrenAndOthers.LaidOffWorker,
        ["D12.1"] = ChildrenAndOthers.Funeral,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Codes of the services that have rules, in no order.</summary>
    public static IEnumerable<string> Codes => Rules.Keys;

    /// <summary>Is there a rule set for this service?</summary>
    public static bool Knows(string serviceCode) => Rules.ContainsKey(serviceCode);

    /// <exception cref="ArgumentException">No rules for this service; ask <see cref="Knows"/> first.</exception>
    public static Evaluation Evaluate(string serviceCode, Household household, EligibilityParameters parameters) =>
        Rules.TryGetValue(serviceCode, out var rules)
            ? rules.Evaluate(household, parameters)
            : throw new ArgumentException(serviceCode, nameof(serviceCode));
}
