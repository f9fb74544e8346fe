using System.Globalization;
using System.Text.Json;
using OneVisit.Contracts;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Facts;

namespace OneVisit.Functions.Words;

/// <summary>Questions by the names of the facts that answer them (<see cref="HouseholdFacts"/>, camel case).</summary>
internal static class HouseholdFactNames
{
    /// <summary>Of a person's fact, as <c>people[].bornOn</c>.</summary>
    public static string Of(Question question) => Of(question, null);

    /// <summary>Of a person's fact, as <c>people[2].bornOn</c>.</summary>
    public static string Of(Question question, int? person) => question.IsOfAPerson()
        ? string.Create(CultureInfo.InvariantCulture, $"people[{person}].{Camel(NameOf(question))}")
        : string.Join('.', NameOf(question).Split('.').Select(Camel));

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static string NameOf(Question question) => question switch
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
        Question.Incomes => nameof(HouseholdFacts.Incomes),
        Question.Relation => nameof(PersonFacts.Relation),
        Question.Away => nameof(PersonFacts.Away),
        Question.Dependent => nameof(PersonFacts.IsDependent),
        Question.LivesInLongTerm => nameof(PersonFacts.LivesInLongTerm),
        Question.OutOfWork => nameof(PersonFacts.IsOutOfWork),
        Question.WasOrphan => nameof(PersonFacts.WasOrphan),
        Question.FullTimeStudy => nameof(PersonFacts.InFullTimeStudy),
        Question.ManBirthDate => "Marriage.ManBornOn",
        Question.WomanBirthDate => "Marriage.WomanBornOn",
        Question.BothSingle => "Marriage.BothSingle",
        Question.CloseKin => "Marriage.CloseKin",
        Question.AdopterBirthDate => "Adoption.AdopterBornOn",
        Question.AdopterChildren => "Adoption.Children",
        Question.AdopterAble => "Adoption.Able",
        Question.AdopterIllness => "Adoption.DisqualifyingIllness",
        Question.AdopterRecord => "Adoption.AdverseRecord",
        Question.SingleOfOtherSex => "Adoption.SingleOfOtherSex",
        Question.AdoptedBirthDate => "Adoption.ChildBornOn",
        Question.ChildConsents => "Adoption.ChildConsents",
        Question.IndividualMembers => "Organisation.Individuals",
        Question.UnitMembers => "Organisation.Units",
        Question.StartCapital => "Organisation.Capital",
        Question.SupervisorApproval => "Organisation.SupervisorApproval",
        Question.SupervisorConsentDate => "Organisation.SupervisorConsentOn",
        Question.Liquidated => "Organisation.Liquidated",
        Question.CapitalChecked => "Organisation.CapitalChecked",
        Question.Premises => "Organisation.Premises",
        Question.QualifiedStaff => "Organisation.Staff",
        >= Question.Married => $"Errand.{question}",
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };
}
