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

    /// <summary>Is somebody severely disabled or gravely ill?</summary>
    SeverelyAffectedMember,
    Relation,

    /// <summary>Of a grown-up child: lives on the household, or studies full-time.</summary>
    Dependent,
    LivesInLongTerm,
    Away,
    OutOfWork,

    /// <summary>All income, kind by kind, with the person whose it is.</summary>
    Incomes,
}
