using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Advice;

/// <summary>Makes wishes and errands of posted facts; what cannot be is reported by field.</summary>
internal sealed class WishReading(HouseholdFacts facts, DateOnly today, FieldErrors errors)
{
    public void Check()
    {
        CheckBirth(facts.Marriage?.ManBornOn, "marriage.manBornOn");
        CheckBirth(facts.Marriage?.WomanBornOn, "marriage.womanBornOn");
        CheckBirth(facts.Adoption?.AdopterBornOn, "adoption.adopterBornOn");
        CheckBirth(facts.Adoption?.ChildBornOn, "adoption.childBornOn");
        if (facts.Adoption?.Children is < 0 or > AdoptionWish.MostChildren)
            errors.Add("household.adoption.children", "field.children", AdoptionWish.MostChildren);
        CheckMembers(facts.Organisation?.Individuals, "organisation.individuals");
        CheckMembers(facts.Organisation?.Units, "organisation.units");
        if (facts.Organisation?.Capital is < 0 or > Household.MostYuan)
            errors.Add("household.organisation.capital", "field.money", Household.MostYuan);
        if (facts.Organisation?.SupervisorConsentOn > today)
            errors.Add("household.organisation.supervisorConsentOn", "field.past-date");
    }

    /// <summary>The household with what was told; only after <see cref="Check"/> found nothing.</summary>
    public Household AddTo(Household household) => household with { Marriage = Marriage(), Adoption = Adoption(), Organisation = Organisation(), Errand = Errand() };

    private MarriageWish? Marriage() => facts.Marriage is not { } told ? null : new()
    {
        ManBornOn = told.ManBornOn,
        WomanBornOn = told.WomanBornOn,
        BothSingle = told.BothSingle,
        CloseKin = told.CloseKin,
    };

    private AdoptionWish? Adoption() => facts.Adoption is not { } told ? null : new()
    {
        AdopterBornOn = told.AdopterBornOn,
        Children = told.Children,
        Able = told.Able,
        DisqualifyingIllness = told.DisqualifyingIllness,
        AdverseRecord = told.AdverseRecord,
        SingleOfOtherSex = told.SingleOfOtherSex,
        ChildBornOn = told.ChildBornOn,
        ChildConsents = told.ChildConsents,
    };

    private OrganisationPlan? Organisation() => facts.Organisation is not { } told ? null : new()
    {
        Individuals = told.Individuals,
        Units = told.Units,
        Capital = Money.OrNull(told.Capital),
        SupervisorApproval = told.SupervisorApproval,
        SupervisorConsentOn = told.SupervisorConsentOn,
        Liquidated = told.Liquidated,
        CapitalChecked = told.CapitalChecked,
        Premises = told.Premises,
        Staff = told.Staff,
    };

    private Errand? Errand() => facts.Errand is not { } told ? null : new()
    {
        Married = told.Married,
        DivorceAgreement = told.DivorceAgreement,
        ValidId = told.ValidId,
        MarriageRegistered = told.MarriageRegistered,
        AdoptionEndAgreed = told.AdoptionEndAgreed,
        AdoptionCertificate = told.AdoptionCertificate,
        DeathCertificate = told.DeathCertificate,
        KinOfDeceased = told.KinOfDeceased,
        CremationOnRecord = told.CremationOnRecord,
        CremationCertificate = told.CremationCertificate,
        CannotFeedOrHouse = told.CannotFeedOrHouse,
        KinToTurnTo = told.KinToTurnTo,
        ChoosesHome = told.ChoosesHome,
        HouseIsHere = told.HouseIsHere,
        OwnRecord = told.OwnRecord,
        PowerOfAttorney = told.PowerOfAttorney,
    };

    private void CheckBirth(DateOnly? born, string field)
    {
        if (born is not null && (born.Value.Year < Person.EarliestBirthYear || born > today))
            errors.Add("household." + field, "field.birth-date");
    }

    private void CheckMembers(int? members, string field)
    {
        if (members is < 0 or > OrganisationPlan.MostMembers)
            errors.Add("household." + field, "field.organisation-members", OrganisationPlan.MostMembers);
    }
}
