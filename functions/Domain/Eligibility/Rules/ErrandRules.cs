using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Eligibility.Conditions;
using static OneVisit.Domain.Eligibility.Composition.ArgumentKind;
using static OneVisit.Domain.Eligibility.Composition.RuleBook;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Rules about organisations, and about the other errands that agents run.</summary>
internal static class ErrandRules
{
    public static IEnumerable<RuleDefinition> All =>
    [
        Household(RuleNames.IndividualMembers, [Question.IndividualMembers], [new("least", Parameter)], line => AtLeast(line, plan => plan.Individuals)),
        Household(RuleNames.UnitMembers, [Question.UnitMembers], [new("least", Parameter)], line => AtLeast(line, plan => plan.Units)),
        Household(RuleNames.MixedMembers, [Question.IndividualMembers, Question.UnitMembers], [new("least", Parameter)],
            line => AtLeast(line, plan => plan.Individuals + plan.Units)),
        Household(RuleNames.StartCapital, [Question.StartCapital], [new("least", Parameter)], line => AtLeast(line, plan => plan.Capital?.Yuan)),
        Household(RuleNames.SupervisorApproval, Question.SupervisorApproval, [], _ => (in c) => c.Household.Organisation?.SupervisorApproval),
        Household(RuleNames.FiledInTime, [Question.SupervisorConsentDate], [new("days", Parameter)], FiledInTime),
        Household(RuleNames.Liquidated, Question.Liquidated, [], _ => (in c) => c.Household.Organisation?.Liquidated),
        Household(RuleNames.CapitalChecked, Question.CapitalChecked, [], _ => (in c) => c.Household.Organisation?.CapitalChecked),
        Household(RuleNames.Premises, Question.Premises, [], _ => (in c) => c.Household.Organisation?.Premises),
        Household(RuleNames.QualifiedStaff, Question.QualifiedStaff, [], _ => (in c) => c.Household.Organisation?.Staff),

        Household(RuleNames.DeathCertificate, Question.DeathCertificate, [], _ => (in c) => c.Household.Errand?.DeathCertificate),
        Household(RuleNames.KinOfDeceased, Question.KinOfDeceased, [], _ => (in c) => c.Household.Errand?.KinOfDeceased),
        Household(RuleNames.CremationOnRecord, Question.CremationOnRecord, [], _ => (in c) => c.Household.Errand?.CremationOnRecord),
        Household(RuleNames.CremationCertificate, Question.CremationCertificate, [], _ => (in c) => c.Household.Errand?.CremationCertificate),
        Household(RuleNames.CannotFeedOrHouseSelf, Question.CannotFeedOrHouse, [], _ => (in c) => c.Household.Errand?.CannotFeedOrHouse),
        Household(RuleNames.NoKinToTurnTo, Question.KinToTurnTo, [], _ => (in c) => !c.Household.Errand?.KinToTurnTo),
        Household(RuleNames.ChoosesHome, Question.ChoosesHome, [], _ => (in c) => c.Household.Errand?.ChoosesHome),
        Household(RuleNames.HouseIsHere, Question.HouseIsHere, [], _ => (in c) => c.Household.Errand?.HouseIsHere),
        Household(RuleNames.OwnRecord, Question.OwnRecord, [], _ => (in c) => c.Household.Errand?.OwnRecord),
        Household(RuleNames.PowerOfAttorney, Question.PowerOfAttorney, [], _ => (in c) => c.Household.Errand?.PowerOfAttorney),
    ];

    private static LineOfLaw AtLeast(RuleLine line, Func<OrganisationPlan, decimal?> count)
    {
        var limit = line.Parameter("least");
        return new(
            line,
            (in c) => c.Household.Organisation is { } plan && count(plan) is { } number && c.Number(limit) is { } least ? number >= least : null,
            (in c) => c.Household.Organisation is { } plan && count(plan) is { } number && c.Number(limit) is { } least
                ? [new(FigureNames.Members, number), new(FigureNames.Limit, least)]
                : null);
    }

    // The day of the consent itself is not counted.
    private static LineOfLaw FiledInTime(RuleLine line)
    {
        var limit = line.Parameter("days");
        return new(
            line,
            (in c) => Passed(c) is { } days && c.Number(limit) is { } most ? days <= most : null,
            (in c) => Passed(c) is { } days && c.Number(limit) is { } most ? [new(FigureNames.Days, days), new(FigureNames.Limit, most)] : null);
    }

    private static int? Passed(in Circumstances circumstances) =>
        circumstances.Household.Organisation?.SupervisorConsentOn is { } consent ? circumstances.Day.DayNumber - consent.DayNumber : null;
}
