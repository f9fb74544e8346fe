using OneVisit.Contracts;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Conversation.Understanding;

/// <summary>The domain's household as it travels to the back office.</summary>
internal static class HouseholdFactsOut
{
    public static HouseholdFacts ToWire(this Household household) => new()
    {
        HasLocalHukou = household.HasLocalHukou,
        Area = household.Area?.Code(),
        Members = household.Members,
        MonthlyIncome = household.MonthlyIncome?.Yuan,
        FinancialAssets = household.FinancialAssets?.Yuan,
        OwnsCar = household.OwnsCar,
        Homes = household.Homes,
        HomesBelowAverageArea = household.HomesBelowAverageArea,
        OwnsNonResidentialProperty = household.OwnsNonResidentialProperty,
        BusinessCapital = household.BusinessCapital?.Yuan,
        YearlyMedicalSpending = household.YearlyMedicalSpending?.Yuan,
        YearlyRehabilitationSpending = household.YearlyRehabilitationSpending?.Yuan,
        YearlyEducationSpending = household.YearlyEducationSpending?.Yuan,
        People = household.People?.Select(ToWire).ToArray(),
        Draws = household.Draws?.Order(StringComparer.Ordinal).ToArray(),
        Emergency = household.Emergency is { } emergency ? WireWords.Of(emergency) : null,
        IsHereOtherwise = household.IsHereOtherwise,
        Marriage = household.Marriage is { } marriage ? new MarriageFacts(marriage.ManBornOn, marriage.WomanBornOn, marriage.BothSingle, marriage.CloseKin) : null,
        Adoption = household.Adoption is { } adoption ? ToWire(adoption) : null,
        Organisation = household.Organisation is { } organisation ? ToWire(organisation) : null,
        Errand = household.Errand is { } errand ? ToWire(errand) : null,
        Deceased = household.Deceased is { } deceased ? deceased == DeceasedGroup.Somebody ? "somebody-else" : WireWords.Of(deceased) : null,
    };

    private static PersonFacts ToWire(Person person) => new()
    {
        BornOn = person.BornOn,
        DisabilityGrade = person.Disability?.Grade,
        DisabilityKind = person.Disability?.Kind is { } kind ? WireWords.Of(kind) : null,
        CannotCareForSelf = person.CannotCareForSelf,
        AbilityGrade = person.AbilityGrade,
        GraveIllness = person.GraveIllness,
        HasAbleObligor = person.HasAbleObligor,
        Father = ToWire(person.Father),
        Mother = ToWire(person.Mother),
        Draws = person.Draws?.Order(StringComparer.Ordinal).ToArray(),
        WasOrphan = person.WasOrphan,
        InFullTimeStudy = person.InFullTimeStudy,
        LayOff = person.LayOff is { } layOff ? new LayOffFacts(layOff.StartedOn, layOff.LaidOffOn, layOff.LabourLost, layOff.Supported) : null,
    };

    private static AdoptionFacts ToWire(AdoptionWish wish) => new()
    {
        AdopterBornOn = wish.AdopterBornOn,
        Children = wish.Children,
        Able = wish.Able,
        DisqualifyingIllness = wish.DisqualifyingIllness,
        AdverseRecord = wish.AdverseRecord,
        SingleOfOtherSex = wish.SingleOfOtherSex,
        ChildBornOn = wish.ChildBornOn,
        ChildConsents = wish.ChildConsents,
    };

    private static OrganisationFacts ToWire(OrganisationPlan plan) => new()
    {
        Individuals = plan.Individuals,
        Units = plan.Units,
        Capital = plan.Capital?.Yuan,
        SupervisorApproval = plan.SupervisorApproval,
        SupervisorConsentOn = plan.SupervisorConsentOn,
        Liquidated = plan.Liquidated,
        CapitalChecked = plan.CapitalChecked,
        Premises = plan.Premises,
        Staff = plan.Staff,
    };

    private static ErrandFacts ToWire(Errand errand) => new()
    {
        Married = errand.Married,
        DivorceAgreement = errand.DivorceAgreement,
        ValidId = errand.ValidId,
        MarriageRegistered = errand.MarriageRegistered,
        AdoptionEndAgreed = errand.AdoptionEndAgreed,
        AdoptionCertificate = errand.AdoptionCertificate,
        DeathCertificate = errand.DeathCertificate,
        KinOfDeceased = errand.KinOfDeceased,
        CremationOnRecord = errand.CremationOnRecord,
        CremationCertificate = errand.CremationCertificate,
        CannotFeedOrHouse = errand.CannotFeedOrHouse,
        KinToTurnTo = errand.KinToTurnTo,
        ChoosesHome = errand.ChoosesHome,
        HouseIsHere = errand.HouseIsHere,
        OwnRecord = errand.OwnRecord,
        PowerOfAttorney = errand.PowerOfAttorney,
    };

    private static ParentFacts? ToWire(ParentState? parent) => parent is null ? null : new ParentFacts(WireWords.Of(parent.Fate), parent.Since, parent.SentenceMonths);
}
