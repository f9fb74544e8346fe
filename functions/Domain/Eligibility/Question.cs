namespace OneVisit.Domain.Eligibility;

/// <summary>A fact of a <see cref="Household"/> that can be asked for.</summary>
public enum Question
{
    LocalHukou,
    Area,
    Members,
    MonthlyIncome,
    FinancialAssets,
    Car,
    Homes,
    HomesBelowAverageArea,
    NonResidentialProperty,
    BusinessCapital,
    MedicalSpending,
    RehabilitationSpending,
    EducationSpending,

    /// <summary>Who lives in the household, as far as it matters.</summary>
    People,
    Draws,
    Emergency,
    IsHereOtherwise,
    Deceased,
    BirthDate,
    Disability,
    CannotCareForSelf,
    AbilityGrade,
    GraveIllness,
    AbleObligor,
    Parents,
    PersonDraws,
    LayOff,
}
