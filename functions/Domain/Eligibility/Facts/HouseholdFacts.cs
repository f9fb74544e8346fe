using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Eligibility.Facts;

/// <summary>Facts of the household by the questions for them.</summary>
internal static class HouseholdFacts
{
    public static object? Read(Household household, Question question) => question switch
    {
        Question.LocalHukou => household.HasLocalHukou,
        Question.Area => household.Area,
        Question.Members => household.Members,
        Question.MonthlyIncome => household.MonthlyIncome,
        Question.FinancialAssets => household.FinancialAssets,
        Question.Car => household.OwnsCar,
        Question.Homes => household.Homes,
        Question.HomesBelowAverageArea => household.HomesBelowAverageArea,
        Question.NonResidentialProperty => household.OwnsNonResidentialProperty,
        Question.BusinessCapital => household.BusinessCapital,
        Question.MedicalSpending => household.YearlyMedicalSpending,
        Question.RehabilitationSpending => household.YearlyRehabilitationSpending,
        Question.EducationSpending => household.YearlyEducationSpending,
        Question.People => household.People?.Length,
        Question.Draws => household.Draws,
        Question.Emergency => household.Emergency,
        Question.IsHereOtherwise => household.IsHereOtherwise,
        Question.Deceased => household.Deceased,
        Question.SeverelyAffectedMember => household.HasSeverelyAffectedMember,
        Question.Incomes => household.Incomes,
        _ => WishFacts.Read(household, question),
    };

    public static Household Write(Household household, Question question, object? value) => question switch
    {
        Question.LocalHukou => household with { HasLocalHukou = (bool?)value },
        Question.Area => household with { Area = (Area?)value },
        Question.Members => household with { Members = (int?)value },
        Question.MonthlyIncome => household with { MonthlyIncome = (Money?)value },
        Question.FinancialAssets => household with { FinancialAssets = (Money?)value },
        Question.Car => household with { OwnsCar = (bool?)value },
        Question.Homes => household with { Homes = (int?)value },
        Question.HomesBelowAverageArea => household with { HomesBelowAverageArea = (bool?)value },
        Question.NonResidentialProperty => household with { OwnsNonResidentialProperty = (bool?)value },
        Question.BusinessCapital => household with { BusinessCapital = (Money?)value },
        Question.MedicalSpending => household with { YearlyMedicalSpending = (Money?)value },
        Question.RehabilitationSpending => household with { YearlyRehabilitationSpending = (Money?)value },
        Question.EducationSpending => household with { YearlyEducationSpending = (Money?)value },
        Question.People => household with { People = value is int people ? [.. Enumerable.Repeat(new Person(), people)] : null },
        Question.Draws => household with { Draws = (ImmutableHashSet<string>?)value },
        Question.Emergency => household with { Emergency = (Emergency?)value },
        Question.IsHereOtherwise => household with { IsHereOtherwise = (bool?)value },
        Question.Deceased => household with { Deceased = (DeceasedGroup?)value },
        Question.SeverelyAffectedMember => household with { HasSeverelyAffectedMember = (bool?)value },
        Question.Incomes => household with { Incomes = (ImmutableArray<Income>?)value },
        _ => WishFacts.Write(household, question, value),
    };
}
