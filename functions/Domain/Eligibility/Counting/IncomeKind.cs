namespace OneVisit.Domain.Eligibility.Counting;

/// <summary>Where an income comes from. Whether a kind counts is a matter of the parameters of the day.</summary>
public enum IncomeKind
{
    Wage,
    Farming,
    Business,

    /// <summary>Rent, interest, dividends.</summary>
    Property,

    /// <summary>Paid by those who must support (赡养、抚养、扶养费).</summary>
    Maintenance,

    /// <summary>Other transfers.</summary>
    Transfer,
    Pension,

    /// <summary>The part of the residents' pension that the central government sets (基础养老金).</summary>
    BasePension,

    /// <summary>优抚金.</summary>
    PreferentialPay,

    /// <summary>计生奖扶.</summary>
    FamilyPlanningAward,
    Scholarship,

    /// <summary>见义勇为奖金.</summary>
    BraveryAward,

    /// <summary>政府救助金.</summary>
    GovernmentRelief,
    Other,
}

/// <summary>Kinds of income as they travel.</summary>
public static class IncomeKinds
{
    public static string Code(this IncomeKind kind) => kind switch
    {
        IncomeKind.Wage => "wage",
        IncomeKind.Farming => "farming",
        IncomeKind.Business => "business",
        IncomeKind.Property => "property",
        IncomeKind.Maintenance => "maintenance",
        IncomeKind.Transfer => "transfer",
        IncomeKind.Pension => "pension",
        IncomeKind.BasePension => "base-pension",
        IncomeKind.PreferentialPay => "preferential-pay",
        IncomeKind.FamilyPlanningAward => "family-planning-award",
        IncomeKind.Scholarship => "scholarship",
        IncomeKind.BraveryAward => "bravery-award",
        IncomeKind.GovernmentRelief => "government-relief",
        IncomeKind.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <returns><c>null</c>: a code of none.</returns>
    public static IncomeKind? Parse(string? code) => Services.Codes.Parse<IncomeKind>(code, Code);

    /// <summary>Name of the dated parameter that leaves this kind out, for example <c>excluded_income_base_pension</c>.</summary>
    public static string ExclusionParameter(this IncomeKind kind) => ParameterNames.ExcludedIncomePrefix + kind.Code().Replace('-', '_');
}
