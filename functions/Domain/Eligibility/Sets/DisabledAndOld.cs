using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Eligibility.Rules;
using OneVisit.Domain.Law;
using static OneVisit.Domain.Eligibility.ParameterNames;

namespace OneVisit.Domain.Eligibility.Sets;

/// <summary>Subsidies for the disabled and allowances for the old; each for every person who qualifies.</summary>
internal static class DisabledAndOld
{
    private static readonly LawReference Disabled = Acts.DisabilitySubsidiesAsRead.AsAWhole();
    private static readonly LawReference PoorElders = Acts.EldersOfShandongAsRead.Article(36);
    private static readonly LawReference Elders = Acts.EldersOfShandongAsRead.Article(31);

    /// <summary>困难残疾人生活补贴: in a household that draws the allowance, with a certificate of any grade.</summary>
    public static RuleSet DisabilityLiving { get; } = new PerPerson(
        new All(new HasLocalHukou(), HouseholdLines.DrawsAllowance(Disabled)),
        new Someone(Disabled, PersonLines.DisabilityCertificate(Disabled)),
        (in c) => Number(c, c.Person.Disability!.Grade <= 2 ? DisabilityLivingGrade12 : DisabilityLivingGrade34));

    /// <summary>重度残疾人护理补贴: grade 1 or 2, needs care; may be drawn with the living subsidy, not with the care subsidy of the old.</summary>
    public static RuleSet DisabilityCare { get; } = new PerPerson(
        new HasLocalHukou(),
        new Someone(
            Disabled, PersonLines.SevereDisability(Disabled), PersonLines.NeedsCare(Disabled), PersonLines.NotDrawnTwice(Disabled, "D6.2")),
        (in c) => Number(c, c.Person.Disability!.Grade == 1 ? DisabilityCareGrade1 : DisabilityCareGrade2));

    /// <summary>经济困难老年人补贴: in a household that draws the allowance, from 60 to 99.</summary>
    public static RuleSet PoorElder { get; } = new PerPerson(
        new All(new HasLocalHukou(), HouseholdLines.DrawsAllowance(PoorElders)),
        new Someone(PoorElders, PersonLines.AgeReached(60, PoorElders), PersonLines.AgeNotPassed(99, PoorElders)),
        (in c) => Number(c, AgeOf(c) switch { < 80 => PoorElder60, < 90 => PoorElder80, _ => PoorElder90 }));

    /// <summary>失能护理补贴: in a household that draws the allowance, from 60, abilities lost to grade 2 or 3.</summary>
    public static RuleSet ElderInNeedOfCare { get; } = new PerPerson(
        new All(new HasLocalHukou(), HouseholdLines.DrawsAllowance(PoorElders)),
        new Someone(
            PoorElders, PersonLines.AgeReached(60, PoorElders), PersonLines.AbilityLost(PoorElders), PersonLines.NotDrawnTwice(PoorElders, "D5.2")),
        (in c) => Number(c, ElderCare));

    /// <summary>高龄津贴: from 80 to 99.</summary>
    public static RuleSet OldAge { get; } = new PerPerson(
        new HasLocalHukou(),
        new Someone(Elders, PersonLines.AgeReached(80, Elders), PersonLines.AgeNotPassed(99, Elders)),
        (in c) => Number(c, AgeOf(c) < 90 ? OldAge80 : OldAge90));

    /// <summary>百岁长寿补贴: from 100.</summary>
    public static RuleSet HundredYears { get; } = new PerPerson(
        new HasLocalHukou(), new Someone(Elders, PersonLines.AgeReached(100, Elders)), (in c) => Number(c, Centenarian));

    private static int AgeOf(in Circumstances circumstances) => circumstances.Person.BornOn!.Value.AgeOn(circumstances.Day);

    private static decimal? Number(in Circumstances circumstances, string name) => circumstances.Parameters.Other(name)?.Value;
}
