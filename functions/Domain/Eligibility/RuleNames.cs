namespace OneVisit.Domain.Eligibility;

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
    public const string OpenBySpending = "open-by-spending";
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
}
