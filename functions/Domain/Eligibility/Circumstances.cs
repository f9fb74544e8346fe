namespace OneVisit.Domain.Eligibility;

/// <summary>What a rule looks at: the household, the numbers of the day, and the area whose standard the service goes by.</summary>
internal readonly record struct Circumstances(Household Household, EligibilityParameters Parameters, Area Area)
{
    public Money? Standard => Parameters.Standard(Area)?.Value;
}
