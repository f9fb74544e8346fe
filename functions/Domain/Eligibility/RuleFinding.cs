using System.Collections.Immutable;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility;

/// <summary>One line of law, checked against a household.</summary>
/// <param name="Rule">Stable name, see <see cref="RuleNames"/>; the words for it live in resources.</param>
/// <param name="Holds"><c>null</c> when not known yet.</param>
/// <param name="Sum">The numbers compared, when all are known.</param>
/// <param name="Person">Place of the person in the household's list whom it is about; <c>null</c>: the household.</param>
public sealed record RuleFinding(string Rule, bool? Holds, LawReference Law, Arithmetic? Sum, int? Person = null)
{
    /// <summary>How far the finding may be shown as law: as far as the weaker of the text and the numbers.</summary>
    public SourceStatus Status => Sum is null ? Law.Status : SourceStatuses.Weaker(Law.Status, Sum.Status);
}

/// <summary>The numbers of a comparison, to be put into words elsewhere.</summary>
/// <param name="Kind">Stable name of the sum, equal to the rule's.</param>
/// <param name="Figures">In the order of the calculation; names in <see cref="FigureNames"/>.</param>
/// <param name="Status">Of the weakest number in it: a sum with a demo standard is a demo sum.</param>
public sealed record Arithmetic(string Kind, ImmutableArray<Figure> Figures, SourceStatus Status)
{
    /// <summary>The figure of that name, or <c>null</c>.</summary>
    public decimal? this[string name] => Figures.FirstOrDefault(figure => figure.Name == name)?.Value;
}

/// <param name="Value">Exact; yuan, people, months or homes.</param>
public sealed record Figure(string Name, decimal Value);

/// <summary>Names of rules.</summary>
public static class RuleNames
{
    public const string LocalHukou = "local-hukou";
    public const string AreaMatches = "area-matches";
    public const string IncomeBelowStandard = "income-below-standard";
    public const string IncomeBelowDisposable = "income-below-disposable";
    public const string IncomeAfterSpendingBelowStandard = "income-after-spending-below-standard";
    public const string FinancialAssetsWithinLimit = "financial-assets-within-limit";
    public const string NoCar = "no-car";
    public const string HomesWithinLimit = "homes-within-limit";
    public const string NoNonResidentialProperty = "no-non-residential-property";
    public const string BusinessCapitalWithinLimit = "business-capital-within-limit";
    public const string SomebodyInTheHousehold = "somebody-in-the-household";
    public const string IncomeAtLeastStandard = "income-at-least-standard";
    public const string IncomeBelowBorderline = "income-below-borderline";
    public const string IncomeAtLeastBorderline = "income-at-least-borderline";
    public const string NotOpenBySpending = "not-open-by-spending";
    public const string RigidSpendingShare = "rigid-spending-share";
    public const string DrawsAllowance = "draws-allowance";
    public const string DrawsNeither = "draws-neither";
    public const string DrawsExtremeHardship = "draws-extreme-hardship";
    public const string NoLabourCapacity = "no-labour-capacity";
    public const string NoAbleObligor = "no-able-obligor";
    public const string EmergencyHappened = "emergency-happened";
    public const string HereOrAtHome = "here-or-at-home";
    public const string DisabilityCertificate = "disability-certificate";
    public const string SevereDisability = "severe-disability";
    public const string NeedsCare = "needs-care";
    public const string AbilityLost = "ability-lost";
    public const string AgeReached = "age-reached";
    public const string AgeNotPassed = "age-not-passed";
    public const string Minor = "minor";
    public const string Orphan = "orphan";
    public const string Unsupported = "unsupported";
    public const string SeverelyDisabledChild = "severely-disabled-child";
    public const string GravelyIllChild = "gravely-ill-child";
    public const string PoorHousehold = "poor-household";
    public const string LaidOffInTheSixties = "laid-off-in-the-sixties";
    public const string LabourLost = "labour-lost";
    public const string WithoutSupport = "without-support";
    public const string FuneralGroup = "funeral-group";
    public const string NotDrawnTwice = "not-drawn-twice";
    public const string CountsAsMember = "counts-as-member";
    public const string MayClaimAlone = "may-claim-alone";
    public const string OwnIncomeBelowStandard = "own-income-below-standard";
    public const string SomebodySeverelyAffected = "somebody-severely-affected";
}

/// <summary>Names of figures.</summary>
public static class FigureNames
{
    /// <summary>Household income per month.</summary>
    public const string Income = "income";
    public const string Members = "members";

    /// <summary>The amount per head that is compared.</summary>
    public const string PerHead = "perHead";

    /// <summary>Subsistence standard per head and month.</summary>
    public const string Standard = "standard";

    /// <summary>Disposable income per head and month (a twelfth of last year's).</summary>
    public const string Disposable = "disposable";

    /// <summary>Medical, rehabilitation and education spending per month (a twelfth of 12 months').</summary>
    public const string Spending = "spending";

    /// <summary>Financial assets of the household.</summary>
    public const string Assets = "assets";

    /// <summary>Months of the urban standard.</summary>
    public const string Months = "months";

    /// <summary>The bound, inclusive.</summary>
    public const string Limit = "limit";
    public const string Homes = "homes";
    public const string Capital = "capital";

    /// <summary>Full years on the day.</summary>
    public const string Age = "age";

    /// <summary>Spending as a share of income, in percent.</summary>
    public const string Share = "share";
}
