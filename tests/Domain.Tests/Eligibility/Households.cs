using OneVisit.Catalogue;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Domain.Tests.Eligibility;

/// <summary>Households to measure, by the rules and numbers of the city's catalogue on 24 November 2026.</summary>
internal static class Households
{
    public static CityCatalogue City { get; } = CityCatalogue.Load();

    public static EligibilityParameters Parameters { get; } = City.ParametersOn(new DateOnly(2026, 11, 24));

    /// <summary>Codes of all services that have rules.</summary>
    public static string[] Codes { get; } = [.. City.Services.Where(service => !service.Eligibility.Versions.IsEmpty).Select(service => service.Code)];

    /// <summary>The widow who cleans for a living: two old people, two children at school, 1,300 yuan a month.</summary>
    public static Household Widow { get; } = new()
    {
        HasLocalHukou = true, Area = Area.Rural, Members = 4, MonthlyIncome = new Money(1300), FinancialAssets = new Money(5000), OwnsCar = false,
        Homes = 1, OwnsNonResidentialProperty = false, BusinessCapital = Money.Zero, HasSeverelyAffectedMember = false,
    };

    public static Evaluation Rural(Household household) => Of("D1.2", household);

    public static Evaluation Of(string service, Household household) => City.Find(service)!.Eligibility.Evaluate(household, Parameters);

    public static string Name(Verdict verdict) => verdict.GetType().Name;
}
