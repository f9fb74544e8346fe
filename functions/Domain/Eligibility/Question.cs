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
    WasOrphan,
    FullTimeStudy,

    // Who counts as the household.
    Relation,
    Away,

    /// <summary>Of a grown-up child: lives on the household, or studies full-time up to a bachelor's degree.</summary>
    Dependent,
    LivesInLongTerm,
    OutOfWork,

    /// <summary>Of the household: is somebody severely disabled or gravely ill?</summary>
    SeverelyAffectedMember,

    /// <summary>All income, kind by kind, with the person whose it is.</summary>
    Incomes,

    // Of the errands that agents run: of the household again.
    ManBirthDate,
    WomanBirthDate,
    BothSingle,
    CloseKin,
    AdopterBirthDate,
    AdopterChildren,
    AdopterAble,
    AdopterIllness,
    AdopterRecord,
    SingleOfOtherSex,
    AdoptedBirthDate,
    ChildConsents,
    IndividualMembers,
    UnitMembers,
    StartCapital,
    SupervisorApproval,
    SupervisorConsentDate,
    Liquidated,
    CapitalChecked,
    Premises,
    QualifiedStaff,
    Married,
    DivorceAgreement,
    ValidId,
    MarriageRegistered,
    AdoptionEndAgreed,
    AdoptionCertificate,
    DeathCertificate,
    KinOfDeceased,
    CremationOnRecord,
    CremationCertificate,
    CannotFeedOrHouse,
    KinToTurnTo,
    ChoosesHome,
    HouseIsHere,
    OwnRecord,
    PowerOfAttorney,
}
