using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Tests.Eligibility;

/// <summary>Households to measure, and the demo numbers to measure them by.</summary>
internal static class Households
{
    public static EligibilityParameters Parameters { get; } = new(
        new DateOnly(2026, 11, 24),
        new(new Money(730), SourceStatus.Demo), new(new Money(900), SourceStatus.Demo),
        new(new Money(24_000), SourceStatus.Demo), new(new Money(42_000), SourceStatus.Demo),
        new(24, SourceStatus.Analog), new(new Money(100_000), SourceStatus.Analog))
    {
        Others = new Dictionary<string, Sourced<decimal>> { [ParameterNames.BorderlineFactor] = new(1.5m, SourceStatus.Analog) },
        IncomeExclusions =
        [
            LeftOut(IncomeKind.PreferentialPay), LeftOut(IncomeKind.FamilyPlanningAward), LeftOut(IncomeKind.Scholarship), LeftOut(IncomeKind.BraveryAward),
            LeftOut(IncomeKind.GovernmentRelief), LeftOut(IncomeKind.BasePension) with { From = new(2021, 1, 1), To = new(2025, 12, 31) },
        ],
    };

    /// <summary>The same day with the numbers of the other services.</summary>
    public static EligibilityParameters WithAll { get; } = Parameters with
    {
        Others = new Dictionary<string, decimal>
        {
            [ParameterNames.BorderlineFactor] = 1.5m, [ParameterNames.RigidSpendingShare] = 0.6m,
            [ParameterNames.ExtremeHardshipFactorRural] = 1.3m, [ParameterNames.ExtremeHardshipFactorUrban] = 1.5m,
            [ParameterNames.DisabilityLivingGrade12] = 183, [ParameterNames.DisabilityLivingGrade34] = 139,
            [ParameterNames.DisabilityCareGrade1] = 170, [ParameterNames.DisabilityCareGrade2] = 139,
            [ParameterNames.PoorElder60] = 80, [ParameterNames.PoorElder80] = 100, [ParameterNames.PoorElder90] = 200,
            [ParameterNames.ElderCare] = 120, [ParameterNames.OldAge80] = 60, [ParameterNames.OldAge90] = 100, [ParameterNames.Centenarian] = 300,
            [ParameterNames.OrphanLiving] = 1300, [ParameterNames.HardHitChild] = 500,
        }.ToDictionary(number => number.Key, number => new Sourced<decimal>(number.Value, SourceStatus.Demo)),
    };

    /// <summary>The widow who cleans for a living: two old people, two children at school, 1,300 yuan a month.</summary>
    public static Household Widow { get; } = new()
    {
        HasLocalHukou = true, Area = Area.Rural, Members = 4, MonthlyIncome = new Money(1300), FinancialAssets = new Money(5000), OwnsCar = false,
        Homes = 1, OwnsNonResidentialProperty = false, BusinessCapital = Money.Zero, HasSeverelyAffectedMember = false,
    };

    public static Evaluation Rural(Household household) => ServiceRules.Evaluate("D1.2", household, Parameters);

    private static IncomeExclusion LeftOut(IncomeKind kind) =>
        new(kind, kind.ExclusionParameter(), new(2018, 1, 1), null, new LawReference("其他地区低保财产认定办法", ""), SourceStatus.Analog);

    public static string Name(Verdict verdict) => verdict.GetType().Name;
}
