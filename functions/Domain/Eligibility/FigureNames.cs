namespace OneVisit.Domain.Eligibility;

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

    /// <summary>Yuan per month of one person.</summary>
    public const string Amount = "amount";

    /// <summary>Of the man and of the woman who want to marry, in full years on the day, each with its limit.</summary>
    public const string ManAge = "manAge";
    public const string ManLimit = "manLimit";
    public const string WomanAge = "womanAge";
    public const string WomanLimit = "womanLimit";

    /// <summary>Calendar days that have passed.</summary>
    public const string Days = "days";

    /// <summary>Of the disability certificate.</summary>
    public const string Grade = "grade";

    /// <summary>Times the standard.</summary>
    public const string Factor = "factor";
}
