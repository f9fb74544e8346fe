using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Lines of law about the household as a whole.</summary>
internal static class HouseholdLines
{
    private static readonly string[] Allowance = ["D1.1", "D1.2"];

    /// <summary>The five limits of what a household that is helped by its income may own.</summary>
    public static Condition AssetLimits { get; } = new All(
        new OwnsNoCar(), new HomesWithinLimit(), new OwnsNoNonResidentialProperty(), new FinancialAssetsWithinLimit(), new BusinessCapitalWithinLimit());

    /// <summary>Poor by what illness, rehabilitation and schooling leave (支出型).</summary>
    public static Condition PoorBySpending { get; } = new All(new IncomeBelowDisposable(), new IncomeAfterSpendingBelowStandard());

    /// <summary>Spending does not open the allowance to the household as a whole.</summary>
    public static Rule NotOpenBySpending { get; } = new Inverse(RuleNames.NotOpenBySpending, Acts.AllowanceNotice2022AsRead.AsAWhole(), PoorBySpending);

    /// <summary>
    /// 单人保: the household is borderline (at or above the standard, which the ways before this one have settled) and somebody of it may claim alone.
    /// The household itself stays borderline.
    /// </summary>
    public static Condition ClaimAloneInBorderlineHousehold { get; } = new All(new IncomeBelowBorderline(), NotOpenBySpending, new ClaimsAlone());

    /// <summary>Draws the subsistence allowance today; to be likely to get it is not enough.</summary>
    public static Rule DrawsAllowance(LawReference law) => Draws(RuleNames.DrawsAllowance, law, Allowance);

    public static Rule DrawsExtremeHardship(LawReference law) => Draws(RuleNames.DrawsExtremeHardship, law, "D2.1");

    /// <summary>Draws the allowance, or is acknowledged as borderline.</summary>
    public static Rule IsPoor(LawReference law) => Draws(RuleNames.PoorHousehold, law, [.. Allowance, "D4.1"]);

    public static Rule DrawsNeither(LawReference law, params string[] codes) => new LineOfLaw(
        RuleNames.DrawsNeither, law, Question.Draws, (in c) => c.Household.Draws is { } draws ? !codes.Any(draws.Contains) : null);

    public static Rule EmergencyHappened(LawReference law) => new LineOfLaw(
        RuleNames.EmergencyHappened, law, Question.Emergency, (in c) => c.Household.Emergency is { } emergency ? emergency != Emergency.None : null);

    /// <summary>Registered here, living here with a permit, or struck here.</summary>
    public static Condition HereOrAtHome(LawReference law) => new FirstOf(
        new HasLocalHukou(), new LineOfLaw(RuleNames.HereOrAtHome, law, Question.IsHereOtherwise, (in c) => c.Household.IsHereOtherwise));

    public static Rule FuneralGroup(LawReference law) => new LineOfLaw(
        RuleNames.FuneralGroup, law, Question.Deceased,
        (in c) => c.Household.Deceased is { } deceased ? deceased is not (DeceasedGroup.Nobody or DeceasedGroup.Somebody) : null);

    private static LineOfLaw Draws(string name, LawReference law, params string[] codes) => new(
        name, law, Question.Draws, (in c) => c.Household.Draws is { } draws ? codes.Any(draws.Contains) : null);
}
