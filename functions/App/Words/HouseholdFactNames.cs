using System.Text.Json;
using OneVisit.Contracts;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Functions.Words;

/// <summary>Questions by the names of the facts that answer them (<see cref="HouseholdFacts"/>, camel case).</summary>
internal static class HouseholdFactNames
{
    /// <summary>Of a person's fact, as <c>people[].bornOn</c>.</summary>
    public static string Of(Question question) => (IsOfPerson(question) ? "people[]." : "") + JsonNamingPolicy.CamelCase.ConvertName(question switch
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
        Question.People => nameof(HouseholdFacts.People),
        Question.Draws => nameof(HouseholdFacts.Draws),
        Question.Emergency => nameof(HouseholdFacts.Emergency),
        Question.IsHereOtherwise => nameof(HouseholdFacts.IsHereOtherwise),
        Question.Deceased => nameof(HouseholdFacts.Deceased),
        Question.BirthDate => nameof(PersonFacts.BornOn),
        Question.Disability => nameof(PersonFacts.DisabilityGrade),
        Question.CannotCareForSelf => nameof(PersonFacts.CannotCareForSelf),
        Question.AbilityGrade => nameof(PersonFacts.AbilityGrade),
        Question.GraveIllness => nameof(PersonFacts.GraveIllness),
        Question.AbleObligor => nameof(PersonFacts.HasAbleObligor),
        Question.Parents => nameof(PersonFacts.Father),
        Question.PersonDraws => nameof(PersonFacts.Draws),
        Question.LayOff => nameof(PersonFacts.LayOff),
        Question.SeverelyAffectedMember => nameof(HouseholdFacts.HasSeverelyAffectedMember),
        Question.Relation => nameof(PersonFacts.Relation),
        Question.Dependent => nameof(PersonFacts.IsDependent),
        Question.LivesInLongTerm => nameof(PersonFacts.LivesInLongTerm),
        Question.Away => nameof(PersonFacts.Away),
        Question.OutOfWork => nameof(PersonFacts.IsOutOfWork),
        Question.Incomes => nameof(HouseholdFacts.Incomes),
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    });

    private static bool IsOfPerson(Question question) => question >= Question.BirthDate && question is not (Question.SeverelyAffectedMember or Question.Incomes);
}
