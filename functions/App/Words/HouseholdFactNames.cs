using System.Text.Json;
using OneVisit.Contracts;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Functions.Words;

/// <summary>Questions by the names of the facts that answer them (<see cref="HouseholdFacts"/>, camel case).</summary>
internal static class HouseholdFactNames
{
    public static string Of(Question question) => JsonNamingPolicy.CamelCase.ConvertName(question switch
    {
        Question.LocalHukou => nameof(HouseholdFacts.HasLocalHukou),
        Question.Area => nameof(HouseholdFacts.Area),
        Question.Members => nameof(HouseholdFacts.Members),
        Question.MonthlyIncome => nameof(HouseholdFacts.MonthlyIncome),
        Question.FinancialAssets => nameof(HouseholdFacts.FinancialAssets),
        Question.Car => nameof(HouseholdFacts.OwnsCar),
        Question.Homes => nameof(HouseholdFacts.Homes),
        Question.HomesBelowAverageArea => nameof(HouseholdFacts.HomesBelowAverageArea),
        Question.NonResidentialProperty => nameof(HouseholdFacts.OwnsNonResidentialProperty),
        Question.BusinessCapital => nameof(HouseholdFacts.BusinessCapital),
        Question.MedicalSpending => nameof(HouseholdFacts.YearlyMedicalSpending),
        Question.RehabilitationSpending => nameof(HouseholdFacts.YearlyRehabilitationSpending),
        Question.EducationSpending => nameof(HouseholdFacts.YearlyEducationSpending),
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    });
}
