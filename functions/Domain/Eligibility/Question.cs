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
}
