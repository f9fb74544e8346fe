namespace OneVisit.Domain.Eligibility;

/// <summary>Two people who want to marry. <c>null</c> is not known, never no.</summary>
public sealed record MarriageWish
{
    public DateOnly? ManBornOn { get; init; }

    public DateOnly? WomanBornOn { get; init; }

    /// <summary>Neither is married.</summary>
    public bool? BothSingle { get; init; }

    /// <summary>Related in the direct line, or in a side line up to the third degree.</summary>
    public bool? CloseKin { get; init; }
}

/// <summary>Somebody who wants to adopt, and the child. <c>null</c> is not known, never no. A value that cannot be throws <see cref="ArgumentOutOfRangeException"/>.</summary>
public sealed record AdoptionWish
{
    public const int MostChildren = 20;

    public DateOnly? AdopterBornOn { get; init; }

    /// <summary>Children the adopter has, from 0.</summary>
    public int? Children { get; init => field = value is null or (>= 0 and <= MostChildren) ? value : throw new ArgumentOutOfRangeException(nameof(value)); }

    /// <summary>Able to raise, educate and protect a child.</summary>
    public bool? Able { get; init; }

    /// <summary>An illness with which one should not adopt.</summary>
    public bool? DisqualifyingIllness { get; init; }

    /// <summary>A record that speaks against growing up there.</summary>
    public bool? AdverseRecord { get; init; }

    /// <summary>The adopter has no spouse, and the child is of the other sex.</summary>
    public bool? SingleOfOtherSex { get; init; }

    public DateOnly? ChildBornOn { get; init; }

    public bool? ChildConsents { get; init; }
}

/// <summary>An association or a private non-profit unit, to be founded, changed or closed. <c>null</c> is not known, never no.</summary>
public sealed record OrganisationPlan
{
    public const int MostMembers = 1_000_000;

    /// <summary>People who are members, from 0.</summary>
    public int? Individuals { get; init => field = Sane(value); }

    /// <summary>Units that are members, from 0.</summary>
    public int? Units { get; init => field = Sane(value); }

    public Money? Capital { get; init => field = value is null or { Yuan: >= 0 and <= Household.MostYuan } ? value : throw new ArgumentOutOfRangeException(nameof(value)); }

    /// <summary>The supervising body has approved (业务主管单位).</summary>
    public bool? SupervisorApproval { get; init; }

    /// <summary>The day on which the supervising body consented to the change.</summary>
    public DateOnly? SupervisorConsentOn { get; init; }

    /// <summary>The liquidation is finished.</summary>
    public bool? Liquidated { get; init; }

    /// <summary>The capital has been checked by an accountant (验资).</summary>
    public bool? CapitalChecked { get; init; }

    public bool? Premises { get; init; }

    /// <summary>Staff fit for what it does.</summary>
    public bool? Staff { get; init; }

    private static int? Sane(int? value) => value is null or (>= 0 and <= MostMembers) ? value : throw new ArgumentOutOfRangeException(nameof(value));
}

/// <summary>What has to be known for one of the other errands. <c>null</c> is not known, never no.</summary>
public sealed record Errand
{
    /// <summary>Married, and registered as such.</summary>
    public bool? Married { get; init; }

    /// <summary>Both want the divorce and have written down what becomes of children, property and debts.</summary>
    public bool? DivorceAgreement { get; init; }

    /// <summary>Has an identity card that is valid.</summary>
    public bool? ValidId { get; init; }

    /// <summary>The marriage or divorce was registered at the time.</summary>
    public bool? MarriageRegistered { get; init; }

    /// <summary>Adopter and adopted, or who gave the child up, agree to end the adoption.</summary>
    public bool? AdoptionEndAgreed { get; init; }

    public bool? AdoptionCertificate { get; init; }

    public bool? DeathCertificate { get; init; }

    /// <summary>Spouse or kin of the one who died.</summary>
    public bool? KinOfDeceased { get; init; }

    /// <summary>The funeral home finds the cremation in its archive.</summary>
    public bool? CremationOnRecord { get; init; }

    public bool? CremationCertificate { get; init; }

    /// <summary>Cannot feed or house themself.</summary>
    public bool? CannotFeedOrHouse { get; init; }

    /// <summary>Has kin or friends to turn to.</summary>
    public bool? KinToTurnTo { get; init; }

    /// <summary>Wants to live in a home, of the forms of support that may be chosen.</summary>
    public bool? ChoosesHome { get; init; }

    /// <summary>The house or place lies in this city.</summary>
    public bool? HouseIsHere { get; init; }

    /// <summary>The record looked for is one's own.</summary>
    public bool? OwnRecord { get; init; }

    /// <summary>Comes with a power of attorney of whom the record is about.</summary>
    public bool? PowerOfAttorney { get; init; }
}
