using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Tests.Eligibility;

/// <summary>Households to measure, and the demo numbers to measure them by.</summary>
internal static class Households
{
    public static EligibilityParameters Parameters { get; } = new(
        new DateOnly(2026, 11, 24),
        new(new Money(730), SourceStatus.Demo), new(new Money(900), SourceStatus.Demo),
        new(new Money(24_000), SourceStatus.Demo), new(new Money(42_000), SourceStatus.Demo),
        new(24, SourceStatus.Analog), new(new Money(100_000), SourceStatus.Analog));

    /// <summary>The widow who cleans for a living: two old people, two children at school, 1,300 yuan a month.</summary>
    public static Household Widow { get; } = new()
    {
        HasLocalHukou = true, Area = Area.Rural, Members = 4, MonthlyIncome = new Money(1300), FinancialAssets = new Money(5000), OwnsCar = false,
        Homes = 1, OwnsNonResidentialProperty = false, BusinessCapital = Money.Zero,
    };

    public static Evaluation Rural(Household household) => ServiceRules.Evaluate("D1.2", household, Parameters);

    public static string Name(Verdict verdict) => verdict.GetType().Name;
}
