using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Interview;

/// <summary>Something told that makes services worth a look, long before their rules decide.</summary>
public enum Sign
{
    /// <summary>Somebody of 60 or older.</summary>
    Elder,

    /// <summary>Somebody with a certificate.</summary>
    Disabled,

    /// <summary>A minor of whose parents one cannot care at least; or one named for no illness and no disability, which leaves the parents.</summary>
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
/// <param name="named">What was ticked of the people named.</param>
internal sealed class Signs(Household household, ImmutableArray<ImmutableArray<string>> named, EligibilityParameters parameters)
{
    private const decimal Near = 1.5m;

    public static Signs Of(Told told, EligibilityParameters parameters) => new(
        told.Household,
        [.. told.Answers.Where(answered => answered.Inquiry.Checklist == Checklist.WhoIsThere).Select(answered => answered.Answer).OfType<Answer.Ticked>().Select(ticked => ticked.Ticks)],
        parameters);

    public bool See(Sign sign) => sign switch
    {
        Sign.Elder => Named(Options.Elder) || Any(person => AgeOf(person) >= 60),
        Sign.Disabled => Named(Options.Disabled) || Any(person => person.Disability is { Grade: > 0 }),
        Sign.ChildWithoutParents =>
            named.Any(ticks => ticks.Contains(Options.Child) && !IsInNeed(ticks)) || Any(person => AgeOf(person) < 18 && (Fails(person.Father) || Fails(person.Mother))),
        Sign.ChildInNeed =>
            named.Any(ticks => ticks.Contains(Options.Child) && IsInNeed(ticks))
            || Any(person => AgeOf(person) < 18 && (person.Disability is { Grade: > 0 } || person.GraveIllness == true)),
        Sign.Poor => IsBelow(household.MonthlyIncome, Near),
        Sign.PoorBySpending => household.MonthlyIncome is { } income && IsBelow(income - Spending / 12, 1),
        Sign.Death => household.Deceased is not (null or DeceasedGroup.Nobody),
        Sign.Emergency => household.Emergency is not (null or Eligibility.Emergency.None),
        Sign.DrawsAllowance => household.Draws is { } draws && (draws.Contains("D1.1") || draws.Contains("D1.2")),
        Sign.DrawsExtremeHardship => household.Draws?.Contains("D2.1") == true,
        _ => false,
    };

    private Money Spending =>
        (household.YearlyMedicalSpending ?? Money.Zero) + (household.YearlyRehabilitationSpending ?? Money.Zero) + (household.YearlyEducationSpending ?? Money.Zero);

    private bool Named(string code) => named.Any(ticks => ticks.Contains(code));

    private static bool IsInNeed(ImmutableArray<string> ticks) => ticks.Contains(Options.Disabled) || ticks.Contains(Options.GravelyIll);

    private bool Any(Func<Person, bool> fits) => household.People is { } people && people.Any(fits);

    private int? AgeOf(Person person) => person.BornOn?.AgeOn(parameters.On);

    private static bool Fails(ParentState? parent) => parent is not null and not { Fate: ParentFate.Able };

    private bool IsBelow(Money? income, decimal times) =>
        household is { Members: { } members, Area: { } area } && parameters.Standard(area) is { } standard && income < standard.Value * members * times;
}
