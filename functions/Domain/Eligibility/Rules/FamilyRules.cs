using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.People;
using static OneVisit.Domain.Eligibility.Composition.ArgumentKind;
using static OneVisit.Domain.Eligibility.Composition.RuleBook;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Rules about marriage, divorce and adoption.</summary>
internal static class FamilyRules
{
    public static IEnumerable<RuleDefinition> All =>
    [
        Household(RuleNames.OldEnoughToMarry, [Question.ManBirthDate, Question.WomanBirthDate], [new("man", Parameter), new("woman", Parameter)], OldEnoughToMarry),
        Household(RuleNames.BothSingle, Question.BothSingle, [], _ => (in c) => c.Household.Marriage?.BothSingle),
        Household(RuleNames.NotCloseKin, Question.CloseKin, [], _ => (in c) => !c.Household.Marriage?.CloseKin),

        Household(RuleNames.Married, Question.Married, [], _ => (in c) => c.Household.Errand?.Married),
        Household(RuleNames.DivorceAgreed, Question.DivorceAgreement, [], _ => (in c) => c.Household.Errand?.DivorceAgreement),
        Household(RuleNames.ValidId, Question.ValidId, [], _ => (in c) => c.Household.Errand?.ValidId),
        Household(RuleNames.MarriageRegistered, Question.MarriageRegistered, [], _ => (in c) => c.Household.Errand?.MarriageRegistered),

        Household(RuleNames.AdopterOldEnough, [Question.AdopterBirthDate], [new("years", Parameter)], AdopterOldEnough),
        Household(RuleNames.AdopterChildrenWithinLimit, [Question.AdopterChildren], [new("most", Parameter)], Children),
        Household(RuleNames.AdopterAble, Question.AdopterAble, [], _ => (in c) => c.Household.Adoption?.Able),
        Household(RuleNames.AdopterHealthy, Question.AdopterIllness, [], _ => (in c) => !c.Household.Adoption?.DisqualifyingIllness),
        Household(RuleNames.AdopterNoAdverseRecord, Question.AdopterRecord, [], _ => (in c) => !c.Household.Adoption?.AdverseRecord),
        Household(RuleNames.AdopterAgeGap, [Question.SingleOfOtherSex, Question.AdopterBirthDate, Question.AdoptedBirthDate], [new("years", Parameter)], AgeGap),
        Household(RuleNames.ChildConsents, [Question.AdoptedBirthDate, Question.ChildConsents], [new("years", Parameter)], ChildConsents),
        Household(RuleNames.AdoptionEndAgreed, Question.AdoptionEndAgreed, [], _ => (in c) => c.Household.Errand?.AdoptionEndAgreed),
        Household(RuleNames.AdoptionCertificate, Question.AdoptionCertificate, [], _ => (in c) => c.Household.Errand?.AdoptionCertificate),
    ];

    private static LineOfLaw OldEnoughToMarry(RuleLine line)
    {
        var (man, woman) = (line.Parameter("man"), line.Parameter("woman"));
        return new(
            line,
            (in c) => (c.AgeOf(c.Household.Marriage?.ManBornOn) is { } his && c.Number(man) is { } from ? his >= from : (bool?)null)
                & (c.AgeOf(c.Household.Marriage?.WomanBornOn) is { } hers && c.Number(woman) is { } fromHers ? hers >= fromHers : (bool?)null),
            (in c) => c.AgeOf(c.Household.Marriage?.ManBornOn) is { } his && c.AgeOf(c.Household.Marriage?.WomanBornOn) is { } hers
                && c.Number(man) is { } from && c.Number(woman) is { } fromHers
                ? [
                    new(FigureNames.ManAge, his), new(FigureNames.ManLimit, from),
                    new(FigureNames.WomanAge, hers), new(FigureNames.WomanLimit, fromHers),
                ]
                : null);
    }

    private static LineOfLaw AdopterOldEnough(RuleLine line)
    {
        var years = line.Parameter("years");
        return new(
            line,
            (in c) => c.AgeOf(c.Household.Adoption?.AdopterBornOn) is { } age && c.Number(years) is { } from ? age >= from : null,
            (in c) => c.AgeOf(c.Household.Adoption?.AdopterBornOn) is { } age && c.Number(years) is { } from
                ? [new(FigureNames.Age, age), new(FigureNames.Limit, from)]
                : null);
    }

    private static LineOfLaw Children(RuleLine line)
    {
        var limit = line.Parameter("most");
        return new(line, (in c) => c.Household.Adoption?.Children is { } children && c.Number(limit) is { } most ? children <= most : null);
    }

    // Only a single person who adopts a child of the other sex must be so much older.
    private static LineOfLaw AgeGap(RuleLine line)
    {
        var years = line.Parameter("years");
        return new(
            line,
            (in c) => !c.Household.Adoption?.SingleOfOtherSex | (Gap(c.Household.Adoption) is { } gap && c.Number(years) is { } least ? gap >= least : (bool?)null),
            (in c) => c.Household.Adoption?.SingleOfOtherSex == true && Gap(c.Household.Adoption) is { } gap && c.Number(years) is { } least
                ? [new(FigureNames.Age, gap), new(FigureNames.Limit, least)]
                : null);
    }

    // Full years that the adopter had lived when the child was born; below none, who is younger.
    private static int? Gap(AdoptionWish? adoption) =>
        adoption is { AdopterBornOn: { } adopter, ChildBornOn: { } child } ? adopter.AgeOn(child) : null;

    // A child below that age is not asked.
    private static LineOfLaw ChildConsents(RuleLine line)
    {
        var years = line.Parameter("years");
        return new(
            line,
            (in c) => c.Household.Adoption?.ChildConsents
                | (c.AgeOf(c.Household.Adoption?.ChildBornOn) is { } age && c.Number(years) is { } from ? age < from : (bool?)null));
    }
}
