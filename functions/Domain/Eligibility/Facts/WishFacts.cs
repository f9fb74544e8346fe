namespace OneVisit.Domain.Eligibility.Facts;

/// <summary>Facts of a marriage, an adoption or an organisation by the questions for them.</summary>
internal static class WishFacts
{
    public static object? Read(Household household, Question question) => question switch
    {
        Question.ManBirthDate => household.Marriage?.ManBornOn,
        Question.WomanBirthDate => household.Marriage?.WomanBornOn,
        Question.BothSingle => household.Marriage?.BothSingle,
        Question.CloseKin => household.Marriage?.CloseKin,
        Question.AdopterBirthDate => household.Adoption?.AdopterBornOn,
        Question.AdopterChildren => household.Adoption?.Children,
        Question.AdopterAble => household.Adoption?.Able,
        Question.AdopterIllness => household.Adoption?.DisqualifyingIllness,
        Question.AdopterRecord => household.Adoption?.AdverseRecord,
        Question.SingleOfOtherSex => household.Adoption?.SingleOfOtherSex,
        Question.AdoptedBirthDate => household.Adoption?.ChildBornOn,
        Question.ChildConsents => household.Adoption?.ChildConsents,
        Question.IndividualMembers => household.Organisation?.Individuals,
        Question.UnitMembers => household.Organisation?.Units,
        Question.StartCapital => household.Organisation?.Capital,
        Question.SupervisorApproval => household.Organisation?.SupervisorApproval,
        Question.SupervisorConsentDate => household.Organisation?.SupervisorConsentOn,
        Question.Liquidated => household.Organisation?.Liquidated,
        Question.CapitalChecked => household.Organisation?.CapitalChecked,
        Question.Premises => household.Organisation?.Premises,
        Question.QualifiedStaff => household.Organisation?.Staff,
        _ => ErrandFacts.Read(household.Errand, question),
    };

    public static Household Write(Household household, Question question, object? value)
    {
        var (marriage, adoption, organisation) = (household.Marriage ?? new(), household.Adoption ?? new(), household.Organisation ?? new());
        return question switch
        {
            Question.ManBirthDate => household with { Marriage = marriage with { ManBornOn = (DateOnly?)value } },
            Question.WomanBirthDate => household with { Marriage = marriage with { WomanBornOn = (DateOnly?)value } },
            Question.BothSingle => household with { Marriage = marriage with { BothSingle = (bool?)value } },
            Question.CloseKin => household with { Marriage = marriage with { CloseKin = (bool?)value } },
            Question.AdopterBirthDate => household with { Adoption = adoption with { AdopterBornOn = (DateOnly?)value } },
            Question.AdopterChildren => household with { Adoption = adoption with { Children = (int?)value } },
            Question.AdopterAble => household with { Adoption = adoption with { Able = (bool?)value } },
            Question.AdopterIllness => household with { Adoption = adoption with { DisqualifyingIllness = (bool?)value } },
            Question.AdopterRecord => household with { Adoption = adoption with { AdverseRecord = (bool?)value } },
            Question.SingleOfOtherSex => household with { Adoption = adoption with { SingleOfOtherSex = (bool?)value } },
            Question.AdoptedBirthDate => household with { Adoption = adoption with { ChildBornOn = (DateOnly?)value } },
            Question.ChildConsents => household with { Adoption = adoption with { ChildConsents = (bool?)value } },
            Question.IndividualMembers => household with { Organisation = organisation with { Individuals = (int?)value } },
            Question.UnitMembers => household with { Organisation = organisation with { Units = (int?)value } },
            Question.StartCapital => household with { Organisation = organisation with { Capital = (Money?)value } },
            Question.SupervisorApproval => household with { Organisation = organisation with { SupervisorApproval = (bool?)value } },
            Question.SupervisorConsentDate => household with { Organisation = organisation with { SupervisorConsentOn = (DateOnly?)value } },
            Question.Liquidated => household with { Organisation = organisation with { Liquidated = (bool?)value } },
            Question.CapitalChecked => household with { Organisation = organisation with { CapitalChecked = (bool?)value } },
            Question.Premises => household with { Organisation = organisation with { Premises = (bool?)value } },
            Question.QualifiedStaff => household with { Organisation = organisation with { Staff = (bool?)value } },
            _ => household with { Errand = ErrandFacts.Write(household.Errand ?? new(), question, value) },
        };
    }
}
