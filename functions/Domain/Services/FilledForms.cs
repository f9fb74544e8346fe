using System.Collections.Immutable;

namespace OneVisit.Domain.Services;

/// <summary>The materials for which we have a form and fill it in; the resident only signs it, on paper or on a screen.</summary>
public static class FilledForms
{
    /// <summary>申请表, the application itself.</summary>
    public const string Application = "M03";

    /// <summary>家庭经济状况核对授权书.</summary>
    public const string FinancesCheck = "M04";

    /// <summary>诚信承诺书.</summary>
    public const string Truthfulness = "M05";

    /// <summary>委托书. Also for cases whose list does not ask for it: it writes down the mandate that was given.</summary>
    public const string Mandate = "M14";

    public static ImmutableArray<string> Codes { get; } = [Application, FinancesCheck, Truthfulness, Mandate];

    public static bool Contain(string material) => Codes.Contains(material);
}
