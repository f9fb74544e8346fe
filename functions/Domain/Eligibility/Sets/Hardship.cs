using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.Rules;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Sets;

/// <summary>Extreme hardship, emergencies, and households just above the allowance.</summary>
internal static class Hardship
{
    /// <summary>特困人员认定: cannot earn, has nothing, and nobody who must and can help. Paid a multiple of the standard of the area.</summary>
    public static RuleSet ExtremeHardship { get; } = new PerPerson(
        new All(new HasLocalHukou(), new IncomeBelowStandard(), HouseholdLines.AssetLimits),
        new Someone(
            Acts.ExtremeHardshipAsRead.AsAWhole(),
            new NoLabourCapacity(),
            PersonLines.NoAbleObligor(Acts.SocialAssistance.Article(14)),
            PersonLines.NotDrawnTwice(Acts.ExtremeHardshipAsRead.AsAWhole(), "D8.1", "D9.1")),
        (in c) => c.Standard is { } standard && c.Parameters.Other(FactorOf(c.Area)) is { } factor ? standard.Yuan * factor.Value : null);

    /// <summary>特困终止和自理能力复评: for who draws it.</summary>
    public static RuleSet ExtremeHardshipReview { get; } = new WithoutAmount(HouseholdLines.DrawsExtremeHardship(Acts.ExtremeHardshipAsRead.AsAWhole()));

    /// <summary>低保增发、减发、停发: for who draws the allowance.</summary>
    public static RuleSet AllowanceChange { get; } = new WithoutAmount(HouseholdLines.DrawsAllowance(Acts.AllowanceReviewAsRead.Article(31)));

    /// <summary>急难型临时救助: struck by fire, accident or sudden illness; where one is registered, lives with a permit, or was struck.</summary>
    public static RuleSet EmergencyRelief { get; } = new WithoutAmount(
        HouseholdLines.EmergencyHappened(Acts.SocialAssistance.Article(47)), HouseholdLines.HereOrAtHome(Acts.TemporaryReliefAsRead.AsAWhole()));

    /// <summary>支出型临时救助: what must be spent leaves less than the standard to live on [our reading].</summary>
    public static RuleSet SpendingRelief { get; } = new WithoutAmount(new HasLocalHukou(), new IncomeAfterSpendingBelowStandard());

    /// <summary>低保边缘家庭: from the standard, inclusive, to below one and a half times it, unless spending opens the allowance itself.</summary>
    public static RuleSet Borderline { get; } = new WithoutAmount(
        new HasLocalHukou(),
        new Inverse(RuleNames.IncomeAtLeastStandard, Acts.AllowanceReviewAsRead.Article(8), new IncomeBelowStandard()),
        new IncomeBelowBorderline(),
        HouseholdLines.NotOpenBySpending,
        HouseholdLines.AssetLimits);

    /// <summary>刚性支出困难家庭: above borderline, below the disposable income, and most of the income goes into what must be spent.</summary>
    public static RuleSet RigidSpending { get; } = new WithoutAmount(
        new HasLocalHukou(),
        HouseholdLines.DrawsNeither(Acts.RigidSpendingAsRead.AsAWhole(), "D1.1", "D1.2", "D2.1", "D4.1"),
        new Inverse(RuleNames.IncomeAtLeastBorderline, Acts.RigidSpendingAsRead.AsAWhole(), new IncomeBelowBorderline()),
        new IncomeBelowDisposable(),
        HouseholdLines.NotOpenBySpending,
        new RigidSpendingShare(),
        HouseholdLines.AssetLimits);

    private static string FactorOf(Area? area) => area == Area.Urban ? ParameterNames.ExtremeHardshipFactorUrban : ParameterNames.ExtremeHardshipFactorRural;
}
