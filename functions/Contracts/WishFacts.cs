namespace OneVisit.Contracts;

/// <summary>Two people who want to marry. <c>null</c> means not known, which is never read as no.</summary>
/// <param name="BothSingle">Neither is married.</param>
/// <param name="CloseKin">Related in the direct line, or in a side line up to the third degree.</param>
public sealed record MarriageFacts(DateOnly? ManBornOn = null, DateOnly? WomanBornOn = null, bool? BothSingle = null, bool? CloseKin = null);

/// <summary>Somebody who wants to adopt, and the child. <c>null</c> means not known, which is never read as no.</summary>
public sealed record AdoptionFacts
{
    public DateOnly? AdopterBornOn { get; init; }

    /// <summary>Children the adopter has, from 0 to 20.</summary>
    public int? Children { get; init; }

    /// <summary>Able to raise, educate and protect a child.</summary>
    public bool? Able { get; init; }

    /// <summary>An illness with which one should not adopt.</summary>
    public bool? DisqualifyingIllness { get; init; }

    /// <summary>A record that speaks against a child growing up there.</summary>
    public bool? AdverseRecord { get; init; }

    /// <summary>The adopter has no spouse, and the child is of the other sex.</summary>
    public bool? SingleOfOtherSex { get; init; }

    public DateOnly? ChildBornOn { get; init; }

    public bool? ChildConsents { get; init; }
}

/// <summary>An association or a private non-profit unit. <c>null</c> means not known, which is never read as no.</summary>
public sealed record OrganisationFacts
{
    /// <summary>People who are members, from 0.</summary>
    public int? Individuals { get; init; }

    /// <summary>Units that are members, from 0.</summary>
    public int? Units { get; init; }

    /// <summary>In yuan.</summary>
    public decimal? Capital { get; init; }

    /// <summary>The supervising body has approved.</summary>
    public bool? SupervisorApproval { get; init; }

    /// <summary>The day on which the supervising body consented to the change; not after today.</summary>
    public DateOnly? SupervisorConsentOn { get; init; }

    /// <summary>The liquidation is finished.</summary>
    public bool? Liquidated { get; init; }

    /// <summary>The capital has been checked.</summary>
    public bool? CapitalChecked { get; init; }

    public bool? Premises { get; init; }

    /// <summary>Staff fit for the work.</summary>
    public bool? Staff { get; init; }
}

/// <summary>What has to be known for one of the other errands. <c>null</c> means not known, which is never read as no.</summary>
public sealed record ErrandFacts
{
    /// <summary>Registered as married.</summary>
    public bool? Married { get; init; }

    /// <summary>Both want the divorce, and the agreement is written.</summary>
    public bool? DivorceAgreement { get; init; }

    /// <summary>The identity card is valid.</summary>
    public bool? ValidId { get; init; }

    /// <summary>The marriage or divorce was registered at the time.</summary>
    public bool? MarriageRegistered { get; init; }

    /// <summary>Both sides agree to end the adoption.</summary>
    public bool? AdoptionEndAgreed { get; init; }

    public bool? AdoptionCertificate { get; init; }

    public bool? DeathCertificate { get; init; }

    /// <summary>Family of the one who died.</summary>
    public bool? KinOfDeceased { get; init; }

    /// <summary>The funeral home has the cremation on record.</summary>
    public bool? CremationOnRecord { get; init; }

    public bool? CremationCertificate { get; init; }

    /// <summary>No food or shelter of their own.</summary>
    public bool? CannotFeedOrHouse { get; init; }

    /// <summary>Kin or friends to turn to.</summary>
    public bool? KinToTurnTo { get; init; }

    /// <summary>Wants to live in a home.</summary>
    public bool? ChoosesHome { get; init; }

    /// <summary>The house or place lies in this city.</summary>
    public bool? HouseIsHere { get; init; }

    /// <summary>The record looked for is their own.</summary>
    public bool? OwnRecord { get; init; }

    /// <summary>Comes with a power of attorney.</summary>
    public bool? PowerOfAttorney { get; init; }
}
