namespace OneVisit.Domain.Eligibility;

/// <summary>Names of the dated numbers that are read without a service naming them. All others are named by the rules and formulas in the services' files.</summary>
public static class ParameterNames
{
    public const string StandardRural = "standard_rural";
    public const string StandardUrban = "standard_urban";
    public const string DisposableIncomeRural = "disposable_income_rural";
    public const string DisposableIncomeUrban = "disposable_income_urban";
    public const string FinancialAssetMonths = "financial_asset_months";
    public const string BusinessCapitalLimit = "business_capital_limit";

    /// <summary>Begins the names of kinds of income that are not counted; they are read while income is counted.</summary>
    public const string ExcludedIncomePrefix = "excluded_income_";
}
