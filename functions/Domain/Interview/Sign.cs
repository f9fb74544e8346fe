using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Interview;

/// <summary>Something told that makes services worth a look, long before their rules decide.</summary>
public enum Sign
{
    /// <summary>Somebody of 60 or older.</summary>
    Elder,

    /// <summary>Somebody of 80 or older.</summary>
    VeryOld,

    /// <summary>Somebody with a certificate.</summary>
    Disabled,

    /// <summary>A minor of whose parents one cannot care at least.</summary>
    ChildWithoutParents,

    /// <summary>A minor who is disabled or gravely ill.</summary>
    ChildInNeed,

    /// <summary>Income per head below one and a half times the standard.</summary>
    Poor,

    /// <summary>What must be spent leaves less than the standard.</summary>
    PoorBySpending,
    Death,
    Emergency,
    DrawsAllowance,
    DrawsExtremeHardship,
}

/// <summary>Tells whether a sign is seen; what is not known is not seen.</summary>
internal static class Signs
{
    private const decimal Near = 1.5m;

    public static bool IsSeen(this Sign sign, Household household, EligibilityParameters parameters) => sign switch
    {
        Sign.Elder => Any(household, person => AgeOf(person, parameters) >= 60),
        Sign.VeryOld => Any(household, person => AgeOf(person, parameters) >= 80),
        Sign.Disabled => Any(household, person => person.Disability is { Grade: > 0 }),
        Sign.ChildWithoutParents => Any(household, person => AgeOf(person, parameters) < 18 && (Fails(person.Father) || Fails(person.Mother))),
        Sign.ChildInNeed => Any(household, person => AgeOf(person, parameters) < 18 && (person.Disability is { Grade: > 0 } || person.GraveIllness == true)),
        Sign.Poor => IsBelow(household, parameters, household.MonthlyIncome, Near),
        Sign.PoorBySpending => household.MonthlyIncome is { } income && IsBelow(household, parameters, income - Spending(household) / 12, 1),
        Sign.Death => household.Deceased is not (null or DeceasedGroup.Nobody),
        Sign.Emergency => household.Emergency is not (null or Eligibility.Emergency.None),
        Sign.DrawsAllowance => household.Draws is { } draws && (draws.Contains("D1.1") || draws.Contains("D1.2")),
        Sign.DrawsExtremeHardship => household.Draws?.Contains("D2.1") == true,
        _ => false,
    };

    private static bool Any(Household household, Func<Person, bool> fits) => household.People is { } people && people.Any(fits);

    private static int? AgeOf(Person person, EligibilityParameters parameters) => person.BornOn?.AgeOn(parameters.On);

    private static bool Fails(ParentState? parent) => parent is not null and not { Fate: ParentFate.Able };

    private static bool IsBelow(Household household, EligibilityParameters parameters, Money? income, decimal times) =>
        household is { Members: { } members, Area: { } area } && parameters.Standard(area) is { } standard && income < standard.Value * members * times;

    private static Money Spending(Household household) =>
        (household.YearlyMedicalSpending ?? Money.Zero) + (household.YearlyRehabilitationSpending ?? Money.Zero) + (household.YearlyEducationSpending ?? Money.Zero);
}
